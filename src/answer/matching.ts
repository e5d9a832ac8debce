import { Cue } from '../search/cues.js';
import type { IndexedSentence, Passage, TextIndex } from '../search/text-index.js';
import { type Question, Relation } from './question.js';

/** Which concepts of the question some words of the texts match, and how closely. */
export interface Match {
  /** By concept: the closest `Relation`. */
  readonly relations: readonly number[];
  /** By concept: how often it occurs, each occurrence weighted by its relation. */
  readonly frequencies: readonly number[];
  /** Number of words looked at. */
  readonly length: number;
}

interface Hit {
  readonly concept: number;
  readonly relation: number;
  readonly weight: number;
}

/** A match of one sentence, with the place of each hit. */
export interface SentenceMatch extends Match {
  /** Token, concept and relation of each hit, in order of tokens. */
  readonly hits: readonly { readonly token: number; readonly concept: number; readonly relation: number }[];
}

/** What is common to all sentences of an article. */
export interface ArticleMatch extends Match {
  /** By concept: closest relation of a word of the title. */
  readonly title: readonly number[];
  /** By concept: inverse document frequency among the sentences of this article. */
  readonly localIdf: readonly number[];
  readonly localWeight: number;
  /** By concept: the first of the sentences read so far that holds it, by stem or family. */
  readonly firstSeen: readonly number[];
}

/** BM25's constants: how fast repetition saturates, how much length counts. */
const K1 = 1.2;
const B = 0.75;

/** Matches sentences of the texts against one question; each sentence is read at most once. */
export class Matcher {
  readonly #index: TextIndex;
  readonly #question: Question;
  /** By term: 1 if it is a key of `#byTerm`; asking this first is much faster. */
  readonly #asked: Uint8Array;
  readonly #byTerm = new Map<number, Hit[]>();
  readonly #sentences = new Map<number, SentenceMatch>();
  readonly #passages = new Map<number, Match>();
  readonly #firstSeen = new Map<number, number[]>();
  readonly #articles = new Map<number, ArticleMatch>();

  constructor(index: TextIndex, question: Question) {
    this.#index = index;
    this.#question = question;
    this.#asked = new Uint8Array(index.tokens.vocabulary.size);
    for (const [concept, { alternatives }] of question.concepts.entries()) {
      for (const { term, relation, weight } of alternatives) {
        this.#asked[term] = 1;
        const hits = this.#byTerm.get(term);
        if (hits) hits.push({ concept, relation, weight });
        else this.#byTerm.set(term, [{ concept, relation, weight }]);
      }
    }
  }

  /** Whether a term matches any concept. */
  isAsked(term: number): boolean {
    return this.#asked[term] === 1;
  }

  sentence(id: number): SentenceMatch {
    return cached(this.#sentences, id, () => this.#read(id));
  }

  passage(id: number): Match {
    return cached(this.#passages, id, () => this.#readPassage(this.#index.passages[id] as Passage));
  }

  article(id: number): ArticleMatch {
    return cached(this.#articles, id, () => this.#readArticle(id));
  }

  /** By concept: the closest relation in a sentence, of words that follow no preposition; so they may be its subject. */
  subjects(id: number): readonly number[] {
    const closest = this.#zeros();
    for (const { token, concept, relation } of this.sentence(id).hits) {
      const governed = (this.#index.cueOf(token - 1) & Cue.preposition) !== 0;
      if (!governed) closest[concept] = Math.max(closest[concept] as number, relation);
    }
    return closest;
  }

  /** By concept: the closest relation in sentences `first…end - 1`. */
  relations(first: number, end: number): readonly number[] {
    const closest = this.#zeros();
    for (let id = first; id < end; id++) {
      const { relations } = this.sentence(id);
      for (let c = 0; c < closest.length; c++) {
        if ((relations[c] as number) > (closest[c] as number)) closest[c] = relations[c] as number;
      }
    }
    return closest;
  }

  /** BM25 of a match (S. Robertson and H. Zaragoza, 2009) against texts of the given average length. */
  bm25(match: Match, averageLength: number): number {
    const length = K1 * (1 - B + (B * match.length) / (averageLength || 1));
    const { concepts } = this.#question;
    let score = 0;
    for (let c = 0; c < concepts.length; c++) {
      const frequency = match.frequencies[c] as number;
      score += ((concepts[c]?.idf ?? 0) * frequency * (K1 + 1)) / (frequency + length);
    }
    return score;
  }

  #zeros(): number[] {
    return this.#question.concepts.map(() => 0);
  }

  #read(id: number): SentenceMatch {
    const { tokens } = this.#index;
    const { article, firstToken, endToken } = this.#index.sentences[id] as IndexedSentence;
    const relations = this.#zeros();
    const frequencies = this.#zeros();
    const hits: { token: number; concept: number; relation: number }[] = [];
    for (let token = firstToken; token < endToken; token++) {
      const term = tokens.term(token);
      if (this.#asked[term] === 0) continue;
      for (const { concept, relation: least, weight } of this.#byTerm.get(term) ?? []) {
        const sameForm = tokens.form(token) === this.#question.concepts[concept]?.formId;
        const relation = sameForm ? Relation.form : least;
        hits.push({ token, concept, relation });
        relations[concept] = Math.max(relations[concept] as number, relation);
        (frequencies[concept] as number) += weight;
      }
    }
    this.#noteFirst(article, id, relations);
    return { relations, frequencies, hits, length: endToken - firstToken };
  }

  #noteFirst(article: number, id: number, relations: readonly number[]): void {
    const first = cached(this.#firstSeen, article, () => relations.map(() => Number.POSITIVE_INFINITY));
    for (let c = 0; c < relations.length; c++) {
      if ((relations[c] as number) >= Relation.derived && id < (first[c] as number)) first[c] = id;
    }
  }

  #readPassage({ firstSentence, endSentence, length }: Passage): Match {
    const frequencies = this.#zeros();
    for (let id = firstSentence; id < endSentence; id++) {
      const own = this.sentence(id).frequencies;
      for (let c = 0; c < frequencies.length; c++) (frequencies[c] as number) += own[c] as number;
    }
    return { relations: this.relations(firstSentence, endSentence), frequencies, length };
  }

  #readArticle(id: number): ArticleMatch {
    const relations = this.#zeros();
    const frequencies = this.#zeros();
    const localIdf = this.#zeros();
    const title = this.#zeros();
    const entry = this.#index.entries[id];
    const sentences = entry ? entry.endSentence - entry.firstSentence : 0;
    for (const [concept, { alternatives }] of this.#question.concepts.entries()) {
      let most = 0;
      for (const { term, relation, weight } of alternatives) {
        if (entry?.titleTerms.has(term)) title[concept] = Math.max(title[concept] as number, relation);
        const count = this.#index.countInArticle(id, term);
        if (count === 0) continue;
        if (relation >= Relation.derived) most = Math.max(most, count);
        relations[concept] = Math.max(relations[concept] as number, relation);
        (frequencies[concept] as number) += count * weight;
      }
      localIdf[concept] = Math.log(1 + (Math.max(0, sentences - most) + 0.5) / (most + 0.5));
    }
    const localWeight = localIdf.reduce((sum, idf) => sum + idf, 0);
    const firstSeen = cached(this.#firstSeen, id, () => this.#zeros().fill(Number.POSITIVE_INFINITY));
    return { relations, frequencies, title, localIdf, localWeight, firstSeen, length: entry?.length ?? 0 };
  }
}

function cached<T>(cache: Map<number, T>, id: number, make: () => T): T {
  let value = cache.get(id);
  if (value === undefined) {
    value = make();
    cache.set(id, value);
  }
  return value;
}
