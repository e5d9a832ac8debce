import MiniSearch, { type SearchResult } from 'minisearch';
import type { Article, Paragraph, Sentence, SentencePlace } from '../corpus/article.js';
import { perArticle } from '../corpus/per-article.js';
import { termsOf } from '../english/terms.js';
import { MAX_CONTEXT_PIECES, MAX_WINDOW_PIECES } from '../limits.js';
import type { WindowInput } from '../model/messages.js';
import type { Span } from '../text/span.js';
import { givesTurns } from '../turns.js';
import { holdsPhrase } from './phrase.js';
import { isTitled, type Pieces, piecesAt, piecesIn } from './pieces.js';
import type { SentenceVectors } from './vectors.js';
import { asks, mayAnswer, range, type Window, windowsOf } from './windows.js';

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

/** How near a sentence whose vector is still to be made is taken to be: as near as the closest of a window often is. */
const UNKNOWN_COSINE = 0.3;

/** Finds windows by their words (MiniSearch) and by the vectors of their sentences, added up. */
export class Finder {
  readonly #windows: readonly Window[];
  readonly #vectors: SentenceVectors;
  readonly #search: MiniSearch;

  private constructor(windows: readonly Window[], vectors: SentenceVectors, search: MiniSearch) {
    this.#windows = windows;
    this.#vectors = vectors;
    this.#search = search;
  }

  /** Indexes some articles by their words, with turns for others. */
  static async create(articles: readonly Article[], vectors: SentenceVectors): Promise<Finder> {
    const windows: Window[] = [];
    const search = new MiniSearch({
      fields: ['text', 'headings'],
      tokenize: (terms) => (terms === '' ? [] : terms.split(' ')),
      processTerm: (term) => term,
      searchOptions: { tokenize: (text) => termsOf(text) },
    });
    const turn = givesTurns();
    for (const article of articles) {
      for (const { window, text, headings } of windowsIn(article)) {
        search.add({ id: windows.push(window) - 1, text, headings });
        await turn();
      }
    }
    return new Finder(windows, vectors, search);
  }

  /** The windows that are most likely to hold the answer, at most `count`, by words and vectors. */
  async find(query: Query, count: number): Promise<Found> {
    if (this.#windows.length === 0) return { question: new Uint16Array(), windows: [] };
    // The networks' thread compares while this one looks for words.
    const comparing = this.#vectors.compare(query.text);
    const words = this.#wordScores(query);
    const { pieces, cosines } = await comparing;
    const scored = this.#candidates(query).map((number) => ({
      number,
      score:
        this.#closest(number, cosines) + Math.min(MOST_WORDS_SHARE, WORDS_SHARE * (words.get(number) ?? 0)),
    }));
    const best = this.#best(scored, query, count);
    await this.#vectors.complete(best.flatMap(placesIn), query.text, cosines);
    return { question: pieces, windows: best.map((one) => this.#foundWindow(one, cosines)) };
  }

  /** The same by words alone, for what the networks cannot read; only windows that have a word of the question. */
  findByWords(query: Query, count: number): FoundWindow[] {
    const words = this.#wordScores(query);
    const scored = this.#candidates(query).flatMap((number) => {
      const score = words.get(number);
      return score === undefined ? [] : [{ number, score }];
    });
    return this.#best(scored, query, count).map((one) => this.#foundWindow(one, null));
  }

  /** The cosine of the vectors of two sentences of windows that were found. */
  cosine(...places: readonly [SentencePlace, SentencePlace]): number {
    return this.#vectors.cosine(...places);
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

  /** The first windows by score that have a sentence that may answer, with those sentences. */
  #best(scored: Scored[], { phrase }: Query, count: number): Best[] {
    const holds = phrase === null ? () => true : holdsPhrase(phrase);
    const best: Best[] = [];
    for (const { number } of scored.sort((a, b) => b.score - a.score)) {
      if (best.length >= count) break;
      const window = this.#windows[number] as Window;
      const answers = answersIn(window, holds);
      if (answers.length > 0) best.push({ window, answers });
    }
    return best;
  }

  /** The cosine of a window's closest sentence, headings and questions included. */
  #closest(number: number, cosines: Float32Array): number {
    const { article, firstSentence, endSentence } = this.#windows[number] as Window;
    const first = this.#vectors.numberOf({ article, sentence: 0 });
    let most = -1;
    for (let i = first + firstSentence; i < first + endSentence; i++)
      most = Math.max(most, this.#vectors.has(i) ? (cosines[i] as number) : UNKNOWN_COSINE);
    return most;
  }

  #foundWindow({ window, answers }: Best, cosines: Float32Array | null): FoundWindow {
    const pieces = piecesIn(window.article);
    const parts = placesIn({ window }).map(({ sentence }) => ({
      pieces: piecesRead(pieces, sentence),
      cosine: answers.includes(sentence)
        ? cosines === null
          ? 0
          : this.#nearness(window, sentence, cosines)
        : null,
    }));
    return { window, input: { context: contextOf(window), parts }, answers };
  }

  /** A sentence's cosine with the question; of what answers a question of the text, that of the question if it is higher. */
  #nearness({ article }: Window, sentence: number, cosines: Float32Array): number {
    const at = this.#vectors.numberOf({ article, sentence });
    const above = article.sentences[sentence - 1];
    const own = cosines[at] as number;
    return above && asks(article, above) ? Math.max(own, cosines[at - 1] as number) : own;
  }
}

/** A window that is to be read, and its sentences that may answer. */
interface Best {
  readonly window: Window;
  readonly answers: readonly number[];
}

/** Whether a paragraph has what is asked for. */
type ParagraphTest = (article: Article, paragraph: Paragraph) => boolean;

interface Scored {
  readonly number: number;
  readonly score: number;
}

const placesIn = ({
  window: { article, firstSentence, endSentence },
}: Pick<Best, 'window'>): SentencePlace[] =>
  range(firstSentence, endSentence).map((sentence) => ({ article, sentence }));

const answersIn = (window: Window, holds: ParagraphTest): number[] =>
  placesIn({ window }).flatMap(({ article, sentence }) => {
    const one = article.sentences[sentence] as Sentence;
    return mayAnswer(article, one) && holds(article, article.paragraphs[one.paragraph] as Paragraph)
      ? [sentence]
      : [];
  });

/** Title, headings and lead-in in word pieces, each cut where the reader's training cut it. */
function contextOf({ article, headings, leadIn }: Window): Uint16Array {
  const pieces = piecesIn(article);
  const sentences = leadIn === null ? headings : [...headings, leadIn];
  const parts = [pieces.title, ...sentences.map((sentence) => piecesAt(pieces, sentence))];
  return Uint16Array.from(parts.flatMap((part) => [...part.subarray(0, MAX_CONTEXT_PIECES)]));
}

/** A window with the terms it is found by, parted by spaces. */
interface IndexedWindow {
  readonly window: Window;
  readonly text: string;
  readonly headings: string;
}

/** The windows of an article with their terms. */
export const windowsIn = perArticle(
  (article): IndexedWindow[] => {
    const pieces = piecesIn(article);
    return windowsOf(article, (sentence) => piecesRead(pieces, sentence).length).map(indexed);
  },
  (windows, article) => windows.map((one) => ({ ...one, window: { ...one.window, article } })),
);

/** The pieces of a sentence that are read in its window, in memory of their own: only they are to be sent. */
const piecesRead = (pieces: Pieces, sentence: number): Uint16Array =>
  piecesAt(pieces, sentence).slice(0, MAX_WINDOW_PIECES);

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
