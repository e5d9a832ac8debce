import { relatedWords } from '../text/related.js';
import { vectorOf } from '../text/word-vectors.js';
import type { Vocabulary } from './vocabulary.js';

/** Steps up in WordNet: an apple is an edible fruit is produce is food. */
const MAX_STEPS = 4;

const UNREAD = -2;

/** What WordNet and the word vectors say about the terms of the texts; each term is looked up once, when first asked for. */
export class Lexicon {
  readonly #vocabulary: Vocabulary;
  readonly #categories: Int8Array;
  readonly #vectors: Int32Array;
  readonly #ancestors = new Map<number, ReadonlySet<string>>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#categories = new Int8Array(vocabulary.size).fill(UNREAD);
    this.#vectors = new Int32Array(vocabulary.size).fill(UNREAD);
  }

  /** Noun category of a stem, -1 when it is no noun. */
  category(word: string): number {
    return word === '' ? -1 : relatedWords(word).category;
  }

  categoryOfTerm(term: number): number {
    if (this.#categories[term] === UNREAD)
      this.#categories[term] = this.category(this.#vocabulary.entry(term));
    return this.#categories[term] as number;
  }

  /** Number of a term's vector, -1 when it has none. */
  vectorOfTerm(term: number): number {
    if (this.#vectors[term] === UNREAD) this.#vectors[term] = vectorOf(this.#vocabulary.entry(term));
    return this.#vectors[term] as number;
  }

  /** Whether a term is a kind of what the stem names (`appl` of `fruit`). */
  isKindOf(term: number, word: string): boolean {
    let ancestors = this.#ancestors.get(term);
    if (!ancestors) {
      ancestors = ancestorsOf(this.#vocabulary.entry(term));
      this.#ancestors.set(term, ancestors);
    }
    return ancestors.has(word);
  }
}

function ancestorsOf(word: string): ReadonlySet<string> {
  const ancestors = new Set<string>();
  let level = [word];
  for (let step = 0; step < MAX_STEPS && level.length > 0; step++) {
    level = level.flatMap((below) => relatedWords(below).hypernyms.slice(0, step === 0 ? 3 : 1));
    level = level.filter((above) => !ancestors.has(above));
    for (const above of level) ancestors.add(above);
  }
  return ancestors;
}
