import type { Article } from './corpus/article.js';
import { shownWords } from './corpus/passage.js';
import { firstEndingAfter } from './corpus/spans.js';
import type { AsideItem, QuotedItem } from './reply.js';
import type { Span } from './text/span.js';

/** A bullet before an item's words, which is none of them. */
const BULLET = /^[•◦▪‣·*–-][^\S\n]+(?=\S)/;

/** Characters of the longest that is looked for. */
const MAX_BULLET = 8;

/** What is in bold of a part of a quotation, in order: the words that answer, and of a full text its headings. */
export function boldIn({ article, emphasis, alsoBold = [], isFull }: QuotedItem, part: Span): Span[] {
  const answer = emphasis === null ? [] : [withoutBullet(article, emphasis), ...alsoBold];
  const isApart = (heading: Span) => !answer.some((words) => overlaps(words, heading));
  const headings = isFull ? headingsIn(article, part).filter(isApart) : [];
  return [...answer, ...headings]
    .filter((bold) => overlaps(bold, part))
    .map((bold) => intersection(bold, part))
    .sort((a, b) => a.start - b.start);
}

/** The headings of which a part of a text has some. */
function headingsIn({ paragraphs }: Article, { start, end }: Span): Span[] {
  const headings: Span[] = [];
  for (let at = firstEndingAfter(paragraphs, start); at < paragraphs.length; at++) {
    const block = paragraphs[at];
    if (!block || block.start >= end) break;
    if (block.kind === 'heading') headings.push(block);
  }
  return headings;
}

function withoutBullet({ text, paragraphs }: Article, { start, end }: Span): Span {
  const opensBlock = paragraphs[firstEndingAfter(paragraphs, start)]?.start === start;
  const bullet = opensBlock ? BULLET.exec(text.slice(start, Math.min(end, start + MAX_BULLET))) : null;
  return { start: start + (bullet?.[0].length ?? 0), end };
}

/** Whether two spans have words in common. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start;

const intersection = (a: Span, b: Span): Span => ({
  start: Math.max(a.start, b.start),
  end: Math.min(a.end, b.end),
});

/** The words of an aside in quotation marks, unless they have such themselves; what is cut is marked outside. */
export function asideWords({ article, start, end, cutFrom }: AsideItem): string {
  const words = shownWords(article, { start, end });
  const isCut = (from: number, to: number) => /[\p{L}\p{N}]/u.test(article.text.slice(from, to));
  const marks = [isCut(cutFrom.start, start) ? '… ' : '', isCut(end, cutFrom.end) ? ' …' : ''];
  return marks[0] + (/["“”„«»]/.test(words) ? words : `“${words}”`) + marks[1];
}
