import MiniSearch from 'minisearch';
import type { Article } from '../corpus/article.js';
import { termsOf } from '../text/tokens.js';
import { ArticleCounts } from './article-counts.js';
import { cuesOfForm } from './cues.js';
import { Lexicon } from './lexicon.js';
import { Shape } from './shape.js';
import { NO_TERM, TokenStore } from './token-store.js';

/** A sentence that may answer. */
export interface IndexedSentence {
  /** Index into `TextIndex.articles`. */
  readonly article: number;
  /** Index into the article's `sentences`. */
  readonly sentence: number;
  /** Index into `TextIndex.passages`. */
  readonly passage: number;
  /** Tokens `firstToken…endToken - 1` of the store. */
  readonly firstToken: number;
  readonly endToken: number;
  /** Whether it holds quotation marks. */
  readonly quotes: boolean;
}

/** A run of sentences of one paragraph: the unit that MiniSearch finds. */
export interface Passage {
  readonly article: number;
  readonly firstSentence: number;
  readonly endSentence: number;
  readonly length: number;
}

/** So many sentences of an article say what it is about. */
export const LEAD_SENTENCES = 2;

/** Where an article stands among the sentences. */
export interface ArticleEntry {
  readonly firstSentence: number;
  readonly endSentence: number;
  readonly length: number;
  /** Terms of the title, and of the headings above the text. */
  readonly titleTerms: ReadonlySet<number>;
}

/** A paragraph longer than this is indexed in parts, so that a text without paragraphs is searched as well. */
const MAX_PASSAGE_SENTENCES = 10;

/**
 * Everything that ranking reads about a corpus, built once. Passages are found by MiniSearch; their sentences are
 * scored from the token store, which is faster than a second search and needs half the memory.
 */
export class TextIndex {
  readonly articles: readonly Article[];
  readonly tokens = new TokenStore();
  readonly sentences: IndexedSentence[] = [];
  readonly passages: Passage[] = [];
  readonly entries: ArticleEntry[] = [];
  /** By term: in how many sentences it occurs. */
  readonly sentenceFrequency: Uint32Array;
  readonly #idf: Float32Array;
  readonly articleCounts: ArticleCounts;
  /** By form: in how many sentences it occurs. */
  readonly formFrequency: Uint32Array;
  /** By term: how often it stands capitalised inside a sentence. */
  readonly #nameCount: Uint32Array;
  readonly #termCount: Uint32Array;
  /** Mean number of tokens of a sentence, a passage and an article. */
  readonly averages: { readonly sentence: number; readonly passage: number; readonly article: number };
  readonly lexicon: Lexicon;
  /** By form: `Cue` bits. */
  readonly #cues: Uint16Array;
  readonly #search: MiniSearch<{ id: number; text: string }>;

  constructor(articles: readonly Article[]) {
    this.articles = articles;
    for (const index of articles.keys()) {
      const first = this.sentences.length;
      this.#addArticle(index);
      this.entries.push(this.#entryOf(index, first, this.sentences.length));
    }
    this.tokens.seal();
    this.lexicon = new Lexicon(this.tokens.vocabulary);
    this.#cues = Uint16Array.from(this.tokens.forms.entries(), cuesOfForm);
    const { vocabulary, forms } = this.tokens;
    this.sentenceFrequency = this.#frequency(vocabulary.size, (token) => this.tokens.term(token));
    this.#idf = Float32Array.from(this.sentenceFrequency, (count) => this.inverseFrequency(count));
    this.formFrequency = this.#frequency(forms.size, (token) => this.tokens.form(token));
    this.articleCounts = new ArticleCounts(
      vocabulary.size,
      this.entries.map((entry) => this.#termCountsOf(entry)),
    );
    this.#nameCount = new Uint32Array(this.tokens.vocabulary.size);
    this.#termCount = new Uint32Array(this.tokens.vocabulary.size);
    this.#countNames();
    const mean = (count: number) => this.tokens.size / Math.max(1, count);
    this.averages = {
      sentence: mean(this.sentences.length),
      passage: mean(this.passages.length),
      article: mean(this.entries.length),
    };
    this.#search = this.#buildSearch();
  }

  /** Every form of the texts with the number of sentences that hold its term. */
  *formFrequencies(): Generator<readonly [form: string, frequency: number]> {
    const seen = new Set<number>();
    for (let token = 0; token < this.tokens.size; token++) {
      const form = this.tokens.form(token);
      if (seen.has(form)) continue;
      seen.add(form);
      yield [this.tokens.forms.entry(form), this.sentenceFrequency[this.tokens.term(token)] ?? 1];
    }
  }

  /** Passages that hold any of the terms, best first, by BM25+ with the given weight of each term. */
  findPassages(
    weights: ReadonlyMap<string, number>,
    article: number | null,
  ): { passage: number; score: number }[] {
    return this.#search
      .search([...weights.keys()].join(' '), {
        boostTerm: (term) => weights.get(term) ?? 1,
        ...(article !== null && { filter: ({ id }) => this.passages[id]?.article === article }),
      })
      .map(({ id, score }) => ({ passage: id as number, score }));
  }

  /** What the word at a token is a cue for: `Cue` bits. */
  cueOf(token: number): number {
    return this.#cues[this.tokens.form(token)] as number;
  }

  /** Share of a term's occurrences, sentence openings aside, that are capitalised. */
  nameShare(term: number): number {
    return (this.#nameCount[term] ?? 0) / ((this.#termCount[term] ?? 0) || 1);
  }

  /** BM25's inverse document frequency of a term. */
  idf(term: number): number {
    return this.#idf[term] as number;
  }

  /** The same of something that so many sentences hold. */
  inverseFrequency(sentences: number): number {
    return Math.log(1 + (this.sentences.length - sentences + 0.5) / (sentences + 0.5));
  }

  #addArticle(article: number): void {
    const { text, paragraphs, sentences } = this.articles[article] as Article;
    for (const { firstSentence, endSentence } of paragraphs) {
      for (let from = firstSentence; from < endSentence; from += MAX_PASSAGE_SENTENCES) {
        const first = this.sentences.length;
        const start = this.tokens.size;
        for (let i = from; i < Math.min(endSentence, from + MAX_PASSAGE_SENTENCES); i++) {
          const sentence = sentences[i];
          if (sentence?.kind !== 'body') continue;
          const firstToken = this.tokens.size;
          const words = text.slice(sentence.start, sentence.end);
          this.tokens.append(words);
          const quotes = /["“”«»„]/.test(words);
          const passage = this.passages.length;
          this.sentences.push({
            article,
            sentence: i,
            passage,
            firstToken,
            endToken: this.tokens.size,
            quotes,
          });
        }
        if (this.sentences.length === first) continue;
        const length = this.tokens.size - start;
        this.passages.push({ article, firstSentence: first, endSentence: this.sentences.length, length });
      }
    }
  }

  #countNames(): void {
    for (let token = 0; token < this.tokens.size; token++) {
      const term = this.tokens.term(token);
      const shape = this.tokens.shape(token);
      if (shape === Shape.name) (this.#nameCount[term] as number)++;
      if (shape !== Shape.opening) (this.#termCount[term] as number)++;
    }
  }

  /** In how many sentences each of `size` numbers occurs that `numberOf` gives to the tokens. */
  #frequency(size: number, numberOf: (token: number) => number): Uint32Array {
    const frequency = new Uint32Array(size);
    const lastSeen = new Int32Array(size).fill(-1);
    for (const [id, { firstToken, endToken }] of this.sentences.entries()) {
      for (let token = firstToken; token < endToken; token++) {
        const number = numberOf(token);
        if (lastSeen[number] === id) continue;
        lastSeen[number] = id;
        (frequency[number] as number)++;
      }
    }
    return frequency;
  }

  #entryOf(article: number, firstSentence: number, endSentence: number): ArticleEntry {
    const titleTerms = titlesOf(this.articles[article] as Article).flatMap(termsOf);
    const sentences = this.sentences.slice(firstSentence, endSentence);
    const length = sentences.reduce((sum, { firstToken, endToken }) => sum + endToken - firstToken, 0);
    return {
      firstSentence,
      endSentence,
      length,
      titleTerms: new Set(titleTerms.map((term) => this.tokens.vocabulary.add(term))),
    };
  }

  #termCountsOf({ firstSentence, endSentence }: ArticleEntry): Map<number, number> {
    const counts = new Map<number, number>();
    for (let id = firstSentence; id < endSentence; id++) {
      const { firstToken, endToken } = this.sentences[id] as IndexedSentence;
      for (let token = firstToken; token < endToken; token++) {
        const term = this.tokens.term(token);
        if (term !== NO_TERM) counts.set(term, (counts.get(term) ?? 0) + 1);
      }
    }
    return counts;
  }

  #buildSearch(): MiniSearch<{ id: number; text: string }> {
    const search = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      tokenize: (text) => (text === '' ? [] : text.split(' ')),
      processTerm: (term) => term,
    });
    for (const [id, passage] of this.passages.entries()) search.add({ id, text: this.#termsOf(passage) });
    return search;
  }

  #termsOf({ firstSentence, endSentence }: Passage): string {
    const { firstToken } = this.sentences[firstSentence] as IndexedSentence;
    const { endToken } = this.sentences[endSentence - 1] as IndexedSentence;
    const terms: string[] = [];
    for (let token = firstToken; token < endToken; token++) {
      const term = this.tokens.term(token);
      if (term !== NO_TERM) terms.push(this.tokens.vocabulary.entry(term));
    }
    return terms.join(' ');
  }
}

/** The title, if one is given, and the headings above the text. */
function titlesOf({ title, titleGiven, text, sentences }: Article): string[] {
  const body = sentences.findIndex(({ kind }) => kind === 'body');
  const headings = sentences.slice(0, Math.max(0, body)).filter(({ kind }) => kind === 'heading');
  return [...(titleGiven ? [title] : []), ...headings.map(({ start, end }) => text.slice(start, end))];
}
