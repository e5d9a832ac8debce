import type { Span } from '../text/span.js';
import { isAbbreviation } from './abbreviations.js';

/** A run of letters, a number in digits, or a single other character; of the joined view also a clitic or a whole quotation. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'mark' | 'clitic' | 'quoted';
  readonly text: string;
  /** Lower case, straight apostrophe, without a possessive `'s` and the full stop of an abbreviation. */
  readonly lower: string;
  /** It begins with a capital. */
  readonly capital: boolean;
  /** Nothing stands between this token and the one before. */
  readonly glued: boolean;
  /** The word carries `'s` (`Alibaba's`). */
  readonly possessive: boolean;
}

const GROUPED = String.raw`\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?`;
const INDIAN = String.raw`\d{1,2}(?:,\d\d)+,\d{3}(?![,\d])(?:\.\d+)?`;
const PLAIN = String.raw`\d+(?:\.\d+)*(?:[eE][+-]?\d+(?![\p{L}\d]))?`;
const WORD = String.raw`(?:\p{L}\.){2,}|(?:\p{L}\.)+\p{L}(?!\p{L})|\p{L}[\p{L}\p{M}]*(?:['’&]\p{L}+)*`;

/** In this order, so that `1,234,567.8` and `U.S.` are one token each. No part can match one character twice. */
const TOKEN = new RegExp(`(${GROUPED}|${INDIAN}|${PLAIN}|\\.\\d+)|(${WORD})|\\S`, 'gu');

/** The tokens of `text.slice(start, end)` with offsets into `text`, at the finest grain. Linear in the length. */
export function tokensOf(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  let last = start;
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const from = start + match.index;
    const glued = from === last && tokens.length > 0;
    const previous = tokens.at(-1);
    const token = tokenOf(match[0], from, glued, match[1], match[2]);
    if (glued && previous && token.text === '.' && isAbbreviated(previous, tokens.at(-2)))
      tokens[tokens.length - 1] = withStop(previous);
    else tokens.push(token);
    last = token.end;
  }
  return tokens;
}

function tokenOf(text: string, start: number, glued: boolean, number?: string, word?: string): Token {
  const end = start + text.length;
  if (word === undefined) {
    const kind = number === undefined ? 'mark' : 'number';
    return { text, start, end, glued, kind, lower: text, capital: false, possessive: false };
  }
  const plain = lowerOf(word);
  const possessive = plain.endsWith("'s") && !CONTRACTED.has(plain);
  const lower = possessive ? plain.slice(0, -2) : plain;
  return { text, start, end, glued, kind: 'word', lower, capital: isCapital(text), possessive };
}

/** Lower case, straight apostrophe. */
export const lowerOf = (word: string): string => word.toLowerCase().replace('’', "'");

/** Whether a word begins with a capital; most are of the first letters, which need no table. */
export function isCapital(word: string): boolean {
  const first = word.charCodeAt(0);
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(word);
}

/** A word whose full stop belongs to it: `Mr.`, `J.`, but not the unit of `5 A.` */
const isAbbreviated = ({ kind, capital, lower, text, glued }: Token, before: Token | undefined): boolean =>
  kind === 'word' &&
  capital &&
  (isAbbreviation(lower) || (text.length === 1 && !glued && lower !== 'i' && before?.kind !== 'number'));

const withStop = (token: Token): Token => ({ ...token, text: `${token.text}.`, end: token.end + 1 });

/** Words whose `'s` is a verb. */
const CONTRACTED: ReadonlySet<string> = new Set(
  "it's he's she's that's there's here's what's who's where's how's let's".split(' '),
);
