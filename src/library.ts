import { createHash } from 'node:crypto';
import type { Answer, AnswerOptions } from './answer/answer.js';
import { Answerer } from './answer/answerer.js';
import { indexed } from './answer/indexed.js';
import { type Checked, Checker } from './claims/checker.js';
import type { Article, SentencePlace } from './corpus/article.js';
import type { Corpus } from './corpus/read.js';
import { namesOf } from './corpus/sources.js';
import { firstEndingAfter } from './corpus/spans.js';
import { type Corroboration, createCorroborator } from './corroboration.js';
import { extractionVersion } from './extraction/version.js';
import type { KnownFigure } from './figures/figure.js';
import { createFigureIndex, type FigureIndex } from './figures/figure-index.js';
import { modelVersion } from './model/files.js';
import { type Model, openModel } from './model/model.js';
import { exampleCommands } from './questions/examples.js';
import { type KnownQuestion, Questions } from './questions/questions.js';
import { createQuoteIndex, type QuoteIndex } from './quotes/quote-index.js';
import { UNCACHED, type VectorOptions } from './search/vectors.js';
import type { Span } from './text/span.js';
import { eachInTurn } from './turns.js';

/** Everything the bot knows about one corpus, built once; the object a command is handed. */
export interface Library {
  readonly articles: readonly Article[];
  /** See `Corpus.stamp`. */
  readonly stamp: string;
  /** What the texts say to a question. */
  answer(question: string, options?: AnswerOptions): Promise<Answer>;
  /** What the texts say to a claim; at most so many windows are read. */
  check(claim: string, windows?: number): Promise<Checked>;
  /** A few commands that this corpus has an answer to, questions among them where some are kept or made. */
  examples(): Promise<readonly string[]>;
  /** Questions that people might ask and these texts answer with confidence, as far as they are made. */
  questions(): readonly KnownQuestion[];
  /** Takes them from the cache, if they are there. */
  takeQuestions(): Promise<void>;
  /** Makes them, or takes them from the cache: each is tried, behind all that is asked. */
  makeQuestions(): Promise<void>;
  /** Who said what. */
  quotes(): Promise<QuoteIndex>;
  /** Every number with what it counts. */
  figures(): Promise<FigureIndex>;
  /**
   * Makes what would otherwise be made when it is first asked for; a bot has three seconds for an answer. Between the
   * parts there is time for others, such as a signal.
   */
  warmUp(): Promise<void>;
  /** What other articles have to a sentence and to the figure in it that was asked for, if any was. */
  corroborationOf(place: SentencePlace, figure: KnownFigure | null): Promise<Corroboration>;
  /** A sentence's number within the corpus, from 0; it stays the same while the stamp does. */
  numberOf(place: SentencePlace): number;
  /** The sentence with that number, `null` when there is none. */
  sentenceAt(number: number): SentencePlace | null;
  /**
   * Reads every text of the folder again, unless that was just done, for the libraries that are handed out from then on.
   *
   * @throws UserError when that cannot be done; the texts of before then go on answering.
   */
  reload(): Promise<Reloaded>;
}

/** What came of reading the texts again, as far as whoever asked for it sees them. */
export interface Reloaded {
  readonly texts: number;
  /** How many files are left out. */
  readonly leftOut: number;
  /** Lines that say which, and why. */
  readonly lines: readonly string[];
  /** Whether they had been read shortly before, and were not read once more. */
  readonly isRecent: boolean;
}

/** What questions are answered with. */
export interface Means {
  /** Starts the networks; not before a question is asked. */
  openModel(): Promise<Model>;
  readonly vectors: VectorOptions;
  /** How many more wait for an answer than have asked yet, so that fewer windows are read for each; default none. */
  readonly others?: (() => number) | undefined;
}

/** As many as are listed at once while somebody types. */
const FIRST_SUGGESTIONS = 25;

/** The first suggestions take several times as long as the next: nobody waits for them while typing. */
async function suggestOnce(quotes: QuoteIndex, figures: FigureIndex): Promise<void> {
  const first = { typed: '', articles: null, most: FIRST_SUGGESTIONS };
  quotes.speakersWith(first);
  await quotes.keywordsWith(first);
  figures.topics(first);
}

/** Indexes a corpus. What only some commands need is made when it is first asked for; see `warmUp`. */
export function createLibrary(
  { articles, stamp }: Pick<Corpus, 'articles' | 'stamp'>,
  means: Means = { openModel: () => openModel(), vectors: UNCACHED },
): Library {
  const index = once(async () => indexed(articles, await means.openModel(), means.vectors));
  const answerer = once(async () => new Answerer(await index(), means.others));
  const checker = once(async () => new Checker(await index()));
  const firstNumbers = new Map<Article, number>();
  /** Of the sentences of each article. */
  const numbers: Span[] = [];
  for (const article of articles) {
    const start = numbers.at(-1)?.end ?? 0;
    firstNumbers.set(article, start);
    numbers.push({ start, end: start + article.sentences.length });
  }
  const figures = once(() => createFigureIndex(articles));
  const quotes = once(() => createQuoteIndex(articles));
  const answer = async (question: string, options: AnswerOptions = {}) =>
    (await answerer()).answer(question, options);
  const corroborator = once(async () => createCorroborator(await figures(), await quotes()));
  const { cache, signal } = means.vectors;
  const questions = new Questions({
    articles,
    name: nameOfQuestions(stamp),
    cache,
    signal,
    answerBehind: async (question, options) => (await answerer()).answerBehind(question, options, signal),
  });
  return {
    articles,
    stamp,
    answer,
    async examples() {
      await questions.take();
      return exampleCommands(questions.all, await quotes(), await figures());
    },
    questions: () => questions.all,
    takeQuestions: async () => void (await questions.take()),
    makeQuestions: () => questions.make(),
    check: async (claim, windows) => (await checker()).check(claim, windows),
    quotes,
    figures,
    async warmUp() {
      const reader = answerer();
      // Awaited below; until then a failure is nobody's unhandled one.
      reader.catch(() => {});
      await eachInTurn(articles, namesOf);
      await corroborator();
      await suggestOnce(await quotes(), await figures());
      await reader;
    },
    corroborationOf: async (place, figure) => (await corroborator())(place, figure),
    numberOf: ({ article, sentence }) => (firstNumbers.get(article) ?? 0) + sentence,
    sentenceAt(number) {
      const at = firstEndingAfter(numbers, number);
      const article = articles[at];
      return article ? { article, sentence: number - (numbers[at]?.start ?? 0) } : null;
    },
    // These articles are all there are; see `Libraries` for a folder.
    reload: async () => ({ texts: articles.length, leftOut: 0, lines: [], isRecent: false }),
  };
}

/** What the questions of the texts with a stamp are called in the cache: they take reading. */
export const nameOfQuestions = (stamp: string): string => {
  const hash = createHash('sha256').update([extractionVersion(), modelVersion(), stamp].join(' '));
  return `${hash.digest('hex').slice(0, 32)}.questions`;
};

/** Makes a value when it is first asked for, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
