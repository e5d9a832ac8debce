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
