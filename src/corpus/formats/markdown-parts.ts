/*
 * A parser of Markdown takes time with the square of the length for some inputs (emphasis that is never closed, long lists),
 * so a long file is parsed in parts, cut where a new block begins in any case.
 */

/** A part is cut at the next place it can be once it is this long, in UTF-16 units; */
const PART_LENGTH = 4_000;

/** where there is none for this long, it is no Markdown that anybody wrote, and taken as plain text. */
const MAX_PART_LENGTH = 100_000;

/** Marks of emphasis, links and notes in one paragraph; with more it is plain text too. */
const MAX_MARKS = 2_000;
const MARK = /[*_~[\]`<&{^]/g;

/** Blocks within blocks, too deep for anybody to read. */
const TOO_DEEP = /^(?: *>){50}|^[ \t]{100,}(?:[-*+]|\d+[.)])\s|^(?:[-*+] +){30}/m;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** HTML in which blank lines end nothing (CommonMark 0.31, HTML blocks, kinds 1 to 5), and what ends it. */
const RAW = /^ {0,3}<(?:(script|style|pre|textarea)\b|(!--))/i;
const DEFINITION = /^ {0,3}\[(?!\^)([^\]\n]{1,200})\]:\s*\S+.*$/;
const LABEL = /\[([^\]\n]{1,200})\]/g;
/** Below a blank line: nothing that goes on with a list or a quotation above. */
const BEGINS = /^(?!>|:)\S/;
const HEADING = /^#{1,6}\s/;
/** An item of the outermost list, below a blank line or another item. */
const ITEM = /^(?:[-*+]|\d{1,9}[.)])\s/;

/** A stretch of a file. */
export interface Part {
  readonly text: string;
  /** Its first line, from 0. */
  readonly line: number;
  /** Whether it is to be taken as it stands. */
  readonly plain: boolean;
}

/** The parts of a file; what defines the links of a part, wherever it stands, is at its end, where it is no text. */
export function partsOf(markdown: string): Part[] {
  const lines = markdown.split('\n');
  const definitions = new Map<string, string>();
  for (const line of lines) {
    const label = DEFINITION.exec(line)?.[1]?.toLowerCase();
    if (label !== undefined && !definitions.has(label)) definitions.set(label, line);
  }
  const parts: Part[] = [];
  const cutter = new Cutter();
  let first = 0;
  let length = 0;
  const close = (end: number) => {
    const text = lines.slice(first, end).join('\n');
    const plain = length > MAX_PART_LENGTH || isOverloaded(text);
    parts.push({ text: plain ? text : withDefinitions(text, definitions), line: first, plain });
    first = end;
    length = 0;
  };
  for (const [number, line] of lines.entries()) {
    if (length >= PART_LENGTH && cutter.canCutBefore(line)) close(number);
    cutter.read(line);
    length += line.length + 1;
  }
  close(lines.length);
  return parts;
}

/** Knows, line by line, where a new block begins in any case. */
class Cutter {
  #blank = true;
  #item = false;
  #fence: string | null = null;
  #rawEnd: RegExp | null = null;

  canCutBefore(line: string): boolean {
    if (this.#fence !== null || this.#rawEnd !== null) return false;
    if (HEADING.test(line)) return true;
    return ITEM.test(line) ? this.#blank || this.#item : this.#blank && BEGINS.test(line);
  }

  read(line: string): void {
    this.#blank = line.trim() === '';
    this.#item = ITEM.test(line);
    if (this.#rawEnd) {
      if (this.#rawEnd.test(line)) this.#rawEnd = null;
      return;
    }
    const mark = FENCE.exec(line)?.[1];
    if (this.#fence !== null) {
      if (mark?.startsWith(this.#fence)) this.#fence = null;
      return;
    }
    if (mark) this.#fence = mark;
    const raw = RAW.exec(line);
    const ends = raw && (raw[2] ? /-->/ : new RegExp(`</${raw[1]}`, 'i'));
    if (ends && !ends.test(line)) this.#rawEnd = ends;
  }
}

function withDefinitions(text: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return text;
  const labels = new Set([...text.matchAll(LABEL)].map(([, label]) => (label as string).toLowerCase()));
  const used = [...labels].flatMap((label) => definitions.get(label) ?? []);
  return used.length === 0 ? text : `${text}\n\n${used.join('\n')}`;
}

function isOverloaded(text: string): boolean {
  if (TOO_DEEP.test(text)) return true;
  let marks = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') marks = 0;
    marks += line.match(MARK)?.length ?? 0;
    if (marks > MAX_MARKS) return true;
  }
  return false;
}
