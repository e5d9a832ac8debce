import GithubSlugger from 'github-slugger';
import type { Span } from '../text/span.js';
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
