import GithubSlugger from 'github-slugger';
import type { Span } from '../text/span.js';
import { asName } from '../text/visible.js';
import type { Article } from './article.js';
import { perArticle } from './per-article.js';
import { firstEndingAfter } from './spans.js';

/** Headings below this level are not all of Markdown's: a line in bold is one too, and has no anchor. */
const LAST_ANCHORED_LEVEL = 5;

/** Of each block the anchor of the heading it stands below, `null` above the first. */
const anchorsOf = perArticle(({ text, paragraphs }): (string | null)[] => {
  const slugger = new GithubSlugger();
  let anchor: string | null = null;
  return paragraphs.map(({ kind, level, start, end }) => {
    if (kind === 'heading' && level <= LAST_ANCHORED_LEVEL)
      anchor = slugger.slug(text.slice(start, end)) || anchor;
    return anchor;
  });
});

/**
 * The anchor of the section that a span stands in, as GitHub and most site generators make it of a heading's words and
 * number those that repeat; `null` where there is none, or the text is no Markdown.
 */
export const anchorOf = (article: Article, { start }: Span): string | null =>
  article.isMarkdown ? (anchorsOf(article)[firstEndingAfter(article.paragraphs, start)] ?? null) : null;

/** A heading of a text, as it is read. */
export interface Heading {
  readonly words: string;
  /** 1 (outermost) to 6. */
  readonly level: number;
  /** Index of its block. */
  readonly paragraph: number;
}

/**
 * The headings of a text but its title, of as many levels, the outermost first, as `most` of them take; of a single level that
 * has more, the first ones. What only looks like one, such as a line in bold, is none.
 */
export function outermostHeadings({ text, title, paragraphs }: Article, most: number): Heading[] {
  const headings = paragraphs.flatMap(({ kind, level, start, end }, paragraph): Heading[] => {
    if (kind !== 'heading' || level > LAST_ANCHORED_LEVEL) return [];
    const words = asName(text.slice(start, end).replace(/^#+\s+/, ''));
    return words === null || words === title ? [] : [{ words, level, paragraph }];
  });
  const upTo = (last: number) => headings.filter(({ level }) => level <= last);
  const levels = [...new Set(headings.map(({ level }) => level))].sort((a, b) => b - a);
  const fitting = levels.find((level) => upTo(level).length <= most) ?? levels.at(-1) ?? 0;
  return upTo(fitting).slice(0, most);
}
