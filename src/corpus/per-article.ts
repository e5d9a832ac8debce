import type { Article } from './article.js';

/** What is made of an article alone, made once while the article lives: a library that follows another shares its articles. */
export function perArticle<T>(make: (article: Article) => T): (article: Article) => T {
  const made = new WeakMap<Article, { readonly value: T }>();
  return (article) => {
    const known = made.get(article) ?? { value: make(article) };
    made.set(article, known);
    return known.value;
  };
}
