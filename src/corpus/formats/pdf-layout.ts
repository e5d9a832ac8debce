import { MAX_WORD_LENGTH } from '../../limits.js';
import type { BlockKind } from '../article.js';
import { type Document, DocumentWriter } from './document.js';
import { kindOfLine } from './labels.js';
import { type Line, linesOf, type Page, round, textOf } from './pdf-lines.js';
import { BULLET, HYPHEN, type Paragraph, paragraphsOf } from './pdf-paragraphs.js';

/** Letters larger than the text's by this factor are a heading's, which is no longer than so many characters. */
const HEADING_SIZE = 1.12;
const MAX_HEADING = 200;

/** Levels of headings that are told by their sizes; a short line by itself is one below them. */
const SIZED_LEVELS = 5;

/** Width of a letter of code, in its size. */
const CODE_WIDTH = 0.6;

/** How fonts of symbols draw a bullet. */
const SYMBOL_BULLET = /^[\uf0a7\uf0b7]/;

/**
 * Puts the words of pages together to lines and paragraphs, by where they stand and how large they are. Heads, feet and
 * numbers of pages are left out, words that were parted at a line's end are whole again, and each block knows its page.
 */
export function layOut(pages: readonly Page[]): Document {
  const { lines, bodySize } = linesOf(pages);
  const paragraphs = paragraphsOf(lines, bodySize);
  const isHeading = (paragraph: Paragraph) => isLarge(paragraph, bodySize);
  const sizes = [...new Set(paragraphs.filter(isHeading).map(sizeOf))].sort((a, b) => b - a);
  const hyphenated = hyphenatedIn(lines);
  const writer = new DocumentWriter();
  let before: { kind: BlockKind; text: string } = { kind: 'body', text: '' };
  for (const [number, paragraph] of paragraphs.entries()) {
    const text = wordsOf(paragraph, hyphenated);
    const isSized = isHeading(paragraph);
    const kind = isSized ? 'heading' : kindOf(paragraph, text, number === paragraphs.length - 1);
    const level = Math.min(isSized ? sizes.indexOf(sizeOf(paragraph)) : sizes.length, SIZED_LEVELS) + 1;
    writer.add({
      text,
      line: 1,
      kind,
      level: kind === 'heading' ? level : kind === 'item' ? 1 : 0,
      place: `page ${(paragraph.lines[0]?.page ?? 0) + 1}`,
      joined: isJoined(kind, before),
    });
    before = { kind, text };
  }
  return writer.document();
}

const sizeOf = ({ lines }: Paragraph): number => round(lines[0]?.size ?? 0);

const isLarge = ({ kind, lines }: Paragraph, bodySize: number): boolean =>
  kind === 'text' &&
  (lines[0]?.size ?? 0) > HEADING_SIZE * bodySize &&
  lines.reduce((length, line) => length + textOf(line).length, 0) <= MAX_HEADING;

function kindOf({ kind, lines }: Paragraph, text: string, last: boolean): BlockKind {
  if (kind !== 'text') return kind;
  if (BULLET.test(text)) return 'item';
  return lines.length === 1 ? kindOfLine(text, last) : 'body';
}

const isJoined = (kind: BlockKind, before: { kind: BlockKind; text: string }): boolean =>
  kind === 'code' ||
  (kind === 'row' && before.kind === 'row') ||
  (kind === 'item' && (before.kind === 'item' || /[:：]$/.test(before.text)));

function wordsOf({ kind, lines }: Paragraph, hyphenated: ReadonlySet<string>): string {
  if (kind === 'code') return codeOf(lines);
  if (kind === 'row') return lines.flatMap(({ cells }) => cells.map(({ text }) => text.trim())).join(' · ');
  const parts = lines.map(textOf);
  return parts
    .map(
      (line, i) =>
        line.slice(0, line.length - parted(line, parts[i + 1], hyphenated)) + between(line, parts[i + 1]),
    )
    .join('')
    .replace(SYMBOL_BULLET, '•');
}

/** Lines of code as they stand, indented by the width of a letter. */
function codeOf(lines: readonly Line[]): string {
  const left = Math.min(...lines.map(({ x }) => x));
  const indent = ({ x, size }: Line) => ' '.repeat(Math.round((x - left) / (CODE_WIDTH * size)));
  return lines.map((line) => indent(line) + textOf(line)).join('\n');
}

/** `pre- and post-war` */
const HANGING = /^(?:and|or|to)\b/;

const between = (line: string, next: string | undefined): string =>
  next === undefined || (HYPHEN.test(line) && !HANGING.test(next)) ? '' : ' ';

/**
 * How many characters at a line's end only part a word: its hyphen, unless the word has it elsewhere in the text too, or
 * what follows is no second half of a word.
 */
function parted(line: string, next: string | undefined, hyphenated: ReadonlySet<string>): number {
  if (next === undefined || !HYPHEN.test(line)) return 0;
  if (line.endsWith('\u00ad')) return 1;
  const head = /[\p{L}\p{N}-]+$/u.exec(line.slice(-MAX_WORD_LENGTH, -1))?.[0] ?? '';
  const tail = /^[\p{L}\p{N}-]+/u.exec(next)?.[0] ?? '';
  const isHalf = /^\p{Ll}/u.test(tail) && !HANGING.test(next);
  return isHalf && !hyphenated.has(`${head}-${tail}`.toLowerCase()) ? 1 : 0;
}

/** All words with a hyphen that stand within a line. */
function hyphenatedIn(lines: readonly Line[]): ReadonlySet<string> {
  const words = lines.flatMap(
    (line) => textOf(line).match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [],
  );
  return new Set(words.map((word) => word.toLowerCase()));
}
