import type { Article } from '../../src/corpus/article.js';
import { parseArticle } from '../../src/corpus/read.js';

/** The article of a file's content, which must be faultless. */
export function articleOf(content: string, file = 'a.txt'): Article {
  const article = parseArticle(file, content);
  if (!('text' in article)) throw new Error(article.map(({ message }) => message).join('; '));
  return article;
}
