import type { BlockKind, Span } from '../corpus/article.js';

/** A block between blank lines, without white space at its ends. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

const BLANK_LINES = /\n[^\S\n]*(?:\n[^\S\n]*)+/g;
const MARKDOWN_HEADING = /^ {0,3}#{1,6}(?:[^\S\n].*)?$/gm;

/** Longest heading, byline, dateline or caption; what is longer is read as text. */
const MAX_HEADING_LENGTH = 110;
const MAX_LABEL_LENGTH = 240;

const ENDS_LIKE_A_SENTENCE = /[.!?…:;,。！？]["'”’»)\]]*$|["”»]$/u;
const OPENS_LIKE_A_HEADING = /^[\p{Lu}\p{N}"'“‘«\p{Lo}]/u;
/** Names alone may follow; one word in lower case, and it is a sentence (`By noon everyone had left.`). */
const BYLINE =
  /^(?:(?:[Ss]tory |[Ww]ritten |[Rr]eporting |[Ee]diting )?[Bb]y|(?:STORY |WRITTEN |REPORTING |EDITING )?BY)[: ]\s*\p{Lu}[\p{L}\p{M}.'’-]*(?:[ ,]+(?:(?:and|AND|&) )?\p{Lu}[\p{L}\p{M}.'’-]*)*$/u;
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?';
const DATE = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2} ${MONTH})`;
const TIME = '(?:[ ,|T]+(?:at )?\\d{1,2}[:.]\\d{2}.*)?';
const LABELLED = '(?:published|updated|posted|last updated|first published)(?: on| at)?';
const DATELINE = new RegExp(
  `^(?:${LABELLED}: ?.+|(?:${LABELLED} )?(?:(?:${WEEKDAY},? )?${DATE}(?:,? \\d{4})?|\\d{4}-\\d{2}-\\d{2})${TIME}|${LABELLED} \\d{1,2}[:.]\\d{2}.*)$`,
  'i',
);
const CAPTION =
  /^(?:photo|photograph|image|picture|file photo|caption|credit|source|video|graphic|illustration|map)s?(?: (?:by|credit|courtesy(?: of)?))?\s?[:|/]|^(?:photo|image|photograph|illustration) (?:by|courtesy)\b|^file - |\((?:ap|afp|reuters|epa|getty|photo|file|image)\b[^)]*\)$|\b(?:photo|image|credit|picture):\s*\S.{0,60}$|\/\s?(?:ap|afp|reuters|epa|getty images?)\b[^/]{0,20}$/i;

/** Place, optional date and agency, then a dash and a sentence's beginning: `HONG KONG, Jan. 9 (Reuters) — The`. */
const INLINE_DATELINE =
  /^(?:\p{Lu}[\p{Lu}.'’-]+(?:,? \p{Lu}[\p{Lu}.'’-]*)*(?:, [^\n—–(]{1,30}?)?(?: \([^)\n]{1,30}\))?|\p{Lu}[^\n—–(]{1,40} \((?:AP|AFP|Reuters|UPI|Bloomberg|dpa|Xinhua|CNN)\)) ?(?:—|–|--| - )\s?(?=[^\p{L}\s]*[\p{Lu}\p{N}])/u;

/** The blocks of a text, in order. In Markdown a `#` heading is a block of its own, with or without blank lines. */
export function blocksOf(text: string, markdown: boolean): Block[] {
  const spans = blockSpans(text).flatMap((span) => (markdown ? aroundHeadings(text, span) : [span]));
  return spans.map((span, index) => ({
    ...span,
    kind:
      spans.length === 1
        ? 'body'
        : kindOf(text.slice(span.start, span.end), markdown, index === spans.length - 1),
  }));
}

/** Length of the dateline that opens a body paragraph, 0 when there is none. */
export const inlineDatelineLength = (paragraph: string): number =>
  INLINE_DATELINE.exec(paragraph.slice(0, 160))?.[0].length ?? 0;

function blockSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const push = (to: number) => {
    const span = trimmed(text, from, to);
    if (span) spans.push(span);
  };
  for (const gap of text.matchAll(BLANK_LINES)) {
    push(gap.index);
    from = gap.index + gap[0].length;
  }
  push(text.length);
  return spans;
}

function aroundHeadings(text: string, block: Span): Span[] {
  const cuts = [...text.slice(block.start, block.end).matchAll(MARKDOWN_HEADING)].flatMap((heading) => [
    block.start + heading.index,
    block.start + heading.index + heading[0].length,
  ]);
  const edges = [block.start, ...cuts, block.end];
  return edges.flatMap((start, i) => trimmed(text, start, edges[i + 1] ?? start) ?? []);
}

function trimmed(text: string, start: number, end: number): Span | null {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return lead === slice.length ? null : { start: start + lead, end: start + slice.trimEnd().length };
}

function kindOf(block: string, markdown: boolean, last: boolean): BlockKind {
  if (markdown && /^#{1,6}(?:\s|$)/.test(block)) return 'heading';
  if (block.length > MAX_LABEL_LENGTH || block.includes('\n')) return 'body';
  if (BYLINE.test(block)) return 'byline';
  if (DATELINE.test(block)) return 'dateline';
  if (CAPTION.test(block)) return 'caption';
  return !last && looksLikeHeading(block) ? 'heading' : 'body';
}

/** A short line of its own without the punctuation of a sentence. */
const looksLikeHeading = (block: string): boolean =>
  block.length <= MAX_HEADING_LENGTH &&
  OPENS_LIKE_A_HEADING.test(block) &&
  /\p{L}/u.test(block) &&
  !/^(?:[-*+•‣]|\d{1,3}[.)])\s/.test(block) &&
  !ENDS_LIKE_A_SENTENCE.test(block);
