import type { Span } from '../text/span.js';
import { type FieldTerms, TermIndex } from '../text/term-index.js';
import { eachInTurn } from '../turns.js';
import type { Article } from './article.js';

/** Something that stands in an article, and the terms that it is found by. Plain data, to be kept. */
export interface Found<Item> {
  readonly item: Omit<Item, 'article'>;
  readonly terms: FieldTerms;
}

/** The items of one kind (quotations, figures) of all articles, numbered from 0; those of an article follow one another. */
export class Gathered<Item extends { readonly article: Article }> {
  readonly items: readonly Item[];
  /** The terms of the items, under their numbers. */
  readonly terms: TermIndex;
  readonly #numbers: ReadonlyMap<Item, number>;
  readonly #runs: ReadonlyMap<Article, Span>;
  /** The numbers of all; asked for with each suggestion. */
  readonly #all: readonly number[];

  /** Gathers what `foundIn` finds in each article, which only lacks that article to be an item. */
  static async from<Item extends { readonly article: Article }>(
    articles: readonly Article[],
    foundIn: (article: Article) => readonly Found<Item>[],
  ): Promise<Gathered<Item>> {
    const items: Item[] = [];
    const terms: FieldTerms[] = [];
    const runs = new Map<Article, Span>();
    await eachInTurn(articles, (article) => {
      const start = items.length;
      for (const found of foundIn(article)) {
        items.push({ ...found.item, article } as Item);
        terms.push(found.terms);
      }
      runs.set(article, { start, end: items.length });
    });
    return new Gathered(items, await TermIndex.create(terms), runs);
  }

  private constructor(items: readonly Item[], terms: TermIndex, runs: ReadonlyMap<Article, Span>) {
    this.items = items;
    this.terms = terms;
    this.#numbers = new Map(items.map((item, number) => [item, number]));
    this.#runs = runs;
    this.#all = [...items.keys()];
  }

  /** An item by its number; `null` where there are not as many. */
  at(number: number): Item | null {
    return this.items[number] ?? null;
  }

  /** The number of an item; -1 for none of these. */
  numberOf(item: Item): number {
    return this.#numbers.get(item) ?? -1;
  }

  /** The numbers of the items of some articles, or of all (`null`), ascending. */
  numbersIn(articles: readonly Article[] | null): readonly number[] {
    if (articles === null) return this.#all;
    return [...new Set(articles)]
      .flatMap((article) => this.#runs.get(article) ?? [])
      .sort((a, b) => a.start - b.start)
      .flatMap(range);
  }

  /** The items of these numbers, in their order. */
  chosen(numbers: readonly number[]): Item[] {
    return numbers.map((number) => this.items[number] as Item);
  }
}

const range = ({ start, end }: Span): number[] => Array.from({ length: end - start }, (_, i) => start + i);
