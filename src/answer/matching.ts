import type { IndexedSentence, Passage, TextIndex } from '../search/text-index.js';
import { NO_TERM } from '../search/token-store.js';
import { type Question, Relation } from './question.js';

/** Which concepts of the question some words of the texts match, and how closely. */
export interface Match {
  /** By concept: a `Relation`. */
  readonly relations: Uint8Array;
  /** By concept: how often it occurs, each occurrence weighted by its relation. */
  readonly frequencies: Float32Array;
  /** Number of words looked at. */
  readonly length: number;
}

/** What an occurrence counts for, by `Relation`. */
export const RELATION_WEIGHT = [0, 0.5, 0.9, 1, 1];

/** BM25's constants: how fast repetition saturates, how much length counts. */
const K1 = 1.2;
const B = 0.75;

/** Matches sentences of the texts against one question; each sentence is read at most once. */
export class Matcher {
  readonly #index: TextIndex;
  readonly #question: Question;
  readonly #byTerm = new Map<number, { concept: number; relation: number }[]>();
  readonly #sentences = new Map<number, Match>();

  constructor(index: TextIndex, question: Question) {
    this.#index = index;
    this.#question = question;
    for (const [concept, { alternatives }] of question.concepts.entries()) {
      for (const { term, relation } of alternatives) {
        const others = this.#byTerm.get(term) ?? [];
        this.#byTerm.set(term, [...others, { concept, relation }]);
      }
    }
  }

  sentence(id: number): Match {
    let match = this.#sentences.get(id);
    if (!match) {
      match = this.#read(this.#index.sentences[id] as IndexedSentence);
      this.#sentences.set(id, match);
    }
    return match;
  }

  /** Sentences `first…end - 1` taken together. */
  sentences(first: number, end: number): Match {
    const joined = this.#empty();
    let length = 0;
    for (let id = first; id < end; id++) {
      const match = this.sentence(id);
      length += match.length;
      for (let c = 0; c < joined.relations.length; c++) {
        joined.relations[c] = Math.max(joined.relations[c] as number, match.relations[c] as number);
        (joined.frequencies[c] as number) += match.frequencies[c] as number;
      }
    }
    return { ...joined, length };
  }

  passage(id: number): Match {
    const { firstSentence, endSentence } = this.#index.passages[id] as Passage;
    return this.sentences(firstSentence, endSentence);
  }

  /** A whole article, from its counts. */
  article(id: number): Match {
    const match = this.#empty();
    for (const [concept, { alternatives }] of this.#question.concepts.entries()) {
      for (const { term, relation } of alternatives) {
        const count = this.#index.countInArticle(id, term);
        if (count === 0) continue;
        match.relations[concept] = Math.max(match.relations[concept] as number, relation);
        (match.frequencies[concept] as number) += count * (RELATION_WEIGHT[relation] ?? 0);
      }
    }
    return { ...match, length: this.#index.entries[id]?.length ?? 0 };
  }

  /** BM25 of a match (S. Robertson and H. Zaragoza, 2009) against texts of the given average length. */
  bm25(match: Match, averageLength: number): number {
    const length = K1 * (1 - B + (B * match.length) / (averageLength || 1));
    let score = 0;
    for (const [concept, { idf }] of this.#question.concepts.entries()) {
      const frequency = match.frequencies[concept] as number;
      score += (idf * frequency * (K1 + 1)) / (frequency + length);
    }
    return score;
  }

  #empty(): Match {
    const size = this.#question.concepts.length;
    return { relations: new Uint8Array(size), frequencies: new Float32Array(size), length: 0 };
  }

  #read({ firstToken, endToken }: IndexedSentence): Match {
    const { tokens } = this.#index;
    const match = this.#empty();
    for (let token = firstToken; token < endToken; token++) {
      const term = tokens.term(token);
      const hits = term === NO_TERM ? undefined : this.#byTerm.get(term);
      for (const { concept, relation } of hits ?? []) {
        const sameForm =
          relation === Relation.stem && tokens.form(token) === this.#question.concepts[concept]?.formId;
        const found = sameForm ? Relation.form : relation;
        match.relations[concept] = Math.max(match.relations[concept] as number, found);
        (match.frequencies[concept] as number) += RELATION_WEIGHT[found] ?? 0;
      }
    }
    return { ...match, length: endToken - firstToken };
  }
}
