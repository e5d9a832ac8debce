import type { BlockKind } from '../article.js';

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

/** Length of the dateline that opens a body paragraph, 0 when there is none. */
export const inlineDatelineLength = (paragraph: string): number =>
  INLINE_DATELINE.exec(paragraph.slice(0, 160))?.[0].length ?? 0;

/**
 * What a line of its own is by its look: a heading stands over something, so the last line of a text (`last`) is none.
 */
export function kindOfLine(line: string, last: boolean): BlockKind {
  if (line.length > MAX_LABEL_LENGTH) return 'body';
  if (BYLINE.test(line)) return 'byline';
  if (DATELINE.test(line)) return 'dateline';
  if (CAPTION.test(line)) return 'caption';
  return !last && looksLikeHeading(line) ? 'heading' : 'body';
}

/** A short line of its own without the punctuation of a sentence. */
const looksLikeHeading = (block: string): boolean =>
  block.length <= MAX_HEADING_LENGTH &&
  OPENS_LIKE_A_HEADING.test(block) &&
  /\p{L}/u.test(block) &&
  !ENDS_LIKE_A_SENTENCE.test(block);
