import type { Span } from '../../text/span.js';
import type { Block } from '../article.js';
import { chatLineOf } from './chat-log.js';
import type { Document } from './document.js';
import { kindOfLine } from './labels.js';
import { isSubtitles, readSubtitles } from './subtitles.js';

/** Reads plain text: the body as it stands, in blocks between blank lines, items and lines that stand for themselves. */
export function readPlain(text: string, _file: string, firstLine: number): Document {
  if (isSubtitles(text)) return readSubtitles(text, firstLine);
  const paragraphs = trimmedSpans(text, BLANK_LINES);
  const furniture = furnitureOf(text, paragraphs);
  const blocks: Block[] = [];
  let line = firstLine;
  let counted = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const last = index === paragraphs.length - 1;
    for (const piece of furniture.has(index)
      ? [{ ...paragraph, kind: 'furniture' as const }]
      : piecesOf(text, paragraph, last)) {
      for (; counted < piece.start; counted++) if (text.charCodeAt(counted) === 10) line++;
      blocks.push(withGroup(text, blocks, { ...DEFAULTS, ...piece, line }));
    }
  }
  return { text, blocks };
}

const DEFAULTS = { level: 0, wrapped: false, place: null, speaker: null };

/** What a paragraph is made of, before its lines are counted. */
type Piece = Span & Pick<Block, 'kind'> & Partial<Pick<Block, 'level' | 'wrapped' | 'speaker'>>;

const BLANK_LINES = /\n[^\S\n]*(?:\n[^\S\n]*)+/g;
const LINE_END = /\n/g;

/** `- `, `3. `, `b) `, `iv. `, with the white space before it. */
const BULLET = /^\s*(?:[-*+•‣–]|\d{1,3}[.)])\s+(?=\S)/;
const LETTER = /^\s*(?:[a-z]|[ivxl]{1,6})[.)]\s+(?=\S)/;

/** A heading as Markdown writes it, which many do in plain text too. */
const HASHES = /^#{1,6}[^\S\n]+(?=\S)/;

/** A line that only draws one. */
const RULE = /^[-=*_~#+]{3,}$/;
const TABLE_ROW = /^\|.*\|$/;
const BAR = / \| /;
const TABLE_RULE = /^[|:\-+=\s]+$/;

/** Below all other headings. */
const TABLE_HEAD_LEVEL = 6;

/** The widths that prose is wrapped to, in UTF-16 units: a narrow column, and the widest that old printers had. */
const MIN_WRAP_WIDTH = 45;
const MAX_WRAP_WIDTH = 132;

function piecesOf(text: string, paragraph: Span, last: boolean): Piece[] {
  const lines = trimmedSpans(text, LINE_END, paragraph);
  const at = ({ start, end }: Span) => text.slice(start, end);
  if (lines.length === 1) return [lineOf(text, paragraph, last)];
  if (areRows(lines.map(at))) return rowsOf(lines, at);
  if (lines.some((line) => chatLineOf(at(line)))) {
    const chat = lines.flatMap((line) => chatPiece(line, at(line)) ?? []);
    if (2 * chat.length > lines.length)
      return lines.map((line) => chatPiece(line, at(line)) ?? { ...line, kind: 'furniture' });
  }
  return itemsAndProse(text, lines);
}

function lineOf(text: string, line: Span, last: boolean): Piece {
  const words = text.slice(line.start, line.end);
  if (RULE.test(words)) return { ...line, kind: 'furniture' };
  if (BULLET.test(words)) return { ...line, kind: 'item', level: 1 };
  const hashes = HASHES.exec(words)?.[0].trimEnd().length ?? 0;
  if (hashes > 0) return { ...line, kind: 'heading', level: hashes };
  const chat = chatPiece(line, words);
  if (chat) return chat;
  const kind = kindOfLine(words, last);
  return { ...line, kind, level: kind === 'heading' ? 1 : 0 };
}

/** Whether lines are the rows of a table: all between bars, or with as many bars each. */
function areRows(lines: readonly string[]): boolean {
  const [first = '', ...others] = lines.map((line) => line.split(BAR).length);
  return (
    lines.every((line) => TABLE_ROW.test(line)) || (first !== 1 && others.every((count) => count === first))
  );
}

/** The rows of a table. Its first row names the columns: it stands above the others and answers nothing. */
function rowsOf(lines: readonly Span[], at: (line: Span) => string): Piece[] {
  return lines.map((line, number): Piece => {
    if (TABLE_RULE.test(at(line))) return { ...line, kind: 'furniture' };
    return number === 0 ? { ...line, kind: 'heading', level: TABLE_HEAD_LEVEL } : { ...line, kind: 'row' };
  });
}

function chatPiece(line: Span, words: string): Piece | null {
  const chat = chatLineOf(words);
  if (!chat) return null;
  if (chat.speaker === null) return { ...line, kind: 'furniture' };
  const { start, end } = chat.speaker;
  return { ...line, kind: 'body', speaker: { start: line.start + start, end: line.start + end } };
}

/** Splits some lines at those that open an item; what stands between is prose, or lines that stand for themselves. */
function itemsAndProse(text: string, lines: readonly Span[]): Piece[] {
  const marks = opensItem(text, lines);
  const least = lines.reduce((so, line) => Math.min(so, indentOf(text, line)), Number.POSITIVE_INFINITY);
  const pieces: Piece[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && !marks(to) && !isRule(text, lines, to)) to++;
    const span = { start: (lines[from] as Span).start, end: (lines[to - 1] as Span).end };
    pieces.push(piece(text, span, lines.slice(from, to), marks(from), least));
    if (isRule(text, lines, to)) {
      underline(pieces);
      pieces.push({ ...(lines[to] as Span), kind: 'furniture' });
      to++;
    }
    from = to;
  }
  return pieces;
}

const isRule = (text: string, lines: readonly Span[], at: number): boolean => {
  const line = lines[at];
  return line !== undefined && RULE.test(text.slice(line.start, line.end));
};

/** A single line that is drawn under is a heading. */
function underline(pieces: Piece[]): void {
  const above = pieces.pop();
  if (!above) return;
  const isTitle = above.kind === 'body' && !above.wrapped && above.end - above.start <= MAX_UNDERLINED;
  pieces.push(isTitle ? { ...above, kind: 'heading', level: 1 } : above);
}

/** Longest line that a line under it makes a heading. */
const MAX_UNDERLINED = 110;

/** A piece of some lines; an item is nested the deeper the further it is indented beyond the least of all lines. */
function piece(text: string, span: Span, own: readonly Span[], isItem: boolean, least: number): Piece {
  const wrapped = own.length > 1 && isWrapped(text, own);
  if (!isItem) return { ...span, kind: 'body', wrapped };
  const depth = Math.min(MAX_DEPTH, Math.floor((indentOf(text, span) - least) / 2));
  return { ...span, kind: 'item', level: 1 + depth, wrapped };
}

/** Which of some lines open an item of a list. Letters do only where two follow one another, for `a.` may be a name. */
function opensItem(text: string, lines: readonly Span[]): (line: number) => boolean {
  const words = lines.map(({ start, end }) => text.slice(start, end));
  const lettered = words.filter((line) => LETTER.test(line)).length > 1;
  return (at) => BULLET.test(words[at] ?? '') || (lettered && LETTER.test(words[at] ?? ''));
}

/** How far a line is indented. */
const indentOf = (text: string, { start }: Span): number => start - (text.lastIndexOf('\n', start - 1) + 1);

const MAX_DEPTH = 5;

/** Whether lines end where they were full: the first word of the next would have made one longer than all of them. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  const width = lines.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  if (width < MIN_WRAP_WIDTH || width > MAX_WRAP_WIDTH) return false;
  const full = lines.slice(0, -1).filter(({ start, end }, i) => {
    const next = lines[i + 1] as Span;
    const word = /^\S*/.exec(text.slice(next.start, Math.min(next.end, next.start + width)))?.[0] ?? '';
    return end - start + 1 + word.length >= 0.92 * width;
  });
  return full.length >= 0.8 * (lines.length - 1);
}

/** A block with its group: items go with the items before them and with what leads in to them, rows with rows. */
function withGroup(text: string, blocks: readonly Block[], block: Omit<Block, 'group'>): Block {
  const before = blocks.at(-1);
  const leadsIn = before && before.kind === 'body' && /[:：]$/.test(text.slice(before.start, before.end));
  const joined =
    (block.kind === 'item' && (before?.kind === 'item' || leadsIn)) ||
    (isTablePart(text, block) && before && !text.slice(before.end, block.start).includes('\n\n'));
  return { ...block, group: joined && before ? before.group : blocks.length };
}

const isTablePart = (text: string, { kind, start }: Omit<Block, 'group'>): boolean =>
  kind === 'row' || (kind === 'furniture' && text[start] === '|');

/** Numbers of the paragraphs that are no part of what the text says: contents, heads and feet of pages, licences. */
function furnitureOf(text: string, paragraphs: readonly Span[]): ReadonlySet<number> {
  const words = paragraphs.map(({ start, end }) => text.slice(start, end));
  const found = pageLinesOf(words);
  const begins = words.findIndex((line) => EBOOK_BEGINS.test(line));
  const ends = words.findIndex((line) => EBOOK_ENDS.test(line));
  for (const [number, line] of words.entries()) {
    const outside = number <= begins || (ends >= 0 && number >= ends);
    if (outside || isContents(line)) found.add(number);
  }
  return found;
}

/** The heads and feet of pages: lines that are alike but for a number that counts up, most of which stand amid a sentence. */
function pageLinesOf(words: readonly string[]): Set<number> {
  const alike = new Map<string, number[]>();
  for (const [number, line] of words.entries()) {
    if (line.length > MAX_PAGE_LINE || line.includes('\n') || BULLET.test(line) || !/\d/.test(line)) continue;
    const shape = line.replace(/\d+/g, '#');
    const lines = alike.get(shape);
    if (lines) lines.push(number);
    else alike.set(shape, [number]);
  }
  const found = new Set<number>();
  for (const lines of alike.values()) {
    const amid = lines.filter((number) => !/[.!?:"”’)]$/.test(words[number - 1] ?? '.')).length;
    if (
      lines.length < MIN_PAGES ||
      2 * amid < lines.length ||
      !countsUp(lines.map((at) => words[at] as string))
    )
      continue;
    for (const number of lines) found.add(number);
  }
  return found;
}

/** Whether a number in some lines goes up by one or two, as on left pages, from most of them to the next. */
function countsUp(lines: readonly string[]): boolean {
  const numbers = lines.map((line) => (line.match(/\d+/g) ?? []).map(Number));
  return (numbers[0] ?? []).some((_, at) => {
    const steps = numbers.slice(1).map((own, i) => (own[at] as number) - (numbers[i]?.[at] as number));
    return steps.filter((step) => step === 1 || step === 2).length >= MIN_COUNTING * steps.length;
  });
}

/** The share of steps that count up; a page may lack its number. */
const MIN_COUNTING = 0.8;

/** A head or foot of a page stands on this many of them. */
const MIN_PAGES = 3;
const MAX_PAGE_LINE = 120;

/** Project Gutenberg's marks around the text of a book (gutenberg.org, "The Project Gutenberg License"). */
const EBOOK_BEGINS = /^\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG EBOOK/i;
const EBOOK_ENDS = /^\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG EBOOK/i;

/** `Limits ........ 60` */
const CONTENTS_LINE = /(?:\. ?){4,}\s*\d+\s*$/;
/** What is looked at of the end of such a line, so that the time is linear in its dots. */
const MAX_CONTENTS_TAIL = 80;

const isContents = (words: string): boolean => {
  if (!words.includes('..') && !words.includes('. .')) return false;
  const lines = words.split('\n');
  return 2 * lines.filter((line) => CONTENTS_LINE.test(line.slice(-MAX_CONTENTS_TAIL))).length > lines.length;
};

/** The stretches between what separates, without white space at their ends. */
function trimmedSpans(
  text: string,
  separator: RegExp,
  { start, end } = { start: 0, end: text.length },
): Span[] {
  const spans: Span[] = [];
  let from = start;
  const push = (to: number) => {
    const slice = text.slice(from, to);
    const lead = slice.length - slice.trimStart().length;
    if (lead < slice.length) spans.push({ start: from + lead, end: from + slice.trimEnd().length });
  };
  separator.lastIndex = start;
  for (let gap = separator.exec(text); gap && gap.index < end; gap = separator.exec(text)) {
    push(gap.index);
    from = gap.index + gap[0].length;
  }
  push(end);
  return spans;
}
