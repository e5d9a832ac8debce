import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answer, AnswerOptions, SentencePlace } from './answer/answer.js';
import { createAnswerer } from './answer/answerer.js';
import type { Article } from './corpus/article.js';
import type { Corpus } from './corpus/read.js';
import { type Corroboration, createCorroborator } from './corroboration.js';
import { exampleCommands } from './examples.js';
import { createFigureIndex, type FigureIndex } from './figures/figure-index.js';
import { keywordsOf } from './quotes/keywords.js';
import { createQuoteIndex, type QuoteIndex } from './quotes/quote-index.js';
import { answerWithSayings } from './said.js';

/** Everything the bot knows about one corpus, built once; the object a command is handed. */
export interface Library {
  readonly articles: readonly Article[];
  /** See `Corpus.stamp`. */
  readonly stamp: string;
  /** What the texts say to a question. */
  answer(question: string, options?: AnswerOptions): Answer;
  /** A few commands that this corpus has an answer to. */
  examples(): readonly string[];
  /** Who said what. */
  quotes(): QuoteIndex;
  /** What the quotations are about, the most frequent words first. */
  quoteKeywords(): readonly string[];
  /** Every number with what it counts. */
  figures(): FigureIndex;
  /**
   * Makes what would otherwise be made when it is first asked for; a bot has three seconds for an answer. Between the
   * parts there is time for others, such as a signal.
   */
  warmUp(): Promise<void>;
  /** What other articles have to a sentence. */
  corroborationOf(place: SentencePlace): Corroboration;
  /** A sentence's number within the corpus, from 0; it stays the same while the stamp does. */
  numberOf(place: SentencePlace): number;
  /** The sentence with that number, `null` when there is none. */
  sentenceAt(number: number): SentencePlace | null;
}

/** Indexes a corpus. What only some commands need is made when it is first asked for; see `warmUp`. */
export function createLibrary({ articles, stamp }: Pick<Corpus, 'articles' | 'stamp'>): Library {
  const answerer = once(() => createAnswerer(articles));
  const firstNumbers = new Map<Article, number>();
  let count = 0;
  for (const article of articles) {
    firstNumbers.set(article, count);
    count += article.sentences.length;
  }
  const figures = once(() => createFigureIndex(articles));
  const quotes = once(() => createQuoteIndex(articles));
  const quoteKeywords = once(() => keywordsOf(quotes().find()));
  const answer = (question: string, options: AnswerOptions = {}) =>
    answerWithSayings(question, options, answerer().answer, quotes);
  const corroborator = once(() => createCorroborator(answerer().alsoSaidBy, figures(), quotes()));
  const examples = once(() => exampleCommands({ articles, answer, quotes, figures }));
  return {
    articles,
    stamp,
    answer,
    examples,
    quotes,
    figures,
    async warmUp() {
      for (const make of [answerer, figures, quotes, quoteKeywords, corroborator, examples]) {
        await nextTurn();
        make();
      }
    },
    quoteKeywords,
    corroborationOf: (place) => corroborator()(place),
    numberOf: ({ article, sentence }) => (firstNumbers.get(article) ?? 0) + sentence,
    sentenceAt(number) {
      const article = articles.findLast((a) => (firstNumbers.get(a) ?? 0) <= number);
      const sentence = article ? number - (firstNumbers.get(article) ?? 0) : -1;
      return article?.sentences[sentence] ? { article, sentence } : null;
    },
  };
}

/** Makes a value when it is first asked for, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
