import { sentenceSpans, withinLength } from '../english/sentences.js';
import type { Span } from '../text/span.js';
import type { Block, Paragraph, Sentence } from './article.js';
import { inlineDatelineLength } from './formats/labels.js';
import { withTurns } from './turns.js';

/** Finds whose turn each block of a text is, numbers them and splits them into sentences; every span is an exact slice of `text`. */
export function structureOf(
  text: string,
  blocks: readonly Block[],
): { readonly paragraphs: readonly Paragraph[]; readonly sentences: readonly Sentence[] } {
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  for (const [index, block] of withTurns(text, withoutLoneLabel(blocks)).entries()) {
    const { start, end, kind } = block;
    const firstSentence = sentences.length;
    const dateline = kind === 'body' ? inlineDatelineLength(text.slice(start, end)) : 0;
    if (dateline > 0) {
      const length = text.slice(start, start + dateline).trimEnd().length;
      sentences.push({ start, end: start + length, paragraph: index, kind: 'dateline' });
    }
    for (const span of sentencesOf(text, { ...block, start: start + dateline }))
      sentences.push({ ...span, paragraph: index, kind });
    paragraphs.push({ ...block, number: index + 1, firstSentence, endSentence: sentences.length });
  }
  return { paragraphs, sentences };
}

/** A text of one block is that block, whatever it looks like. */
const withoutLoneLabel = (blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 1 ? blocks.map((block) => ({ ...block, kind: 'body' })) : blocks;

/**
 * A row and a heading are one sentence each, a line of code one, as far as one may go; else a line's end ends it where lines
 * were not wrapped.
 */
function sentencesOf(text: string, { start, end, kind, wrapped }: Block): Span[] {
  if (kind === 'row' || kind === 'heading') return withinLength(text, { start, end });
  if (wrapped) return sentenceSpans(text, start, end);
  const lines = linesOf(text, { start, end }, kind !== 'code' && kind !== 'furniture');
  return kind === 'code'
    ? lines.flatMap((line) => withinLength(text, line))
    : lines.flatMap((line) => sentenceSpans(text, line.start, line.end));
}

/** The lines of a block; one that goes on in lower case from the one before, as in verse, belongs to it (`joined`). */
function linesOf(text: string, { start, end }: Span, joined: boolean): Span[] {
  const lines: Span[] = [];
  for (let from = start; from < end; ) {
    const at = text.indexOf('\n', from);
    const to = at < 0 || at > end ? end : at;
    const line = trimmed(text, from, to);
    const last = lines.at(-1);
    if (line && last && joined && goesOn(text, last, line))
      lines[lines.length - 1] = { ...last, end: line.end };
    else if (line) lines.push(line);
    from = to + 1;
  }
  return lines;
}

const goesOn = (text: string, before: Span, line: Span): boolean =>
  /^\p{Lu}/u.test(text.slice(before.start, before.start + 2)) &&
  /^\p{Ll}/u.test(text.slice(line.start, line.start + 2)) &&
  !/[.!?…:;]["'”’»)\]]*$/.test(text.slice(Math.max(before.start, before.end - 4), before.end));

function trimmed(text: string, from: number, to: number): Span | null {
  const slice = text.slice(from, to);
  const lead = slice.length - slice.trimStart().length;
  return lead === slice.length ? null : { start: from + lead, end: from + slice.trimEnd().length };
}
