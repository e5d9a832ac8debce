/** Some words where they stand on a page, in points from its upper left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Of the line that the letters stand on. */
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
  /** Whether all letters are equally wide. */
  readonly isCode: boolean;
}

export interface Page {
  /** In the order in which the file has them, which is mostly that of reading. */
  readonly pieces: readonly Piece[];
  readonly height: number;
}

/** Words that stand side by side in a line. */
interface Cell {
  readonly x: number;
  text: string;
}

export interface Line {
  /** Index of its page. */
  readonly page: number;
  readonly y: number;
  readonly x: number;
  right: number;
  /** Of most of its letters. */
  size: number;
  /** Whether all its letters are equally wide. */
  isCode: boolean;
  /** More than one where the words stand wide apart, as in a table. */
  readonly cells: Cell[];
}

/* Distances, in sizes of the letters. */
const SPACE = 0.15;
const CELL_GAP = 1.3;
const SAME_LINE = 0.5;
/** A word that is printed twice to make it bold is shifted by less. */
const TWICE = 0.25;

/** Two columns whose lines the file has side by side: so many lines at least, of so many characters a column. */
const MIN_COLUMN_LINES = 8;
const MIN_COLUMN_CHARACTERS = 20;
/** Points by which the lines of a column begin apart at most. */
const COLUMN_EDGE = 3;

/** Heads and feet stand in this outer share of a page's height, in so many lines at each end. */
const MARGIN = 0.16;
const MARGIN_LINES = 3;
/** A head or foot without a page's number stands on so many pages at least. */
const MIN_PAGES = 3;
/** Larger letters than the text's by this factor are no head or foot. */
const MAX_MARGIN_SIZE = 1.12;
/** Heads at the same height differ by no more points. */
const SAME_HEIGHT = 4;

const PAGE_NUMBER =
  /^[^\p{L}\p{N}]*(?:(?:page|p\.) ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|\/) ?\d{1,4})?[^\p{L}\p{N}]*$/iu;

/**
 * The lines of some pages in the order of reading, without heads, feet and numbers of pages.
 *
 * @returns `bodySize`: the size of most letters.
 */
export function linesOf(pages: readonly Page[]): { lines: Line[]; bodySize: number } {
  const lines = pages.map((page, number) => inColumns(put(page, number)));
  const bodySize = mostFrequent(lines.flat().map((line) => [round(line.size), textOf(line).length]));
  const around = aroundOf(lines, pages, bodySize);
  return { lines: lines.flat().filter((line) => !around.has(line)), bodySize };
}

/** The words of a line. */
export const textOf = ({ cells }: Line): string =>
  cells
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Sizes and distances that differ by less than half a point are the same. */
export const round = (points: number): number => Math.round(2 * points) / 2;

/** The value with the most weight, 0 if there is none. */
export function mostFrequent(weighted: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of weighted) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Puts the words of a page side by side to lines. */
function put({ pieces }: Page, page: number): Line[] {
  const lines: Line[] = [];
  let hasSpace = false;
  let before: Piece | null = null;
  for (const piece of pieces) {
    if (isTwice(piece, before)) continue;
    if (piece.text.trim() === '') hasSpace = true;
    else {
      const line = lines.at(-1);
      if (line && isBeside(piece, line)) append(piece, line, hasSpace);
      else lines.push(lineOf(piece, page));
      hasSpace = false;
      before = piece;
    }
  }
  return lines;
}

const isTwice = ({ text, x, y, size }: Piece, before: Piece | null): boolean =>
  before?.text === text && Math.hypot(before.x - x, before.y - y) < TWICE * size;

const isBeside = ({ x, y, size }: Piece, line: Line): boolean =>
  Math.abs(y - line.y) < SAME_LINE * Math.max(size, line.size) && x > line.right - size;

const lineOf = ({ text, x, y, width, size, isCode }: Piece, page: number): Line => ({
  ...{ page, x, y, size, isCode },
  right: x + width,
  cells: [{ x, text }],
});

function append({ text, x, width, size, isCode }: Piece, line: Line, hasSpace: boolean): void {
  const gap = x - line.right;
  const cell = line.cells.at(-1) as Cell;
  if (gap > CELL_GAP * size) line.cells.push({ x, text });
  else cell.text += hasSpace || gap > SPACE * size ? ` ${text}` : text;
  if (text.length > cell.text.length / 2) line.size = size;
  line.right = x + width;
  line.isCode &&= isCode;
}

/** Lines of a page, those of two columns one column after the other where the file has them side by side. */
function inColumns(lines: Line[]): Line[] {
  const edge = columnEdge(lines);
  if (edge === null) return lines;
  const ordered: Line[] = [];
  const right: Line[] = [];
  for (const line of lines) {
    const [first, second] = line.cells;
    if (first && second && Math.abs(second.x - edge) < COLUMN_EDGE) {
      ordered.push({ ...line, right: edge - line.size, cells: [first] });
      right.push({ ...line, x: second.x, cells: line.cells.slice(1) });
    } else if (line.x > edge - COLUMN_EDGE) right.push(line);
    else {
      // A line across both columns ends them.
      if (line.right > edge) ordered.push(...right.splice(0));
      ordered.push(line);
    }
  }
  return [...ordered, ...right];
}

/** Where the second column begins in lines that hold both; a table's words are fewer. */
function columnEdge(lines: readonly Line[]): number | null {
  const pairs = lines.filter(({ cells }) => cells.length === 2);
  const edge = mostFrequent(pairs.map(({ cells }) => [Math.round(cells[1]?.x ?? 0), 1]));
  const both = pairs.filter(({ cells }) => Math.abs((cells[1]?.x ?? 0) - edge) < COLUMN_EDGE);
  const characters = both.reduce(
    (sum, { cells }) => sum + Math.min(...cells.map(({ text }) => text.length)),
    0,
  );
  const isMost = both.length >= Math.max(MIN_COLUMN_LINES, lines.length / 2);
  return isMost && characters >= MIN_COLUMN_CHARACTERS * both.length ? edge : null;
}

/** Heads and feet of pages: lines at their ends that repeat at the same height, and the pages' numbers. */
function aroundOf(lines: readonly Line[][], pages: readonly Page[], bodySize: number): ReadonlySet<Line> {
  const outer = lines.flatMap((own, number) => outerLines(own, pages[number]?.height ?? 0, bodySize));
  const seen = new Map<string, number>();
  for (const line of outer) for (const key of keysOf(line)) seen.set(key, (seen.get(key) ?? 0) + 1);
  const least = Math.min(MIN_PAGES, Math.max(2, pages.length));
  const repeats = (line: Line): boolean => {
    const [same = 0, ...numbered] = keysOf(line).map((key) => seen.get(key) ?? 0);
    return same >= least || numbered.some((count) => count >= 2);
  };
  return new Set(outer.filter((line) => PAGE_NUMBER.test(textOf(line)) || repeats(line)));
}

/** The first and the last lines of a page, where they stand near its ends. */
function outerLines(lines: readonly Line[], height: number, bodySize: number): Line[] {
  const down = lines.filter(({ size }) => size < MAX_MARGIN_SIZE * bodySize).sort((a, b) => a.y - b.y);
  const top = down.slice(0, MARGIN_LINES).filter(({ y }) => y < MARGIN * height);
  const bottom = down.slice(-MARGIN_LINES).filter(({ y }) => y > (1 - MARGIN) * height);
  return [...new Set([...top, ...bottom])];
}

/** What a line is on other pages too: the same, or with a number in it that goes on as the pages do. */
function keysOf(line: Line): string[] {
  const text = textOf(line);
  const height = Math.round(line.y / SAME_HEIGHT);
  const numbers = [...text.matchAll(/\d{1,4}/g)].slice(0, 4);
  const numbered = numbers.map(({ 0: digits, index }) => {
    const rest = (text.slice(0, index) + text.slice(index + digits.length)).replace(/\d+/g, '#');
    return `${height} ${Number(digits) - line.page} ${rest}`;
  });
  return [`${height} ${text}`, ...numbered];
}
