import { Cue } from '../search/cues.js';
import { type IndexedSentence, LEAD_SENTENCES, type Passage, type TextIndex } from '../search/text-index.js';
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

/** A word of a sentence that matches a concept. */
interface SentenceHit {
  readonly token: number;
  readonly concept: number;
  readonly relation: number;
}

/** A match of one sentence, with the place of each hit. */
export interface SentenceMatch extends Match {
  /** In order of tokens. */
  readonly hits: readonly SentenceHit[];
}

const NO_HITS: readonly SentenceHit[] = [];

/** What is common to all sentences of an article. */
export interface ArticleMatch extends Match {
  /** By concept: closest relation of a word of the title. */
  readonly title: readonly number[];
  /** By concept: closest relation of a word of its first sentences. */
  readonly lead: readonly number[];
  /** By concept: inverse document frequency among the sentences of this article. */
  readonly localIdf: readonly number[];
  readonly localWeight: number;
  /** By concept: the first of the sentences read so far that holds it, by stem or family. */
  readonly firstSeen: readonly number[];
}

/** By concept: what an article has of it. */
interface ArticleTerms {
  readonly relations: number[];
  readonly frequencies: number[];
  /** How often its most frequent form occurs, by stem or family. */
  readonly most: number[];
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
  /** A zero for every concept. */
  readonly #none: readonly number[];
  readonly #sentences = new Map<number, SentenceMatch>();
  readonly #passages = new Map<number, Match>();
  readonly #firstSeen = new Map<number, number[]>();
  readonly #articles = new Map<number, ArticleMatch>();
  readonly #articleScores = new Map<number, number>();
  /** By article; read when the first one is asked for. */
  #counts: ReadonlyMap<number, ArticleTerms> | null = null;

  constructor(index: TextIndex, question: Question) {
    this.#index = index;
    this.#question = question;
    this.#asked = new Uint8Array(index.tokens.vocabulary.size);
    this.#none = this.#zeros();
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

  /** BM25 of an article. */
  articleScore(id: number): number {
    return cached(this.#articleScores, id, () => this.bm25(this.article(id), this.#index.averages.article));
  }

  #zeros(): number[] {
    return this.#question.concepts.map(() => 0);
  }

  #read(id: number): SentenceMatch {
    const { tokens } = this.#index;
    const { article, firstToken, endToken } = this.#index.sentences[id] as IndexedSentence;
    const length = endToken - firstToken;
    let token = firstToken;
    while (token < endToken && this.#asked[tokens.term(token)] === 0) token++;
    // Most sentences hold nothing of the question; they share their empty lists.
    if (token === endToken) return { relations: this.#none, frequencies: this.#none, hits: NO_HITS, length };
    const relations = this.#zeros();
    const frequencies = this.#zeros();
    const hits: SentenceHit[] = [];
    for (; token < endToken; token++) {
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
    return { relations, frequencies, hits, length };
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

  /** What the articles have of the question, by way of the articles that each term occurs in. */
  #readCounts(): Map<number, ArticleTerms> {
    const found = new Map<number, ArticleTerms>();
    for (const [concept, { alternatives }] of this.#question.concepts.entries()) {
      for (const { term, relation, weight } of alternatives) {
        this.#index.articleCounts.forEach(term, (article, count) => {
          const terms = cached(found, article, () => this.#noTerms());
          (terms.frequencies[concept] as number) += count * weight;
          if (relation > (terms.relations[concept] as number)) terms.relations[concept] = relation;
          if (relation >= Relation.derived && count > (terms.most[concept] as number))
            terms.most[concept] = count;
        });
      }
    }
    return found;
  }

  #noTerms(): ArticleTerms {
    return { relations: this.#zeros(), frequencies: this.#zeros(), most: this.#zeros() };
  }

  #readArticle(id: number): ArticleMatch {
    this.#counts ??= this.#readCounts();
    const { relations, frequencies, most } = this.#counts.get(id) ?? this.#noTerms();
    const { firstSentence = 0, endSentence = 0, length = 0, titleTerms } = this.#index.entries[id] ?? {};
    const title = this.#question.concepts.map(({ alternatives }) =>
      alternatives.reduce(
        (closest, { term, relation }) => (titleTerms?.has(term) ? Math.max(closest, relation) : closest),
        0,
      ),
    );
    const localIdf = most.map((count) =>
      Math.log(1 + (Math.max(0, endSentence - firstSentence - count) + 0.5) / (count + 0.5)),
    );
    const localWeight = localIdf.reduce((sum, idf) => sum + idf, 0);
    const firstSeen = cached(this.#firstSeen, id, () => this.#zeros().fill(Number.POSITIVE_INFINITY));
    const lead = this.relations(firstSentence, Math.min(firstSentence + LEAD_SENTENCES, endSentence));
    return { relations, frequencies, title, lead, localIdf, localWeight, firstSeen, length };
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
