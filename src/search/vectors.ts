import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { type Cache, NO_CACHE } from '../cache.js';
import type { Article, SentencePlace } from '../corpus/article.js';
import { perArticle } from '../corpus/per-article.js';
import { encoderVersion } from '../model/files.js';
import { DIMENSIONS, type EncodedQuestion, type Vectors } from '../model/messages.js';
import type { Model } from '../model/model.js';
import { givesTurns, READ_TOGETHER, someAtATime } from '../turns.js';
import { piecesAt, piecesIn } from './pieces.js';

/** How vectors are made and kept. */
export interface VectorOptions {
  /** Where they are kept between two starts. */
  readonly cache: Cache;
  /** Whether whoever looks for something waits until all are there; else it is found by its words until then. */
  readonly waits: boolean;
  /** Told how far they have come while they are made, in sentences. */
  onProgress(done: number, all: number): void;
  /** Breaks off their making, when others take their place. */
  readonly signal?: AbortSignal;
}

/** Keeps nothing, tells nobody, waits until all are there. */
export const UNCACHED: VectorOptions = { cache: NO_CACHE, waits: true, onProgress: () => {} };

/** Sentences that are sent to the thread at a time; a question waits that long at most: less than a tenth of a second. */
const SENT_TOGETHER = 32;

/** The vectors of texts that are in use, views of the memory of some `SentenceVectors`. */
const known = new WeakMap<Article['sentences'], Vectors>();

/**
 * The vectors of the sentences of some articles, in memory that the networks' thread sees, so that nothing is copied when a
 * question is compared with them. What neither memory nor cache has is made in the background; a sentence without a vector
 * has the scale 0.
 */
export class SentenceVectors {
  readonly #firsts = new Map<Article, number>();
  readonly #vectors: Vectors;
  readonly #model: Model;
  readonly #options: VectorOptions;
  #made: Promise<void> = Promise.resolve();

  /** Takes what is there, with turns for others, and begins to make the rest. */
  static async open(
    articles: readonly Article[],
    model: Model,
    options: VectorOptions,
  ): Promise<SentenceVectors> {
    const vectors = new SentenceVectors(articles, model, options);
    const missing: Article[] = [];
    const turn = givesTurns();
    await someAtATime(articles, READ_TOGETHER, async (article) => {
      const own = known.get(article.sentences) ?? (await keptIn(options.cache, article));
      if (own) vectors.#take(article, own);
      else missing.push(article);
      await turn();
    });
    vectors.#made = vectors.#make(missing);
    // Who waits for it is told of a failure.
    vectors.#made.catch(() => {});
    return vectors;
  }

  private constructor(articles: readonly Article[], model: Model, options: VectorOptions) {
    let count = 0;
    for (const article of articles) {
      this.#firsts.set(article, count);
      count += article.sentences.length;
    }
    this.#vectors = {
      values: new Int8Array(new SharedArrayBuffer(count * DIMENSIONS)),
      scales: new Float32Array(new SharedArrayBuffer(count * 4)),
    };
    this.#model = model;
    this.#options = options;
  }

  /** The number of a sentence among all. */
  numberOf({ article, sentence }: SentencePlace): number {
    return (this.#firsts.get(article) as number) + sentence;
  }

  /** Resolves once all are there, or their making was broken off. */
  get made(): Promise<void> {
    return this.#made;
  }

  /** Whether a sentence has its vector. */
  has(number: number): boolean {
    return this.#vectors.scales[number] !== 0;
  }

  /** The question in pieces, and its cosine with each sentence; 0 where there is no vector yet. */
  async compare(question: string): Promise<EncodedQuestion> {
    if (this.#options.waits) await this.#made;
    return this.#model.compare(question, this.#vectors);
  }

  /** Makes the vectors that some sentences lack, and corrects their cosines with the question. */
  async complete(places: readonly SentencePlace[], question: string, cosines: Float32Array): Promise<void> {
    const missing = places.filter((place) => !this.has(this.numberOf(place)));
    if (missing.length === 0) return;
    const made = await this.#model.encode(
      missing.map(({ article, sentence }) => piecesAt(piecesIn(article), sentence).slice()),
    );
    const compared = await this.#model.compare(question, made);
    for (const [i, place] of missing.entries()) {
      const number = this.numberOf(place);
      this.#set(number, made, i);
      cosines[number] = compared.cosines[i] as number;
    }
  }

  /** The cosine of the vectors of two sentences. */
  cosine(...places: readonly [SentencePlace, SentencePlace]): number {
    const { values, scales } = this.#vectors;
    const [a, b] = places.map((place) => this.numberOf(place)) as [number, number];
    let sum = 0;
    for (let i = 0; i < DIMENSIONS; i++)
      sum += (values[a * DIMENSIONS + i] as number) * (values[b * DIMENSIONS + i] as number);
    return sum * (scales[a] as number) * (scales[b] as number);
  }

  async #make(articles: readonly Article[]): Promise<void> {
    const { cache, onProgress, signal } = this.#options;
    const all = articles.reduce((sum, { sentences }) => sum + sentences.length, 0);
    let done = 0;
    if (all > 0) onProgress(done, all);
    for (const article of articles) {
      // Others may have made it meanwhile.
      const own = known.get(article.sentences);
      if (own) this.#take(article, own);
      else {
        for (let first = 0; first < article.sentences.length; first += SENT_TOGETHER) {
          if (signal?.aborted) return;
          await this.#encode(article, first, Math.min(first + SENT_TOGETHER, article.sentences.length));
        }
        await cache.put(keyOfVectors(article), serialize(copyOf(this.#remember(article))));
      }
      done += article.sentences.length;
      onProgress(done, all);
    }
  }

  async #encode(article: Article, first: number, end: number): Promise<void> {
    const pieces = piecesIn(article);
    const made = await this.#model.encode(
      Array.from({ length: end - first }, (_, i) => piecesAt(pieces, first + i).slice()),
    );
    const number = this.numberOf({ article, sentence: first });
    for (let i = 0; i < end - first; i++) this.#set(number + i, made, i);
  }

  #set(number: number, from: Vectors, row: number): void {
    const { values, scales } = this.#vectors;
    values.set(from.values.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), number * DIMENSIONS);
    scales[number] = from.scales[row] as number;
  }

  #take(article: Article, { values, scales }: Vectors): void {
    const first = this.#firsts.get(article) as number;
    this.#vectors.values.set(values, first * DIMENSIONS);
    this.#vectors.scales.set(scales, first);
    this.#remember(article);
  }

  /** What is here of an article is what others take, so that the memory of those before can go. */
  #remember(article: Article): Vectors {
    const first = this.#firsts.get(article) as number;
    const end = first + article.sentences.length;
    const own = {
      values: this.#vectors.values.subarray(first * DIMENSIONS, end * DIMENSIONS),
      scales: this.#vectors.scales.subarray(first, end),
    };
    known.set(article.sentences, own);
    return own;
  }
}

/** The name of an article's vectors in the cache: they are the same wherever its sentences are. */
export const keyOfVectors = perArticle((article): string => {
  const { all, ends } = piecesIn(article);
  const hash = createHash('sha256').update(encoderVersion());
  for (const { buffer, byteOffset, byteLength } of [all, ends])
    hash.update(Buffer.from(buffer, byteOffset, byteLength));
  return `${hash.digest('hex').slice(0, 32)}.vectors`;
});

const keptIn = (cache: Cache, article: Article): Promise<Vectors | null> =>
  cache.get(keyOfVectors(article), (bytes) => {
    const vectors = deserialize(bytes) as Vectors;
    const count = article.sentences.length;
    if (vectors.scales.length === count && vectors.values.length === count * DIMENSIONS) return vectors;
    throw new Error('it is of another text');
  });

/** In memory of its own: a view of shared memory cannot be written to a file as it is. */
const copyOf = ({ values, scales }: Vectors): Vectors => ({
  values: Int8Array.from(values),
  scales: Float32Array.from(scales),
});
