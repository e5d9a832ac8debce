import type { Span } from '../text/span.js';
import type { Article, Paragraph, SentencePlace } from './article.js';
import { firstEndingAfter } from './spans.js';

/** Longest passage that is shown whole around a sentence, in UTF-16 units: two phone screens. */
const MAX_PASSAGE = 1000;

/**
 * What is shown around a sentence, in the order of the text, so that it is understood: its block; of a row of a table what names
 * the columns too, if it stands above them; with it, where the block is part of a list or stands with code, all that belongs together, or, where that is too long, what leads in to the list and
 * the items that the sentence's item is nested in. The last span is the one that holds the sentence.
 */
export function passageOf({ article, sentence }: SentencePlace): readonly Span[] {
  const { paragraphs, sentences } = article;
  const { start, end, paragraph } = sentences[sentence] ?? { start: 0, end: 0, paragraph: -1 };
  const block = paragraphs[paragraph];
  if (!block) return [{ start, end }];
  if (block.kind === 'row') return [...headOf(paragraphs, block.group), { start, end }];
  const whole = groupSpan(paragraphs, block.group);
  if (whole.end >= end && whole.end - whole.start <= MAX_PASSAGE) return [whole];
  const above = block.kind === 'item' ? leadingTo(paragraphs, paragraph) : [];
  return [...above, block].map(({ start, end }) => ({ start, end }));
}

/** The row that names the columns, where it is a block of its own. */
export const headOf = (paragraphs: readonly Paragraph[], first: number): Span[] =>
  paragraphs
    .slice(first, first + 1)
    .flatMap(({ kind, start, end }) => (kind === 'heading' ? [{ start, end }] : []));

/** The block above another, by its index, that it is only understood with: a table's head, the nearest that leads in to an item. */
export function blockAbove(paragraphs: readonly Paragraph[], index: number): Paragraph | null {
  const { kind, group } = paragraphs[index] as Paragraph;
  if (kind === 'item') return leadingTo(paragraphs, index).at(-1) ?? null;
  const first = paragraphs[group];
  return kind === 'row' && first?.kind === 'heading' ? first : null;
}

function groupSpan(paragraphs: readonly Paragraph[], first: number): Span {
  let last = first;
  while (paragraphs[last + 1]?.group === first) last++;
  return { start: paragraphs[first]?.start ?? 0, end: paragraphs[last]?.end ?? 0 };
}

/** The items that an item is nested in, and what leads in to the list. */
function leadingTo(paragraphs: readonly Paragraph[], item: number): Paragraph[] {
  const { group, level } = paragraphs[item] as Paragraph;
  const above: Paragraph[] = [];
  let least = level;
  for (let at = item - 1; at >= group; at--) {
    const block = paragraphs[at] as Paragraph;
    const isParent = block.kind === 'item' && block.level < least;
    if (isParent) least = block.level;
    if (isParent || (at === group && block.kind !== 'item')) above.unshift(block);
  }
  return above;
}

/** The words of a span as they are shown: line ends that only stand where the file's lines were full are spaces. */
export function shownWords({ text, paragraphs }: Article, { start, end }: Span): string {
  if (!text.slice(start, end).includes('\n')) return text.slice(start, end);
  let shown = '';
  let from = start;
  for (let at = firstEndingAfter(paragraphs, start); from < end && at < paragraphs.length; at++) {
    const block = paragraphs[at] as Paragraph;
    if (block.start >= end) break;
    if (!block.wrapped) continue;
    const to = Math.min(end, block.end);
    const begin = Math.max(from, block.start);
    shown += text.slice(from, begin) + text.slice(begin, to).replace(WRAP, ' ');
    from = to;
  }
  return shown + text.slice(from, end);
}

const WRAP = /[^\S\n]*\n[^\S\n]*/g;
