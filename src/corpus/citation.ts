import { inLine } from '../text/direction.js';
import type { Span } from '../text/span.js';
import type { Article } from './article.js';
import { anchorOf } from './sections.js';
import { firstEndingAfter } from './spans.js';

/** Longest title that is shown in a list or a citation, in UTF-16 units; the rest is cut, marked by an ellipsis. */
const MAX_NAME_LENGTH = 120;

/** Longest title, publisher and date in a citation, in UTF-16 units: a line or two of a phone together. */
const MAX_CITED_TITLE = 60;
const MAX_CITED_PART = 30;

/** What an article is called: its title, and where others have the same, what tells it apart. */
export const nameOf = ({ title, distinction }: Article, max = MAX_NAME_LENGTH): string =>
  shorten(title, max) + (distinction === null ? '' : ` (${shorten(distinction, max)})`);

/** Publisher, author, date and source file, as far as the file gives them, in this order. */
export const provenanceOf = ({ publisher, author, date, source }: Article): string[] =>
  [publisher, author, date, source].flatMap((part) => (part === null ? [] : [shorten(part)]));

/** What is cited of an article: its name, publisher, else author, and date. */
function headOf(article: Article): string[] {
  const parts = [article.publisher ?? article.author, article.date];
  return [
    nameOf(article, MAX_CITED_TITLE),
    ...parts.flatMap((part) => (part === null ? [] : [shorten(part, MAX_CITED_PART)])),
  ];
}

/**
 * The citation of a span in words, without its number; with the page or time it stands at, where the file has such. For more
 * lines than one see `inLine`.
 */
export function citationOf(article: Article, { start }: Span): string {
  const place = article.paragraphs[firstEndingAfter(article.paragraphs, start)]?.place ?? null;
  return inLine([...headOf(article), ...(place === null ? [] : [place])]);
}

/** The name and the date alone, for a line that quotes as well. */
export const briefCitationOf = (article: Article): string =>
  inLine([
    nameOf(article, MAX_CITED_PART),
    ...(article.date === null ? [] : [shorten(article.date, MAX_CITED_PART)]),
  ]);

/** No shorter than what stands between two parts of a citation in a message: ` · `, or a new line in small print. */
const BETWEEN = '\n ·';

/** The longest that an article's citations may be: what all have, and the places. */
export const citationsOf = (article: Article): string[] => {
  const places = new Set(
    article.paragraphs.flatMap(({ place }) => (place === null ? [] : [BETWEEN + place])),
  );
  return [headOf(article).join(BETWEEN), ...places];
};

/**
 * The address of a span's section, else of the article, percent-encoded so that it is one word, at most `max` UTF-16 units;
 * `null` where there is none.
 */
export function addressOf(article: Article, span: Span, max: number): string | null {
  if (article.url === null) return null;
  const page = new URL(article.url);
  page.username = '';
  page.password = '';
  const section = new URL(page);
  section.hash ||= anchorOf(article, span) ?? '';
  return [section.href, page.href].find((href) => href.length <= max) ?? null;
}

/**
 * A line that tells articles apart in a list of suggestions: name, date and publisher, at most `max` characters. What is too
 * long is cut in the middle, the title before all that stands behind it.
 */
export function labelOf(article: Article, max: number): string {
  const { title, distinction } = article;
  const whole = [nameOf(article), ...provenanceOf(article)].join(' · ');
  if (whole.length <= max) return whole;
  const part = (text: string) => shortenWithin(text, MAX_PART_LENGTH);
  const name = distinction === null ? '' : ` (${part(distinction)})`;
  const behind =
    name +
    provenanceOf(article)
      .map((text) => ` · ${part(text)}`)
      .join('');
  const room = Math.max(max - behind.length, MAX_PART_LENGTH);
  return shortenWithin(shortenWithin(title, room) + behind, max);
}

/** Characters of each part of a label that is too long: a date, a file’s name, most titles. */
const MAX_PART_LENGTH = 40;

/** At most `max` UTF-16 units, cut between characters and marked by an ellipsis. */
export function shorten(text: string, max = MAX_NAME_LENGTH): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= max) return line;
  return `${line
    .slice(0, max - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** At most `max` UTF-16 units, cut in the middle: what tells two names apart stands at either end. */
export function shortenWithin(text: string, max: number): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= max) return line;
  const ending = Math.floor((max - 1) / 2);
  const end = line.slice(line.length - ending).replace(/^[\uDC00-\uDFFF]/, '');
  return shorten(line, max - ending) + end.trimStart();
}

/** The opening words of a text in quotation marks, as they stand; where they are cut, that is marked outside the marks. */
export function openingWordsOf(text: string, max: number): string {
  if (text.length <= max) return `“${text}”`;
  const cut = text.slice(0, max);
  return `“${(cut.replace(/\s+\S*$/, '') || cut).replace(/[\uD800-\uDBFF]$/, '')}” …`;
}
