import { fold } from '../text/fold.js';
import type { Article } from './article.js';

/**
 * Gives texts of one title what tells them apart: their folder, else their date, else their id. What is told apart already
 * stays the object that it was.
 */
export function tellApart(articles: readonly Article[]): Article[] {
  const titled = new Map<string, Article[]>();
  for (const article of articles) {
    const title = fold(article.title);
    const namesakes = titled.get(title);
    if (namesakes) namesakes.push(article);
    else titled.set(title, [article]);
  }
  const distinctions = new Map([...titled.values()].flatMap(withDistinction));
  return articles.map((article) => {
    const distinction = distinctions.get(article) ?? null;
    return article.distinction === distinction ? article : { ...article, distinction };
  });
}

function withDistinction(namesakes: readonly Article[]): [Article, string | null][] {
  if (namesakes.length < 2) return [];
  const tells = (of: (article: Article) => string | null) =>
    new Set(namesakes.map(of)).size === namesakes.length;
  const distinction = [folderOf, dateOf].find(tells) ?? idOf;
  return namesakes.map((article) => [article, distinction(article)]);
}

const folderOf = ({ id }: Article): string | null => id.slice(0, Math.max(0, id.lastIndexOf('/'))) || null;
const dateOf = ({ date }: Article): string | null => date;
const idOf = ({ id }: Article): string => id;
