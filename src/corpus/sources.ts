import { UserError } from '../errors.js';
import { fold } from '../text/fold.js';
import type { Article } from './article.js';
import { labelOf, nameOf, shorten, shortenWithin } from './citation.js';
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

/** A count behind what is suggested: ` (2 texts)`. */
export const countLabel = (count: number, unit: string): string =>
  ` (${count} ${count === 1 ? unit : `${unit}s`})`;

/** The longest for a folder: ` (20000 texts)`. */
const COUNT_LENGTH = 14;

/** What is put behind the second of two labels that are alike nevertheless: ` #2`. */
const MARK_LENGTH = 6;

/** A source with the line that suggests it, by which it is found again. */
export interface Suggested extends Source {
  readonly label: string;
}

/** What an article is called, folded. */
interface Names {
  readonly article: Article;
  readonly id: string;
  /** Its name, its title and its id, each once. */
  readonly shown: readonly string[];
  /** The file it was made of. */
  readonly source: string;
  /** The line that suggests it; in a catalogue no two are alike. */
  readonly label: string;
}

const foldNames = (article: Article): Names => {
  const { id, title, source } = article;
  return {
    article,
    id: fold(id),
    shown: [...new Set([nameOf(article), title, id].map(fold))],
    source: fold(source ?? id),
    label: labelOf(article, MAX_LABEL_LENGTH),
  };
};

/** The names of an article, folded once. */
export const namesOf = perArticle(foldNames, (_, article) => foldNames(article));

interface Folder extends Suggested {
  readonly folder: string;
  readonly folded: string;
}

/** What some articles and their folders are called. */
interface Catalogue {
  readonly texts: readonly Names[];
  /** Those that hold texts, an outer one before those in it. */
  readonly folders: readonly Folder[];
  /** By the line that suggests it, folded. */
  readonly labelled: ReadonlyMap<string, Suggested>;
}

const catalogues = new WeakMap<readonly Article[], Catalogue>();

/** Made once. */
function catalogueOf(articles: readonly Article[]): Catalogue {
  const known = catalogues.get(articles) ?? makeCatalogue(articles);
  catalogues.set(articles, known);
  return known;
}

function makeCatalogue(articles: readonly Article[]): Catalogue {
  const labelled = new Map<string, Suggested>();
  const enter = <T extends Suggested>(source: T): T => {
    let { label } = source;
    for (let i = 2; labelled.has(fold(label)); i++)
      label = `${shorten(source.label, MAX_LABEL_LENGTH - COUNT_LENGTH - MARK_LENGTH)} #${i}`;
    labelled.set(fold(label), { ...source, label });
    return { ...source, label };
  };
  const folders = findFolders(articles).map(enter);
  const texts = articles.map(namesOf).map((names) => {
    const { label } = enter({ folder: null, articles: [names.article], label: names.label });
    return label === names.label ? names : { ...names, label };
  });
  return { texts, folders, labelled };
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
  return Array.from(found, ([folder, members]) => ({
    folder,
    articles: members,
    folded: fold(folder),
    label: shortenWithin(folder, MAX_LABEL_LENGTH - COUNT_LENGTH),
  }));
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
  const { texts, folders, labelled } = catalogueOf(articles);
  const named = folders.find(({ folded }) => folded === `${wanted}/`);
  const isText = !name.endsWith('/') && texts.some(({ id }) => id === wanted);
  if (named && !isText) return named;
  return labelled.get(fold(name)) ?? { folder: null, articles: [findArticle(texts, name)] };
}

/** The folder, else the only text, whose whole name somebody types; `null` where nothing is called so. */
export function sourceNamed(articles: readonly Article[], typed: string): Source | null {
  const wanted = fold(typed.trim().replace(/[?!.]+$/, ''));
  if (wanted === '' || wanted.length > MAX_LABEL_LENGTH) return null;
  const { texts, folders } = catalogueOf(articles);
  const folder = folders.find(({ folded }) => folded === `${wanted}/`);
  if (folder) return folder;
  const [only, ...others] = texts.filter(({ shown }) => shown.includes(wanted));
  return only && others.length === 0 ? { folder: null, articles: [only.article] } : null;
}

function findArticle(texts: readonly Names[], typed: string): Article {
  const wanted = fold(typed);
  const whose = (fits: (name: string) => boolean) =>
    texts.filter(({ shown, source }) => shown.some(fits) || fits(source));
  const exact = whose((name) => name === wanted);
  const found = exact.length > 0 ? exact : whose((name) => name.includes(wanted));
  const [only] = found;
  if (only && found.length === 1 && wanted !== '') return only.article;
  const problem = found.length === 0 ? 'No source is called' : 'More than one source is called';
  const choices = (found.length > 0 ? found : texts).slice(0, 5).map(({ article }) => shorten(article.id));
  throw new UserError(
    `${problem} “${shorten(typed, 60)}”. Try ${choices.join(', ')}; /sources lists them all.`,
  );
}

/**
 * The sources whose names have what was typed, those that begin with it first, folders before texts; at most so many.
 *
 * @param isWanted what else it takes to be suggested.
 */
export function suggestSources(
  articles: readonly Article[],
  typed: string,
  most: number,
  isWanted: (source: Source) => boolean = () => true,
): Suggested[] {
  const wanted = fold(typed.trim());
  const beginning: Suggested[] = [];
  const having: Suggested[] = [];
  const consider = (names: readonly string[], source: Suggested) => {
    const isFirst = names.some((name) => name.startsWith(wanted));
    const fits = isFirst || (having.length < most && names.some((name) => name.includes(wanted)));
    if (fits && isWanted(source)) (isFirst ? beginning : having).push(source);
  };
  const { texts, folders } = catalogueOf(articles);
  for (const folder of folders) consider([folder.folded], folder);
  for (const { article, shown, label } of texts) {
    if (beginning.length >= most) break;
    consider(shown, { folder: null, articles: [article], label });
  }
  return [...beginning, ...having].slice(0, most);
}
