import { UserError } from '../errors.js';
import { fold } from '../text/fold.js';
import type { Article } from './article.js';
import { labelOf, nameOf, shorten } from './citation.js';
import { perArticle } from './per-article.js';

/** What can be chosen as a source: one text, or a folder with all texts below it. */
export interface Source {
  /** The folder's path with a slash at its end; `null` for a single text. */
  readonly folder: string | null;
  readonly articles: readonly Article[];
}

/** Longest label of a source in a list of suggestions, in UTF-16 units (Discord's limit of a choice). */
export const MAX_LABEL_LENGTH = 100;

/** What a suggestion adds to a folder. */
const COUNT = / \(\d+ texts?\)$/;

/** A line for a source in a list of suggestions. */
export function labelOfSource({ folder, articles }: Source): string {
  if (folder === null) return labelOf(articles[0] as Article, MAX_LABEL_LENGTH);
  const count = ` (${articles.length} ${articles.length === 1 ? 'text' : 'texts'})`;
  return shorten(folder, MAX_LABEL_LENGTH - count.length) + count;
}

/** What an article is called, folded. */
interface Names {
  readonly article: Article;
  readonly id: string;
  /** Its name, its title and its id, each once. */
  readonly shown: readonly string[];
  /** The file it was made of. */
  readonly source: string;
  readonly label: string;
}

const foldNames = (article: Article): Names => {
  const { id, title, source } = article;
  return {
    article,
    id: fold(id),
    shown: [...new Set([nameOf(article), title, id].map(fold))],
    source: fold(source ?? id),
    label: fold(labelOf(article, MAX_LABEL_LENGTH)),
  };
};

/** The names of an article, folded once. */
export const namesOf = perArticle(foldNames, (_, article) => foldNames(article));

interface Folder extends Source {
  readonly folder: string;
  readonly folded: string;
}

/** What some articles and their folders are called. */
interface Catalogue {
  readonly texts: readonly Names[];
  /** Those that hold texts, an outer one before those in it. */
  readonly folders: readonly Folder[];
}

const catalogues = new WeakMap<readonly Article[], Catalogue>();

/** Made once. */
function catalogueOf(articles: readonly Article[]): Catalogue {
  const known = catalogues.get(articles) ?? { texts: articles.map(namesOf), folders: findFolders(articles) };
  catalogues.set(articles, known);
  return known;
}

function findFolders(articles: readonly Article[]): Folder[] {
  const found = new Map<string, Article[]>();
  for (const article of articles) {
    for (const { index } of article.id.matchAll(/\//g)) {
      const name = article.id.slice(0, index + 1);
      const members = found.get(name);
      if (members) members.push(article);
      else found.set(name, [article]);
    }
  }
  return Array.from(found, ([folder, members]) => ({ folder, articles: members, folded: fold(folder) }));
}

/**
 * The source that somebody means: a folder, with or without the slash, or an article by an id, a title, a label or a part
 * that only one of them has.
 *
 * @throws UserError when there is none, or more than one.
 */
export function findSource(articles: readonly Article[], typed: string): Source {
  const name = typed.trim().replace(COUNT, '');
  // Names may differ in upper and lower case alone.
  const exact = articles.find(({ id }) => id === name);
  if (exact) return { folder: null, articles: [exact] };
  const wanted = fold(name.replace(/\/+$/, ''));
  const { texts, folders } = catalogueOf(articles);
  const named = folders.find(({ folded }) => folded === `${wanted}/`);
  const isText = !name.endsWith('/') && texts.some(({ id }) => id === wanted);
  return named && !isText ? named : { folder: null, articles: [findArticle(texts, typed)] };
}

function findArticle(texts: readonly Names[], typed: string): Article {
  const wanted = fold(typed.trim());
  const whose = (fits: (name: string) => boolean, hasLabel: boolean) =>
    texts.filter(({ shown, source, label }) => shown.some(fits) || fits(source) || (hasLabel && fits(label)));
  const exact = whose((name) => name === wanted, true);
  const found = exact.length > 0 ? exact : whose((name) => name.includes(wanted), false);
  const [only] = found;
  if (only && found.length === 1 && wanted !== '') return only.article;
  const problem = found.length === 0 ? 'No source is called' : 'More than one source is called';
  const choices = (found.length > 0 ? found : texts).slice(0, 5).map(({ article }) => shorten(article.id));
  throw new UserError(
    `${problem} “${shorten(typed, 60)}”. Try ${choices.join(', ')}; /sources lists them all.`,
  );
}

/** The sources whose names have what was typed, those that begin with it first, folders before texts; at most so many. */
export function suggestSources(articles: readonly Article[], typed: string, most: number): Source[] {
  const wanted = fold(typed.trim());
  const beginning: Source[] = [];
  const having: Source[] = [];
  const consider = (names: readonly string[], source: () => Source) => {
    if (names.some((name) => name.startsWith(wanted))) beginning.push(source());
    else if (having.length < most && names.some((name) => name.includes(wanted))) having.push(source());
  };
  const { texts, folders } = catalogueOf(articles);
  for (const folder of folders) consider([folder.folded], () => folder);
  for (const { article, shown } of texts) {
    if (beginning.length >= most) break;
    consider(shown, () => ({ folder: null, articles: [article] }));
  }
  return [...beginning, ...having].slice(0, most);
}
