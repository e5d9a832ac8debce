import type { Article } from './article.js';

/** What is made of an article alone; see `perArticle`. */
export interface PerArticle<T> {
  (article: Article): T;
  /** Takes what was made of the article before, so that it is not made again. */
  give(article: Article, value: T): void;
}

/**
 * What is made of an article alone, made once while its text lives: a library that follows another shares its articles,
 * and a copy that only names the text otherwise (another id, another distinction) shares what was made of the first.
 *
 * @param bind makes a copy's value of the first one's, where the value refers to its article.
 * @example
 * const figuresIn = perArticle(figuresOf, (figures, article) => figures.map((figure) => ({ ...figure, article })));
 */
export function perArticle<T>(
  make: (article: Article) => T,
  bind: ((value: T, article: Article) => T) | null = null,
): PerArticle<T> {
  const made = new WeakMap<Article['sentences'], { readonly article: Article; readonly value: T }>();
  const bound = new WeakMap<Article, { readonly value: T }>();
  const give = (article: Article, value: T) => void made.set(article.sentences, { article, value });
  const of = (article: Article): T => {
    const first = made.get(article.sentences);
    if (!first) {
      const value = make(article);
      give(article, value);
      return value;
    }
    if (bind === null || first.article === article) return first.value;
    const own = bound.get(article) ?? { value: bind(first.value, article) };
    bound.set(article, own);
    return own.value;
  };
  return Object.assign(of, { give });
}
