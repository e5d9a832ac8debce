import type { Article, Span } from '../corpus/article.js';
import { DEFAULT_TOP } from '../limits.js';
import type { Model } from '../model/model.js';
import type { CacheOptions } from '../model/vector-cache.js';
import { Finder, type Query } from '../search/finder.js';
import { alsoSaid } from './also.js';
import type { Answer, AnswerOptions, Candidate } from './answer.js';
import { rankByWords } from './by-words.js';
import { confidenceOf, outcomeOf } from './decision.js';
import { missingIn } from './missing.js';
import { type Question, QuestionReader, reasonNotToLook } from './question.js';
import { type ReadSentence, readWindows } from './reading.js';

/** Windows that are read when nobody else waits; the right one is among them for 97 questions in 100 (docs/answering.md). */
const MAX_READ = 8;

/** Window reads shared out among those who wait, so that thirty at once are answered within Discord's three seconds. */
const READS_IN_TIME = 40;

/** Whoever waits, two windows are read: the first alone has the answer for three questions in four. */
const FEWEST_READ = 2;

/** Answers that are kept for those who ask the same again. */
const REMEMBERED = 500;

type Ranking = Omit<Answer, 'question'>;

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
  readonly #finder: Finder;
  readonly #questions: QuestionReader;
  readonly #remembered = new Map<string, Promise<Ranking>>();
  #waiting = 0;

  private constructor(model: Model, finder: Finder, questions: QuestionReader) {
    this.#model = model;
    this.#finder = finder;
    this.#questions = questions;
  }

  /** Indexes some articles. */
  static async create(articles: readonly Article[], model: Model, cache: CacheOptions): Promise<Answerer> {
    const questions = await QuestionReader.create(articles);
    return new Answerer(model, await Finder.create(articles, model, cache), questions);
  }

  /** What the texts say to a question. What cannot be looked up has a `reason`. */
  async answer(typed: string, { top = DEFAULT_TOP, article = null }: AnswerOptions = {}): Promise<Answer> {
    const reason = reasonNotToLook(typed);
    if (reason !== null) return { ...NOTHING, question: typed, reason };
    const ranking = await this.#remember(this.#questions.read(typed), article);
    return { ...ranking, question: typed, candidates: ranking.candidates.slice(0, top) };
  }

  /** The ranking for a question, made once while it is among the last that were asked. */
  #remember(question: Question, article: Article | null): Promise<Ranking> {
    const key = JSON.stringify([question.text, question.phrase, article?.id]);
    const ranking = this.#remembered.get(key) ?? this.#rank(question, article);
    this.#remembered.delete(key);
    this.#remembered.set(key, ranking);
    ranking.catch(() => this.#remembered.delete(key));
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
    return ranking;
  }

  async #rank(question: Question, article: Article | null): Promise<Ranking> {
    if (!question.hasSubject) return NOTHING;
    this.#waiting++;
    try {
      const ranking = await this.#lookUp(question, { ...question, article });
      if (question.phrase === null || ranking.candidates.length > 0) return ranking;
      const { candidates } = await this.#lookUp(question, { ...question, article, phrase: null });
      return { ...NOTHING, candidates, missingPhrase: question.phrase };
    } finally {
      this.#waiting--;
    }
  }

  async #lookUp(question: Question, query: Query): Promise<Ranking> {
    const found = await this.#finder.find(query, MAX_READ);
    const [closest] = found.windows;
    if (!closest) return NOTHING;
    if (!question.isEnglish || !this.#questions.canRead(closest.window.article)) {
      const byWords = await this.#finder.find({ ...query, byWords: true }, MAX_READ);
      return { ...NOTHING, candidates: rankByWords(question.text, byWords).map(candidateOf) };
    }
    const read = await readWindows(this.#model, found, () =>
      Math.min(MAX_READ, Math.max(FEWEST_READ, Math.floor(READS_IN_TIME / this.#waiting))),
    );
    const [first] = read;
    if (!first) return NOTHING;
    const missing = missingIn(question.text, first, found.windows, (word, position) =>
      this.#questions.isName(word, position),
    );
    const confidence = confidenceOf({ scores: read.map(({ score }) => score), missing });
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

function candidateOf({ found: { window }, sentence, score }: ReadSentence): Candidate {
  const { article, headings } = window;
  const { start, end } = article.sentences[sentence] as Span;
  return { article, sentence, start, end, headings, score };
}
