import type { Span } from '../text/span.js';

/** What stands between two quote marks, or between one and the paragraph's end. */
export interface Quoted extends Span {
  /** With the marks. */
  readonly outerStart: number;
  readonly outerEnd: number;
  /** Whether a closing mark follows. */
  readonly closed: boolean;
  /** Whether it goes on with a quotation that the paragraph before did not close. */
  readonly continued: boolean;
}

type Side = 'open' | 'close' | 'either';

interface Mark extends Span {
  readonly side: Side;
}

/**
 * Double marks of any make; two single ones in a row are the typewriter's double mark. Of three the first two open,
 * the last two close.
 */
const DOUBLE_MARK = /["“”„‟«»″]|''(?!')|''(?='\p{L})|``|’’|‘‘/gu;
const SINGLE_MARK = /['‘’‚]/g;

const OPENS_BY_SHAPE = /^(?:[“„‟«‘‚]|``|‘‘)$/;
const CLOSES_BY_SHAPE = /^(?:[”»’]|’’)$/;

const BEFORE_OPENING = /[\s([{—–\-/:;,"“”„«»'‘’]/;
const NEVER_OPENS = /^(?:[\s,;:!?)\]}]|\.(?![.\d]))/;
const AFTER_CLOSING = /[\s.,;:!?()[\]{}<…—–\-"“”»'’/]/;

/** `6' 2"`, up to the mark of the inches. */
const FEET_AND_INCHES = /\d['’′] ?\d{1,2}$/;

/** `, said Ma` or `, he said`. */
const UNQUOTED_CUE =
  /[,?!] (?:said|says|added|wrote|told|(?:(?:he|she|they) |(?:\p{Lu}[\p{L}.'’-]* ){1,3})(?:said|says|added|wrote|told))\b/u;

/** Elisions (`'90s`, `'em`) look like opening marks. */
const ELISION = /^(?:\d\ds?|em|til|tis|twas|cause|bout|n)\b/i;

/**
 * The outermost quotations of each paragraph, in order: curly, straight, low and angle marks, also mixed; single
 * marks where no double ones stand around them. Linear in the text.
 */
export function quotedSpans(text: string, paragraphs: readonly Span[]): Quoted[] {
  const found: Quoted[] = [];
  const headings: Quoted[] = [];
  let open = false;
  for (const [number, paragraph] of paragraphs.entries()) {
    const next = paragraphs[number + 1];
    const quoted = withSingles(text, paragraph, pairDouble(text, paragraph, open, next), open, next);
    const last = quoted.at(-1);
    open = last?.closed === false && last.end === paragraph.end;
    for (const span of quoted)
      if (span.end > span.start && !(isAlone(text, span, paragraph) && isSingle(text, span)))
        found.push(span);
      else if (span.end > span.start) headings.push(span);
  }
  // Where quotations bear double marks, a line in single ones is a heading in somebody's words.
  return found.some((one) => !isSingle(text, one))
    ? found
    : [...found, ...headings].sort((a, b) => a.start - b.start);
}

const isSingle = (text: string, { outerStart }: Quoted): boolean =>
  /['‘]/.test(text[outerStart] ?? '') && !/^(?:''|‘‘)/.test(text.slice(outerStart, outerStart + 2));

/** Whether a quotation is all of its paragraph, but for a full stop. */
const isAlone = (text: string, { outerStart, outerEnd }: Quoted, { start, end }: Span): boolean =>
  /^\s*$/.test(text.slice(start, outerStart)) && /^[.\s]*$/.test(text.slice(outerEnd, end));

function pairDouble(text: string, paragraph: Span, goesOn: boolean, next: Span | undefined): Quoted[] {
  const marks = marksOf(text, paragraph, DOUBLE_MARK);
  const pairs = isNested(marks) ? pairNested(marks) : pairFlat(marks);
  return pairs.flatMap(([from, to, limit]) => {
    if (to) return span(from, to.start, to.end, paragraph, goesOn);
    const runsOn = next !== undefined && opensWithMark(text, next);
    if (
      from.start !== paragraph.start &&
      (limit || !(isIntroduced(text, from) || (runsOn && from.side === 'open')))
    )
      return [];
    const end = limit?.start ?? (runsOn ? paragraph.end : cueWithin(text, from, paragraph));
    return { ...span(from, end, end, paragraph, goesOn), closed: false };
  });
}

const span = (from: Mark, end: number, outerEnd: number, paragraph: Span, goesOn: boolean): Quoted => ({
  start: from.end,
  end,
  outerStart: from.start,
  outerEnd,
  closed: true,
  continued: goesOn && from.start === paragraph.start,
});

const opensWithMark = (text: string, { start }: Span): boolean =>
  /^\s*(?:["“„«]|''|``)/.test(text.slice(start, start + 8));

/** Where an unclosed quotation gives way to who spoke (`…, said Ma`), else the end of the paragraph. */
function cueWithin(text: string, { end }: Mark, paragraph: Span): number {
  const cue = UNQUOTED_CUE.exec(text.slice(end, paragraph.end));
  return cue ? end + cue.index + 1 : paragraph.end;
}

/** An opening mark, the one that closes it, and the one that shows that none does. */
type Pair = [Mark, Mark | null, Mark?];

/** An opening mark while one is open means that the first was never closed. */
function pairFlat(marks: readonly Mark[]): Pair[] {
  const pairs: Pair[] = [];
  let open: Mark | null = null;
  for (const mark of marks) {
    if (mark.side === 'open') {
      if (open) pairs.push([open, null, mark]);
      open = mark;
    } else if (open) {
      pairs.push([open, mark]);
      open = null;
    } else if (mark.side === 'either') open = mark;
  }
  if (open) pairs.push([open, null]);
  return pairs;
}

/** Whether the marks nest: one opens within another and all are closed. */
function isNested(marks: readonly Mark[]): boolean {
  let depth = 0;
  let deepest = 0;
  for (const { side } of marks) {
    depth += side === 'open' ? 1 : -1;
    if (side === 'either' || depth < 0) return false;
    deepest = Math.max(deepest, depth);
  }
  return depth === 0 && deepest > 1;
}

function pairNested(marks: readonly Mark[]): Pair[] {
  const pairs: Pair[] = [];
  const open: Mark[] = [];
  for (const mark of marks) {
    if (mark.side === 'open') open.push(mark);
    else {
      const first = open.pop();
      if (first && open.length === 0) pairs.push([first, mark]);
    }
  }
  return pairs;
}

/** Single marks in the stretches that no double ones cover. */
function withSingles(
  text: string,
  paragraph: Span,
  quoted: readonly Quoted[],
  goesOn: boolean,
  next: Span | undefined,
): Quoted[] {
  const all: Quoted[] = [];
  let from = paragraph.start;
  for (const double of quoted) {
    all.push(...pairSingle(text, { start: from, end: double.outerStart }, paragraph, goesOn), double);
    from = double.outerEnd;
  }
  return [...all, ...pairSingle(text, { start: from, end: paragraph.end }, paragraph, goesOn, next)];
}

/**
 * Apostrophes look like single marks, so a pair must open and close by its surroundings. One that is not closed runs to
 * the end of the paragraph where the next one opens with a single mark again.
 */
function pairSingle(text: string, stretch: Span, paragraph: Span, goesOn: boolean, next?: Span): Quoted[] {
  const pairs: Quoted[] = [];
  const marks = marksOf(text, stretch, SINGLE_MARK);
  const curly = marks.some(({ start }) => text[start] === '‘');
  const roles = marks.map((mark) => roleOf(text, mark, curly));
  const closesLater = roles.map(() => false);
  for (let at = roles.length - 2; at >= 0; at--)
    closesLater[at] =
      roles[at + 1] === 'closes' || (roles[at + 1] !== 'opens' && closesLater[at + 1] === true);
  let open: Mark | null = null;
  for (const [at, mark] of marks.entries()) {
    if (roles[at] === 'opens') open = mark;
    else if (open && (roles[at] === 'closes' || (roles[at] === 'may close' && !closesLater[at]))) {
      pairs.push(span(open, mark.start, mark.end, paragraph, goesOn));
      open = null;
    }
  }
  if (
    !open ||
    !next ||
    !/['‘]/.test(text[next.start] ?? '') ||
    ELISION.test(text.slice(next.start + 1, next.start + 7))
  )
    return pairs;
  return isIntroduced(text, open) || open.start === paragraph.start
    ? [...pairs, { ...span(open, paragraph.end, paragraph.end, paragraph, goesOn), closed: false }]
    : pairs;
}

type Role = 'opens' | 'closes' | 'may close' | 'apostrophe';

/** What a single mark may do; where the stretch has `‘`, no `’` opens (`’ere`). */
function roleOf(text: string, mark: Mark, curly: boolean): Role {
  const { start, end, side } = mark;
  if (side === 'open')
    return ELISION.test(text.slice(end, end + 6)) || (curly && text[start] === '’') ? 'apostrophe' : 'opens';
  const before = text.slice(Math.max(0, start - 4), start);
  if (!closesHere(text, mark) || /['’]n$/.test(before) || isPossessive(text, mark)) return 'apostrophe';
  return LETTER_DROPPED.test(before) ? 'may close' : 'closes';
}

/** `the Lees’ boat`, `nothin’`, `ol’`: an apostrophe where another mark closes later. */
const LETTER_DROPPED = /(?:\p{L}s|\p{L}in|\b[Oo]l|\b[Tt]h|\b[Aa]n|\bo)$/u;

/** `the workers’ rights`: after an s and before a word it may be a possessive. */
const isPossessive = (text: string, { start, end }: Mark): boolean =>
  text[start - 1] === 's' && /^\s\p{Ll}/u.test(text.slice(end, end + 2));

function marksOf(text: string, { start, end }: Span, pattern: RegExp): Mark[] {
  return Array.from(text.slice(start, end).matchAll(pattern), (match) => {
    const at = { start: start + match.index, end: start + match.index + match[0].length };
    return { ...at, side: sideOf(text, at, match[0]) };
  }).filter(({ start: at }) => !FEET_AND_INCHES.test(text.slice(Math.max(0, at - 6), at)));
}

/** The surroundings decide; where they allow both or neither, the shape does. */
function sideOf(text: string, at: Span, mark: string): Side {
  const opens = opensHere(text, at);
  const closes = closesHere(text, at);
  if (OPENS_BY_SHAPE.test(mark)) return opens || !closes ? 'open' : 'close';
  if (CLOSES_BY_SHAPE.test(mark))
    return closes || !opens || /\S/.test(text[at.start - 1] ?? ' ') ? 'close' : 'open';
  if (opens === closes) return 'either';
  return opens ? 'open' : 'close';
}

function opensHere(text: string, { start, end }: Span): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text.slice(end, end + 2) || ' ';
  return BEFORE_OPENING.test(before) && !NEVER_OPENS.test(after);
}

function closesHere(text: string, { start, end }: Span): boolean {
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  return !/\s/.test(before) && AFTER_CLOSING.test(after);
}

/** After a comma, a colon or the end of a sentence an unclosed mark still opens a quotation. */
const isIntroduced = (text: string, { start }: Mark): boolean =>
  /[:,.!?…]['’”")]*\s*$/.test(text.slice(Math.max(0, start - 4), start));
