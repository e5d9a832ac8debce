import MiniSearch, { type SearchResult } from 'minisearch';
import type { Article, Paragraph, Sentence, SentencePlace } from '../corpus/article.js';
import { termsOf } from '../english/terms.js';
import { MAX_CONTEXT_PIECES } from '../limits.js';
import { DIMENSIONS, type Encoded, type WindowInput } from '../model/messages.js';
import type { Model } from '../model/model.js';
import { type CacheOptions, encodeWithCache } from '../model/vector-cache.js';
import type { Span } from '../text/span.js';
import { holdsPhrase } from './phrase.js';
import { asks, mayAnswer, type Window, windowsOf } from './windows.js';

/** What is looked for. */
export interface Query {
  /** The question, its misspelt words mended. */
  readonly text: string;
  /** In these articles only. */
  readonly articles: ReadonlySet<Article> | null;
  /** Only in paragraphs that hold this folded phrase. */
  readonly phrase: string | null;
}

/** A window that may hold the answer, with what the reader takes. */
export interface FoundWindow {
  readonly window: Window;
  readonly input: WindowInput;
  /** Indices into the article's sentences of those that may answer. */
  readonly answers: readonly number[];
}

/** What was found for a query. */
export interface Found {
  /** The question as the reader takes it. */
  readonly question: Uint16Array;
  /** Best first. */
  readonly windows: readonly FoundWindow[];
}

/** What a point of BM25 adds to a cosine, and the most that it may add. */
const WORDS_SHARE = 0.01;
const MOST_WORDS_SHARE = 0.35;

/** The words of title and headings count half of those of the text. */
const HEADINGS_BOOST = 0.5;

/** A long word also finds those that begin with it, at a third of their weight. */
const PREFIX = { prefix: (term: string) => term.length > 4, weights: { fuzzy: 0.3, prefix: 0.3 } };

/** Windows that are indexed before others get a turn. */
const INDEXED_TOGETHER = 200;

/** Finds windows by their words (MiniSearch) and by the vectors of their sentences, added up. */
export class Finder {
  readonly #articles: ReadonlyMap<Article, ArticleEntry>;
  readonly #windows: readonly Window[];
  readonly #encoded: Encoded;
  readonly #model: Model;
  readonly #search: MiniSearch;

  private constructor(
    articles: ReadonlyMap<Article, ArticleEntry>,
    windows: readonly Window[],
    encoded: Encoded,
    model: Model,
    search: MiniSearch,
  ) {
    this.#articles = articles;
    this.#windows = windows;
    this.#encoded = encoded;
    this.#model = model;
    this.#search = search;
  }

  /** Indexes some articles; the vectors come from the cache where it has them. */
  static async create(articles: readonly Article[], model: Model, cache: CacheOptions): Promise<Finder> {
    const entries = entriesOf(articles);
    const texts = articles.flatMap((article) => [
      ...article.sentences.map(({ start, end }) => article.text.slice(start, end)),
      ...(isTitled(article) ? [article.title] : []),
    ]);
    const encoded = await encodeWithCache(model, texts, cache);
    const found = articles.flatMap((article) => {
      const { first } = entries.get(article) as ArticleEntry;
      return indexedWindowsOf(article, (sentence) => piecesOf(encoded, first + sentence).length);
    });
    const search = new MiniSearch({
      fields: ['text', 'headings'],
      tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
      processTerm: (term) => term,
      searchOptions: { tokenize: (text) => termsOf(text) },
    });
    await search.addAllAsync(
      found.map(({ text, headings }, id) => ({ id, text, headings })),
      { chunkSize: INDEXED_TOGETHER },
    );
    const windows = found.map(({ window }) => window);
    return new Finder(entries, windows, encoded, model, search);
  }

  /** The windows that are most likely to hold the answer, at most `count`, by words and vectors. */
  async find(query: Query, count: number): Promise<Found> {
    if (this.#windows.length === 0) return { question: new Uint16Array(), windows: [] };
    const { pieces, cosines } = await this.#model.compare(query.text, this.#encoded.vectors);
    const words = this.#wordScores(query);
    const scored = this.#candidates(query).map((number) => ({
      number,
      score:
        this.#closest(number, cosines) + Math.min(MOST_WORDS_SHARE, WORDS_SHARE * (words.get(number) ?? 0)),
    }));
    return { question: pieces, windows: this.#best(scored, query, cosines, count) };
  }

  /** The same by words alone, for what the networks cannot read; only windows that have a word of the question. */
  findByWords(query: Query, count: number): FoundWindow[] {
    const words = this.#wordScores(query);
    const scored = this.#candidates(query).flatMap((number) => {
      const score = words.get(number);
      return score === undefined ? [] : [{ number, score }];
    });
    return this.#best(scored, query, null, count);
  }

  /** The cosine of the vectors of two sentences. */
  cosine(...places: readonly [SentencePlace, SentencePlace]): number {
    const { values, scales } = this.#encoded.vectors;
    const [a, b] = places.map(
      ({ article, sentence }) => (this.#articles.get(article)?.first ?? 0) + sentence,
    ) as [number, number];
    let sum = 0;
    for (let i = 0; i < DIMENSIONS; i++)
      sum += (values[a * DIMENSIONS + i] as number) * (values[b * DIMENSIONS + i] as number);
    return sum * (scales[a] as number) * (scales[b] as number);
  }

  /** BM25 by window. */
  #wordScores({ text, articles }: Query): ReadonlyMap<number, number> {
    const only = articles && { filter: ({ id }: SearchResult) => this.#isIn(id, articles) };
    const found = this.#search.search(text, { ...PREFIX, boost: { headings: HEADINGS_BOOST }, ...only });
    return new Map(found.map(({ id, score }) => [id, score]));
  }

  /** Numbers of the windows of the articles that may hold a phrase. */
  #candidates({ articles, phrase }: Query): number[] {
    const all = phrase === null ? [...this.#windows.keys()] : this.#sharingWordsWith(phrase);
    return articles === null ? all : all.filter((number) => this.#isIn(number, articles));
  }

  #isIn(number: number, articles: ReadonlySet<Article>): boolean {
    return articles.has((this.#windows[number] as Window).article);
  }

  /** Windows that have a word of a phrase, all of them when it has only words that are not indexed. */
  #sharingWordsWith(phrase: string): number[] {
    const terms = termsOf(phrase);
    if (terms.length === 0) return [...this.#windows.keys()];
    return this.#search.search(phrase).map(({ id }) => id as number);
  }

  /** The first windows by score that have a sentence that may answer. */
  #best(scored: Scored[], { phrase }: Query, cosines: Float32Array | null, count: number): FoundWindow[] {
    const holds = phrase === null ? () => true : holdsPhrase(phrase);
    const windows: FoundWindow[] = [];
    for (const { number } of scored.sort((a, b) => b.score - a.score)) {
      if (windows.length >= count) break;
      const found = this.#foundWindow(number, cosines, holds);
      if (found.answers.length > 0) windows.push(found);
    }
    return windows;
  }

  /** The cosine of a window's closest sentence, headings and questions included. */
  #closest(number: number, cosines: Float32Array): number {
    const { article, firstSentence, endSentence } = this.#windows[number] as Window;
    const { first } = this.#articles.get(article) as ArticleEntry;
    let most = -1;
    for (let i = first + firstSentence; i < first + endSentence; i++)
      most = Math.max(most, cosines[i] as number);
    return most;
  }

  #foundWindow(number: number, cosines: Float32Array | null, holds: ParagraphTest): FoundWindow {
    const window = this.#windows[number] as Window;
    const { article, firstSentence, endSentence } = window;
    const { first } = this.#articles.get(article) as ArticleEntry;
    const sentences = article.sentences.slice(firstSentence, endSentence).map((sentence, i) => {
      const index = firstSentence + i;
      return {
        index,
        answers:
          mayAnswer(article, sentence) && holds(article, article.paragraphs[sentence.paragraph] as Paragraph),
        pieces: piecesOf(this.#encoded, first + index),
        cosine: cosines === null ? 0 : this.#nearness(window, index, cosines),
      };
    });
    return {
      window,
      input: {
        context: this.#contextOf(window),
        parts: sentences.map(({ answers, pieces, cosine }) => ({ pieces, cosine: answers ? cosine : null })),
      },
      answers: sentences.flatMap(({ index, answers }) => (answers ? [index] : [])),
    };
  }

  /** A sentence's cosine with the question; of what answers a question of the text, that of the question if it is higher. */
  #nearness({ article }: Window, index: number, cosines: Float32Array): number {
    const at = (this.#articles.get(article) as ArticleEntry).first + index;
    const above = article.sentences[index - 1];
    const own = cosines[at] as number;
    return above && asks(article, above) ? Math.max(own, cosines[at - 1] as number) : own;
  }

  /** Title, headings and lead-in in word pieces, each cut where the reader's training cut it. */
  #contextOf({ article, headings, leadIn }: Window): Uint16Array {
    const { first, title } = this.#articles.get(article) as ArticleEntry;
    const sentences = leadIn === null ? headings : [...headings, leadIn];
    const numbers = [...(title === null ? [] : [title]), ...sentences.map((sentence) => first + sentence)];
    return Uint16Array.from(
      numbers.flatMap((number) => [...piecesOf(this.#encoded, number).subarray(0, MAX_CONTEXT_PIECES)]),
    );
  }
}

/** Where an article's texts stand among those that are encoded. */
interface ArticleEntry {
  readonly first: number;
  readonly title: number | null;
}

/** Whether a paragraph has what is asked for. */
type ParagraphTest = (article: Article, paragraph: Paragraph) => boolean;

interface Scored {
  readonly number: number;
  readonly score: number;
}

/** Whether an article has a title that is not its first heading too. */
const isTitled = ({ titleGiven, title, text, sentences: [first] }: Article): boolean =>
  titleGiven && !(first?.kind === 'heading' && text.slice(first.start, first.end) === title);

/** A window with the terms it is found by, parted by spaces. */
interface IndexedWindow {
  readonly window: Window;
  readonly text: string;
  readonly headings: string;
}

const indexedWindows = new WeakMap<Article, readonly IndexedWindow[]>();

/** The windows of an article, cut and stemmed once: a library that follows another shares its articles. */
function indexedWindowsOf(
  article: Article,
  piecesOf: (sentence: number) => number,
): readonly IndexedWindow[] {
  const windows = indexedWindows.get(article) ?? windowsOf(article, piecesOf).map(indexed);
  indexedWindows.set(article, windows);
  return windows;
}

function entriesOf(articles: readonly Article[]): Map<Article, ArticleEntry> {
  let next = 0;
  return new Map(
    articles.map((article) => {
      const first = next;
      const title = isTitled(article) ? first + article.sentences.length : null;
      next = first + article.sentences.length + (title === null ? 0 : 1);
      return [article, { first, title }];
    }),
  );
}

function indexed(window: Window): IndexedWindow {
  const { article, firstSentence, endSentence, headings } = window;
  const { start } = article.sentences[firstSentence] as Span;
  const { end } = article.sentences[endSentence - 1] as Span;
  const above = headings.map((heading) => {
    const sentence = article.sentences[heading] as Sentence;
    return article.text.slice(sentence.start, sentence.end);
  });
  const terms = (text: string) => termsOf(text).join(' ');
  return {
    window,
    text: terms(article.text.slice(start, end)),
    headings: terms([...(isTitled(article) ? [article.title] : []), ...above].join('\n')),
  };
}

const piecesOf = ({ pieces, ends }: Encoded, number: number): Uint16Array =>
  pieces.subarray(ends[number - 1] ?? 0, ends[number]);
