import { UserError } from '../errors.js';
import { fold } from '../text/fold.js';
import type { Span } from '../text/span.js';
import type { Article } from './article.js';
import { anchorOf } from './sections.js';
import { firstEndingAfter } from './spans.js';

/** Longest title that is shown in a list or a citation, in UTF-16 units; the rest is cut, marked by an ellipsis. */
const MAX_NAME_LENGTH = 120;

/** Longest address that is shown, in UTF-16 units; Discord's limit for a link. */
const MAX_URL_LENGTH = 512;

/** What an article is called: its title, and where others have the same, what tells it apart. */
export const nameOf = ({ title, distinction }: Article): string =>
  shorten(title) + (distinction === null ? '' : ` (${shorten(distinction)})`);

/** Publisher, author, date and source file, as far as the file gives them, in this order. */
export const provenanceOf = ({ publisher, author, date, source }: Article): string[] =>
  [publisher, author, date, source].flatMap((part) => (part === null ? [] : [shorten(part)]));

/** `paragraph 9` or `paragraphs 2–4`, `page 3`, `0:01:20`: where in the article a span stands, or begins. */
function placeOf({ paragraphs }: Article, { start, end }: Span): string {
  const at = firstEndingAfter(paragraphs, start);
  const place = paragraphs[at]?.place;
  if (place) return place;
  const first = at + 1;
  const last = Math.max(first, firstEndingAfter(paragraphs, end - 1) + 1);
  return first === last ? `paragraph ${first}` : `paragraphs ${first}–${last}`;
}

/** The citation of a span in words, without its number: name, provenance, place, link. */
export const citationOf = (article: Article, span: Span): string =>
  [nameOf(article), ...provenanceOf(article), placeOf(article, span), ...linkOf(article, span)].join(' · ');

/**
 * The address of a span's section, else of the article, percent-encoded so that it is one word; none when it is longer
 * than a link may be.
 */
const linkOf = (article: Article, span: Span): string[] => linkTo(article, anchorOf(article, span));

function linkTo({ url }: Article, anchor: string | null): string[] {
  if (url === null) return [];
  const page = new URL(url);
  const section = new URL(page);
  section.hash ||= anchor ?? '';
  return [section.href, page.href].filter((href) => href.length <= MAX_URL_LENGTH).slice(0, 1);
}

/** What the citations of an article are made of: what all of them have, the places and the links, `' · '` before each. */
export function citationsOf(article: Article): { head: string; places: string[]; links: string[] } {
  const { paragraphs } = article;
  const last = paragraphs.length;
  const places = new Set([`paragraphs ${last}–${last}`, ...paragraphs.map(({ place }) => place ?? '')]);
  const anchors = new Set(article.url === null ? [] : paragraphs.map((block) => anchorOf(article, block)));
  return {
    head: [nameOf(article), ...provenanceOf(article)].join(' · '),
    places: Array.from(places, (place) => ` · ${place}`),
    links: Array.from(anchors, (anchor) => linkTo(article, anchor).map((link) => ` · ${link}`)).flat(),
  };
}

/** A line that tells articles apart in a list of suggestions: name, date and publisher, at most `max` characters. */
export const labelOf = (article: Article, max: number): string =>
  shorten([nameOf(article), ...provenanceOf(article)].join(' · '), max);

/**
 * The article that somebody means by an id, a title, a label of `labelOf` or a part that only one of them has.
 *
 * @throws UserError when there is none, or more than one.
 */
function findArticle(articles: readonly Article[], typed: string): Article {
  const wanted = fold(typed.trim());
  const named = (article: Article) => [
    article.id,
    article.title,
    nameOf(article),
    article.source ?? article.id,
  ];
  const exact = articles.filter((a) => [...named(a), labelOf(a, 100)].some((name) => fold(name) === wanted));
  const found =
    exact.length > 0 ? exact : articles.filter((a) => named(a).some((name) => fold(name).includes(wanted)));
  if (found.length === 1 && wanted !== '') return found[0] as Article;
  const problem = found.length === 0 ? 'No source is called' : 'More than one source is called';
  const choices = (found.length > 0 ? found : articles).slice(0, 5).map(({ id }) => shorten(id));
  throw new UserError(
    `${problem} “${shorten(typed, 60)}”. Try ${choices.join(', ')}; /sources lists them all.`,
  );
}

/** What can be chosen as a source: one text, or a folder with all texts below it. */
export interface Source {
  /** The folder's path with a slash at its end; `null` for a single text. */
  readonly folder: string | null;
  readonly articles: readonly Article[];
}

/** What a suggestion adds to a folder. */
const COUNT = / \(\d+ texts?\)$/;

/** A line for a source in a list of suggestions, at most `max` characters. */
export function labelOfSource({ folder, articles }: Source, max: number): string {
  if (folder === null) return labelOf(articles[0] as Article, max);
  const count = ` (${articles.length} ${articles.length === 1 ? 'text' : 'texts'})`;
  return shorten(folder, max - count.length) + count;
}

/**
 * The source that somebody means: an article as `findArticle` takes it, or a folder, with or without the slash.
 *
 * @throws UserError when there is none, or more than one.
 */
export function findSource(articles: readonly Article[], typed: string): Source {
  const name = typed.trim().replace(COUNT, '');
  // Names may differ in upper and lower case alone.
  const exact = articles.find(({ id }) => id === name);
  if (exact) return { folder: null, articles: [exact] };
  const wanted = fold(name.replace(/\/+$/, ''));
  const named = foldersOf(articles).find(({ folder }) => fold(folder ?? '') === `${wanted}/`);
  const isText = !name.endsWith('/') && articles.some(({ id }) => fold(id) === wanted);
  return named && !isText ? named : { folder: null, articles: [findArticle(articles, typed)] };
}

/** The folders that hold texts, an outer one before those in it. */
function foldersOf(articles: readonly Article[]): Source[] {
  const folders = new Map<string, Article[]>();
  for (const article of articles) {
    for (const { index } of article.id.matchAll(/\//g)) {
      const name = article.id.slice(0, index + 1);
      const members = folders.get(name);
      if (members) members.push(article);
      else folders.set(name, [article]);
    }
  }
  return [...folders].map(([folder, members]) => ({ folder, articles: members }));
}

/** The sources whose names have what was typed, those that begin with it first, folders before texts. */
export function suggestSources(articles: readonly Article[], typed: string, most: number): Source[] {
  const wanted = fold(typed.trim());
  const rank = ({ folder, articles: [article] }: Source) => {
    const names = folder !== null ? [folder] : article ? [nameOf(article), article.title, article.id] : [];
    const places = names.map((name) => fold(name).indexOf(wanted));
    return places.includes(0) ? 0 : places.some((place) => place > 0) ? 1 : 2;
  };
  const texts = articles.map((article) => ({ folder: null, articles: [article] }));
  const ranked = [...foldersOf(articles), ...texts].map((source) => ({ source, rank: rank(source) }));
  return [0, 1]
    .flatMap((wantedRank) => ranked.filter((one) => one.rank === wantedRank).map(({ source }) => source))
    .slice(0, most);
}

/** At most `max` UTF-16 units, cut between characters and marked by an ellipsis. */
export function shorten(text: string, max = MAX_NAME_LENGTH): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= max) return line;
  return `${line
    .slice(0, max - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** The opening words of a text in quotation marks, as they stand; where they are cut, that is marked outside the marks. */
export function openingWordsOf(text: string, max: number): string {
  if (text.length <= max) return `“${text}”`;
  const cut = text.slice(0, max);
  return `“${(cut.replace(/\s+\S*$/, '') || cut).replace(/[\uD800-\uDBFF]$/, '')}” …`;
}
