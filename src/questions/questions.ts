import { createHash } from 'node:crypto';
import type { Answer, AnswerOptions } from '../answer/answer.js';
import type { Cache } from '../cache.js';
import type { Article, SentencePlace } from '../corpus/article.js';
import { givesTurns } from '../turns.js';
import { type Candidate, candidatesIn } from './candidates.js';

/** A question that the texts answer with confidence. */
export interface KnownQuestion {
  readonly text: string;
  /** Its own in any corpus: it stays the same whatever other questions there are. */
  readonly number: number;
  /** The text that answers it. */
  readonly article: Article;
}

/** What the questions of some texts are made with. */
interface Means {
  readonly articles: readonly Article[];
  /** What they are called in the cache, when they are kept. */
  readonly name: string;
  readonly cache: Cache;
  readonly signal: AbortSignal | undefined;
  /** An answer that gives way to everybody else's; `null` when the making is over. */
  answerBehind(question: string, options: AnswerOptions): Promise<Answer | null>;
}

/** Questions that are tried, those of all articles by turns: each takes a tenth of a second. */
const MAX_TRIED = 300;

/** What is kept of a question: its words and its article's number. */
type Kept = readonly [text: string, article: number];

/** The questions of some texts, which are made in the background. */
export class Questions {
  readonly #means: Means;
  #all: readonly KnownQuestion[] = [];
  #taken: Promise<boolean> | null = null;
  #made: Promise<void> | null = null;

  constructor(means: Means) {
    this.#means = means;
  }

  /** Those that are known by now. */
  get all(): readonly KnownQuestion[] {
    return this.#all;
  }

  /** Takes them from the cache, once; whether they were there. */
  take(): Promise<boolean> {
    this.#taken ??= this.#take();
    return this.#taken;
  }

  /** Takes them from the cache, else tries what may be asked, once. */
  make(): Promise<void> {
    this.#made ??= this.#make();
    return this.#made;
  }

  async #take(): Promise<boolean> {
    const { articles, name, cache } = this.#means;
    const kept = await cache.get(name, (bytes): Kept[] => JSON.parse(bytes.toString()));
    for (const [text, article] of kept ?? []) this.#add(text, articles[article]);
    return kept !== null;
  }

  async #make(): Promise<void> {
    if (await this.take()) return;
    const { articles, name, cache } = this.#means;
    const number = new Map(articles.map((article, i) => [article, i]));
    for (const { text, article, from, to } of await candidatesOf(articles)) {
      if (await this.#isAnswered(text, article, from, to)) this.#add(text, article);
      if (this.#means.signal?.aborted) return;
    }
    const made = this.#all.map(({ text, article }): Kept => [text, number.get(article) as number]);
    await cache.put(name, Buffer.from(JSON.stringify(made)));
  }

  #add(text: string, article: Article | undefined): void {
    if (article) this.#all = [...this.#all, { text, number: numberOf(text), article }];
  }

  /** Whether the sentence that it was made from is said to answer it, among all texts and in its own. */
  async #isAnswered(text: string, article: Article, from: number, to: number): Promise<boolean> {
    for (const articles of [null, [article]]) {
      const answer = await this.#means.answerBehind(text, { articles });
      const [first] = answer?.candidates ?? [];
      if (answer?.outcome !== 'says' || !first || !isWithin(first, article, from, to)) return false;
    }
    return true;
  }
}

const isWithin = ({ article: found, sentence }: SentencePlace, article: Article, from: number, to: number) =>
  found === article && sentence >= from && sentence < to;

/** As many of each article as there is room for, no question twice. */
async function candidatesOf(articles: readonly Article[]): Promise<(Candidate & { article: Article })[]> {
  const turn = givesTurns();
  const own: (readonly Candidate[])[] = [];
  for (const article of articles) {
    own.push(candidatesIn(article));
    await turn();
  }
  const found = new Map<string, Candidate & { article: Article }>();
  for (let i = 0; found.size < MAX_TRIED && own.some((some) => i < some.length); i++) {
    for (const [at, some] of own.entries()) {
      const candidate = some[i];
      const key = candidate?.text.toLowerCase() ?? '';
      if (candidate && !found.has(key) && found.size < MAX_TRIED)
        found.set(key, { ...candidate, article: articles[at] as Article });
    }
  }
  return [...found.values()];
}

/** A number of 32 bits that tells a question by its words. */
const numberOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE();
