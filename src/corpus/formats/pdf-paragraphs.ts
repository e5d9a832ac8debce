import { type Line, mostFrequent, round, textOf } from './pdf-lines.js';

/** Lines that make a paragraph, a piece of code, a row of a table or a line of a contents list. */
export interface Paragraph {
  readonly kind: 'text' | 'code' | 'row' | 'furniture';
  readonly lines: Line[];
}

/** A paragraph begins where lines stand further apart than usual, by this factor. */
const PARAGRAPH_GAP = 1.25;
/** How far lines mostly stand apart, in sizes of their letters, where those are not the text's. */
const LEADING = 1.25;

/** Letters that differ more than this are another text's, such as a note's; code within a line differs less. */
const OTHER_SIZE = 0.13;
/** Letters that are smaller than the text's by this factor are those of notes. */
const NOTE_SIZE = 0.93;

/** How far a first line is indented, in sizes of its letters. */
const INDENT = 0.8;
const MAX_INDENT = 6;

/** A line that ends a paragraph leaves at least this share of the column's width free, and so many sizes of its letters. */
const SHORT_LINE = 0.12;
const MIN_FREE = 2;

/** Points of a page's width in which lines of the same column begin. */
const COLUMN_START = 40;

/** So many lines with cells below one another are a table. */
const MIN_ROWS = 3;

/** `• `, `- `, `3. `, `b) `, and the bullets of fonts of symbols. */
export const BULLET = /^(?:[•‣▪◦●○■□·\uf0a7\uf0b7]\s*|[-–—*] |\(?(?:\d{1,3}|[a-z])[.)] )(?=\S)/;

/** A hyphen at a line's end, be it the word's own or not. */
export const HYPHEN = /(?<=\p{L})[-\u2010\u00ad]$/u;

/** `Limits ........ 60` */
const CONTENTS_LINE = /(?:\. ?){4,}\s*(?:\d+|[ivxlc]+)\s*$/;
/** What is looked at of the end of such a line, so that the time is linear in its dots. */
const MAX_CONTENTS_TAIL = 80;
const ENDS_SENTENCE = /[.!?:…]["'”’»)\]]*$/;

/** Puts lines together to paragraphs, over the ends of columns and pages too. */
export function paragraphsOf(lines: readonly Line[], bodySize: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const rows = rowsOf(lines);
  const begins = beginnings(lines, bodySize);
  let current: Paragraph | undefined;
  for (const line of lines) {
    const kind = rows.has(line) ? 'row' : kindOf(line);
    const goesOn =
      current?.kind === kind && (kind === 'text' || kind === 'code') && !begins(line, current.lines);
    if (!goesOn) {
      current = kind === 'text' ? openParagraph(line, paragraphs, bodySize) : undefined;
      if (!current) {
        current = { kind, lines: [] };
        paragraphs.push(current);
      }
    }
    current?.lines.push(line);
  }
  return paragraphs;
}

function kindOf(line: Line): Paragraph['kind'] {
  if (CONTENTS_LINE.test(textOf(line).slice(-MAX_CONTENTS_TAIL))) return 'furniture';
  return line.isCode ? 'code' : 'text';
}

/** Tells whether a line begins a paragraph after the lines of another. */
function beginnings(lines: readonly Line[], bodySize: number): (line: Line, own: readonly Line[]) => boolean {
  const usual = leadingOf(lines);
  const rightOf = columnsOf(lines);
  return (line, own) => {
    const [first, before] = [own[0] as Line, own.at(-1) as Line];
    const down = line.y - before.y;
    const leading = Math.max(line.size, Math.abs(line.size - bodySize) < 1 ? usual : LEADING * line.size);
    if (line.page !== before.page || down <= 0 || down > PARAGRAPH_GAP * leading) return true;
    if (line.isCode) return false;
    if (Math.abs(line.size - before.size) > OTHER_SIZE * before.size || BULLET.test(textOf(line)))
      return true;
    const isEnded = ENDS_SENTENCE.test(textOf(before));
    const free = rightOf(before) - before.right;
    if (isEnded && free > Math.max(SHORT_LINE * (rightOf(before) - before.x), MIN_FREE * line.size))
      return true;
    const indent = (line.x - before.x) / line.size;
    if (indent > INDENT && indent < MAX_INDENT)
      return !BULLET.test(textOf(first)) && (isEnded || own.length > 1);
    // A line that stands out again ends what hangs below its own first line.
    return indent < -INDENT && own.length > 1 && before.x - first.x > INDENT * line.size;
  };
}

/** The paragraph that a line goes on with in another column or on another page, behind notes in smaller letters. */
function openParagraph(
  line: Line,
  paragraphs: readonly Paragraph[],
  bodySize: number,
): Paragraph | undefined {
  const before = paragraphs.findLast(({ lines: [first] }) => first && first.size > NOTE_SIZE * bodySize);
  const last = before?.lines.at(-1);
  if (!last || before?.kind !== 'text' || Math.abs(last.size - line.size) > OTHER_SIZE * line.size)
    return undefined;
  const isNext = line.page === last.page ? line.y < last.y : line.page === last.page + 1;
  const isOpen = !ENDS_SENTENCE.test(textOf(last)) && /^[\p{Ll}(]/u.test(textOf(line));
  return isNext && (isOpen || HYPHEN.test(textOf(last))) ? before : undefined;
}

/** How far the lines of paragraphs mostly stand apart. */
const leadingOf = (lines: readonly Line[]): number =>
  mostFrequent(
    lines.flatMap((line, i): [number, number][] => {
      const down = line.y - (lines[i - 1]?.y ?? line.y);
      return down > 0 && down < 3 * line.size ? [[round(down), 1]] : [];
    }),
  );

/** Where the column of a line ends: as far to the right as any line of the page that begins about where it does. */
function columnsOf(lines: readonly Line[]): (line: Line) => number {
  const ends = new Map<string, number>();
  const key = ({ page, x }: Line, by = 0) => `${page} ${Math.floor(x / COLUMN_START) + by}`;
  for (const line of lines) ends.set(key(line), Math.max(ends.get(key(line)) ?? 0, line.right));
  return (line) => Math.max(...[-1, 0, 1].map((by) => ends.get(key(line, by)) ?? 0));
}

/** Lines that are rows of a table: several below one another whose words stand wide apart. */
function rowsOf(lines: readonly Line[]): ReadonlySet<Line> {
  const isRow = (line: Line) =>
    line.cells.length > 1 && kindOf(line) === 'text' && !BULLET.test(textOf(line));
  const rows = new Set<Line>();
  let run: Line[] = [];
  for (const line of lines) {
    run = isRow(line) ? [...run.slice(1 - MIN_ROWS), line] : [];
    if (run.length === MIN_ROWS) for (const row of run) rows.add(row);
  }
  return rows;
}
