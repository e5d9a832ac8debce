import type { IndexedSentence, TextIndex } from '../search/text-index.js';
import { NO_TERM } from '../search/token-store.js';
import { cosine, vectorOf } from '../text/word-vectors.js';
import type { Question } from './question.js';

/** How near a sentence comes to the question in meaning, by the surroundings in which its words are used elsewhere. */
export interface Meaning {
  /** By concept: cosine to the nearest word, 0 when none is near. */
  readonly nearest: readonly number[];
  /** Cosine of the asked word to the nearest word that the question does not hold ("which *city*", `Warsaw`). */
  readonly nearestToFocus: number;
  /** How near the words that the question does not hold come to any of it, on average, the rare ones weighing more. */
  readonly ofTheRest: number;
}

/** Compares sentences with one question; each term is compared at most once. */
export class MeaningMatcher {
  readonly #index: TextIndex;
  readonly #question: Question;
  readonly #isAsked: (term: number) => boolean;
  /** By concept: number of its vector. */
  readonly #vectors: readonly number[];
  /** By term: where its cosines to the concepts start in `#cosines`, -1 for a term without a vector. */
  readonly #starts = new Map<number, number>();
  readonly #cosines: number[] = [];

  /** @param isAsked whether a term matches any concept of the question */
  constructor(index: TextIndex, question: Question, isAsked: (term: number) => boolean) {
    this.#index = index;
    this.#question = question;
    this.#isAsked = isAsked;
    this.#vectors = question.concepts.map(({ stem }) => vectorOf(stem));
  }

  sentence({ firstToken, endToken }: IndexedSentence): Meaning {
    const { tokens } = this.#index;
    const { focus } = this.#question;
    const nearest = this.#vectors.map(() => 0);
    let nearestToFocus = 0;
    let sum = 0;
    let weight = 0;
    for (let token = firstToken; token < endToken; token++) {
      const term = tokens.term(token);
      if (term === NO_TERM) continue;
      const start = this.#startOf(term);
      let most = 0;
      for (let c = 0; start >= 0 && c < nearest.length; c++) {
        const value = this.#cosines[start + c] as number;
        if (value > (nearest[c] as number)) nearest[c] = value;
        if (value > most) most = value;
      }
      if (this.#isAsked(term)) continue;
      if (start >= 0 && focus >= 0)
        nearestToFocus = Math.max(nearestToFocus, this.#cosines[start + focus] as number);
      const idf = this.#index.idf(term);
      sum += idf * most;
      weight += idf;
    }
    return { nearest, nearestToFocus, ofTheRest: weight === 0 ? 0 : sum / weight };
  }

  #startOf(term: number): number {
    let start = this.#starts.get(term);
    if (start === undefined) {
      const vector = this.#index.lexicon.vectorOfTerm(term);
      start = vector < 0 ? -1 : this.#cosines.length;
      this.#starts.set(term, start);
      if (vector >= 0) {
        for (const concept of this.#vectors) this.#cosines.push(concept < 0 ? 0 : cosine(concept, vector));
      }
    }
    return start;
  }
}
