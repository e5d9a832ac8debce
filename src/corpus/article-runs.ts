import type { Span } from '../text/span.js';
import type { Article } from './article.js';

/** Which of the numbered things of a corpus stand in which article: those of each follow one another. */
export class ArticleRuns {
  readonly #runs = new Map<Article, Span>();
  #count = 0;

  /** Tells how many there are with the article's, after those of the articles before. */
  end(article: Article, count: number): void {
    this.#runs.set(article, { start: this.#count, end: count });
    this.#count = count;
  }

  /** The numbers of what stands in some articles, or in all, ascending. */
  numbersIn(articles: readonly Article[] | null): number[] {
    if (articles === null) return range({ start: 0, end: this.#count });
    return [...new Set(articles)]
      .flatMap((article) => this.#runs.get(article) ?? [])
      .sort((a, b) => a.start - b.start)
      .flatMap(range);
  }
}

const range = ({ start, end }: Span): number[] => Array.from({ length: end - start }, (_, i) => start + i);
