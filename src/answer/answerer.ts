import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Article, SentencePlace } from '../corpus/article.js';
import { DEFAULT_TOP, MAX_READ } from '../limits.js';
import type { Model } from '../model/model.js';
import type { Finder, FoundWindow, Query } from '../search/finder.js';
import { hasPhrase } from '../search/phrase.js';
import type { SentenceVectors, VectorOptions } from '../search/vectors.js';
import { headingsAbove } from '../search/windows.js';
import type { Span } from '../text/span.js';
import { alsoSaid } from './also.js';
import type { Answer, AnswerOptions, Candidate } from './answer.js';
import { rankByWords } from './by-words.js';
import { confidenceOf, outcomeOf } from './decision.js';
import { weighed } from './evidence.js';
import { type Indexed, indexed } from './indexed.js';
import { meets } from './named-anew.js';
import { numberedItem } from './numbered.js';
import { type Question, type QuestionReader, reasonNotToLook } from './question.js';
import { type ReadSentence, readWindows } from './reading.js';

/** Window reads shared out among those who wait, so that thirty at once are answered within Discord's three seconds. */
const READS_IN_TIME = 40;

/** However many wait, two windows are read: one of them has the answer for four questions in five. */
const FEWEST_READ = 2;

/** Nobody has asked for so long when questions that nobody waits for are answered, in milliseconds. */
const QUIET_MS = 2000;

/** How often it is looked whether it is quiet, in milliseconds. */
const LOOK_MS = 250;

/** Answers that are kept for those who ask the same again. */
const REMEMBERED = 500;

type Ranking = Omit<Answer, 'question'>;

type Within = Query['articles'];

/** A ranking, and whether fewer windows were read for it than are for a question that is asked alone. */
interface Ranked {
  readonly ranking: Ranking;
  readonly inHaste: boolean;
}

const NOTHING: Ranking = {
  answered: false,
  outcome: 'silent',
  confidence: 0,
  candidates: [],
  also: [],
  missingPhrase: null,
  reason: null,
};

/** Answers questions about a fixed set of articles: finds windows, reads them, decides. */
export class Answerer {
  readonly #model: Model;
  readonly #vectors: SentenceVectors;
  readonly #finder: Finder;
  readonly #questions: QuestionReader;
  readonly #articles: readonly Article[];
  readonly #remembered = new Map<string, Promise<Ranked>>();
  readonly #others: () => number;
  #waiting = 0;
  #askedAt = Number.NEGATIVE_INFINITY;

  /** @param others how many more wait for an answer, besides those whose questions are being looked up. */
  constructor({ articles, model, vectors, finder, questions }: Indexed, others = () => 0) {
    this.#articles = articles;
    this.#model = model;
    this.#vectors = vectors;
    this.#finder = finder;
    this.#questions = questions;
    this.#others = others;
  }

  /** Indexes some articles to answer questions about them. */
  static async create(
    articles: readonly Article[],
    model: Model,
    options: VectorOptions,
    others = () => 0,
  ): Promise<Answerer> {
    return new Answerer(await indexed(articles, model, options), others);
  }

  /** What the texts say to a question. What cannot be looked up has a `reason`. */
  async answer(
    typed: string,
    { top = DEFAULT_TOP, articles = null, windows = MAX_READ, demands = null }: AnswerOptions = {},
  ): Promise<Answer> {
    const reason = reasonNotToLook(typed);
    if (reason !== null) return { ...NOTHING, question: typed, reason };
    this.#askedAt = performance.now();
    const within = articles && new Set(articles);
    const { ranking } = await this.#remember(this.#questions.read(typed), within, windows);
    const answer = { ...ranking, question: typed, candidates: ranking.candidates.slice(0, top) };
    const [first] = answer.candidates;
    return demands === null || !first || meets(first, demands) ? answer : silenced(answer);
  }

  /**
   * As `answer`, for a question that nobody waits for: once all sentences are read, when nobody asks and has not for a while.
   * When somebody does, it is given up and begun again later.
   *
   * @param signal ends the waiting; then the answer is `null`.
   */
  async answerBehind(
    typed: string,
    { articles = null }: AnswerOptions,
    signal: AbortSignal | undefined,
  ): Promise<Answer | null> {
    await this.#vectors.made;
    const question = this.#questions.read(typed);
    const query = { text: question.text, articles: articles && new Set(articles), phrase: null };
    if (!question.hasSubject || numberedItem(question.text, this.#articles))
      return { ...NOTHING, question: typed };
    while (!signal?.aborted) {
      await this.#quiet(signal);
      const { ranking, inHaste } = await this.#lookUp(question, query, () => (this.#isQuiet ? MAX_READ : 0));
      if (!inHaste) return { ...ranking, question: typed };
    }
    return null;
  }

  get #isQuiet(): boolean {
    return this.#waiting + this.#others() === 0 && performance.now() - this.#askedAt > QUIET_MS;
  }

  async #quiet(signal: AbortSignal | undefined): Promise<void> {
    while (!this.#isQuiet && !signal?.aborted) await sleep(LOOK_MS, undefined, { ref: false });
  }

  /** The ranking for a question, made once while it is among the last that were asked. */
  #remember(question: Question, articles: Within, most: number): Promise<Ranked> {
    const key = JSON.stringify([question.text, question.phrase, this.#named(articles)]);
    const ranked = this.#remembered.get(key) ?? this.#rank(question, articles, most);
    const forget = () => this.#remembered.delete(key);
    forget();
    this.#remembered.set(key, ranked);
    ranked.then(({ inHaste }) => inHaste && forget(), forget);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
    return ranked;
  }

  /** A short name for some articles. */
  #named(articles: Within): string | null {
    if (articles === null) return null;
    const ids = [...articles].map(({ id }) => id).sort();
    return createHash('sha256').update(JSON.stringify(ids)).digest('base64');
  }

  async #rank(question: Question, articles: Within, most: number): Promise<Ranked> {
    const item = numberedItem(question.text, articles ?? this.#articles);
    if (item) return { ranking: itemRanking(item), inHaste: false };
    if (!question.hasSubject) return { ranking: NOTHING, inHaste: false };
    this.#waiting++;
    try {
      const { text, phrase } = question;
      const share = () => Math.min(this.#share, most);
      const ranked = await this.#lookUp(question, { text, articles, phrase }, share);
      if (phrase === null) return ranked;
      if (ranked.ranking.candidates.length > 0) return wordForWord(question, ranked);
      const { ranking, inHaste } = await this.#lookUp(question, { text, articles, phrase: null }, share);
      return { ranking: { ...NOTHING, candidates: ranking.candidates, missingPhrase: phrase }, inHaste };
    } finally {
      this.#waiting--;
    }
  }

  /** Windows that are read for each of those who wait. */
  get #share(): number {
    return Math.max(FEWEST_READ, Math.floor(READS_IN_TIME / (this.#waiting + this.#others())));
  }

  async #lookUp(question: Question, query: Query, most: () => number): Promise<Ranked> {
    const found = await this.#finder.find(query, MAX_READ);
    const windows = found.windows.filter(({ window }) => this.#questions.canRead(window.article));
    if (!question.isEnglish || windows.length === 0)
      return { ranking: this.#byWords({ ...query, text: question.typed }), inHaste: false };
    let inHaste = false;
    const read = await readWindows(this.#model, { ...found, windows }, () => {
      const now = most();
      inHaste ||= now < MAX_READ;
      return now;
    });
    return { ranking: this.#decide(question, read, windows), inHaste };
  }

  #byWords(query: Query): Ranking {
    const read = rankByWords(query.text, this.#finder.findByWords(query, MAX_READ));
    return { ...NOTHING, candidates: read.map(candidateOf) };
  }

  #decide(question: Question, ranked: readonly ReadSentence[], found: readonly FoundWindow[]): Ranking {
    const { read, evidence } = weighed(question, ranked, found);
    if (evidence === null) return NOTHING;
    const confidence = confidenceOf(evidence);
    const outcome = outcomeOf(confidence);
    return {
      ...NOTHING,
      answered: outcome !== 'silent',
      outcome,
      confidence,
      candidates: read.map(candidateOf),
      also: outcome === 'silent' ? [] : alsoSaid(read, (a, b) => this.#finder.cosine(a, b)),
    };
  }
}

/** The same candidates as the nearest passages, which do not answer. */
const silenced = (answer: Answer): Answer => ({ ...answer, answered: false, outcome: 'silent', also: [] });

/** A question that is nothing but a phrase in quotation marks is answered where that stands, whatever it says. */
function wordForWord({ typed, phrase }: Question, { ranking, inHaste }: Ranked): Ranked {
  const isOnly = /^["“”„«»][^"“”„«»]*["“”„«»]$/.test(typed);
  const has = ({ article, start, end }: Candidate) => hasPhrase(article.text.slice(start, end), phrase ?? '');
  const first = isOnly && ranking.candidates.find(has);
  if (!first) return { ranking, inHaste };
  const candidates = [first, ...ranking.candidates.filter((one) => one !== first)];
  return { ranking: { ...ranking, candidates, answered: true, outcome: 'says', confidence: 1 }, inHaste };
}

/** What a question names by its number is what it asks for: there is nothing to weigh. */
function itemRanking({ article, sentence }: SentencePlace): Ranking {
  const { start, end } = article.sentences[sentence] as Span;
  const whole = {
    article,
    firstSentence: 0,
    endSentence: article.sentences.length,
    headings: [],
    leadIn: null,
  };
  const candidate = { article, sentence, start, end, headings: headingsAbove(whole, sentence), score: 0 };
  return { ...NOTHING, answered: true, outcome: 'says', confidence: 1, candidates: [candidate] };
}

function candidateOf({ found: { window }, sentence, score }: ReadSentence): Candidate {
  const { article } = window;
  const { start, end } = article.sentences[sentence] as Span;
  return { article, sentence, start, end, headings: headingsAbove(window, sentence), score };
}
