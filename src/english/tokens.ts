import type { Span } from '../text/span.js';

/** What the number grammar reads: a run of letters, a number in digits, or a single other character. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'mark';
  readonly text: string;
  /** Lower case, straight apostrophe, without a possessive `'s`. */
  readonly lower: string;
  /** Nothing stands between this token and the one before. */
  readonly glued: boolean;
  /** The word carries `'s` or stands before a bare `'` (`Alibaba's`, `players'`). */
  readonly possessive: boolean;
}

const GROUPED = String.raw`\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?!\d)(?:\.\d+)?`;
const INDIAN = String.raw`\d{1,2}(?:,\d\d)+,\d{3}(?![,\d])(?:\.\d+)?`;
const PLAIN = String.raw`\d+(?:\.\d+)*(?:[eE][+-]?\d+(?![\p{L}\d]))?`;
const TITLE = String.raw`(?:Mrs?|Ms|Dr|Gov|Sen|Rep|Gen|Prof|Sgt|Lt|Col)\.(?=\s)`;
const WORD = String.raw`${TITLE}|(?:\p{L}\.){2,}|(?:\p{L}\.)+\p{L}(?!\p{L})|\p{L}[\p{L}\p{M}]*(?:['’&]\p{L}+)*`;

/** In this order, so that `1,234,567.8`, `Mr.` and `U.S.` are one token each. No part can match one character twice. */
const TOKEN = new RegExp(`(${GROUPED}|${INDIAN}|${PLAIN}|\\.\\d+)|(${WORD})|\\S`, 'gu');

/** The tokens of `text.slice(start, end)` with offsets into `text`. Linear in the length. */
export function tokensOf(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  let last = start;
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const from = start + match.index;
    const token = tokenOf(match[0], from, from === last && tokens.length > 0, match[1], match[2]);
    tokens.push(token);
    last = token.end;
  }
  return tokens;
}

function tokenOf(text: string, start: number, glued: boolean, number?: string, word?: string): Token {
  const end = start + text.length;
  if (word === undefined) {
    const kind = number === undefined ? 'mark' : 'number';
    return { text, start, end, glued, kind, lower: text, possessive: false };
  }
  const plain = word.toLowerCase().replace('’', "'");
  const possessive = plain.endsWith("'s") && !CONTRACTED.has(plain);
  const lower = possessive ? plain.slice(0, -2) : plain;
  return { text, start, end, glued, kind: 'word', lower, possessive };
}

/** Words whose `'s` is a verb. */
const CONTRACTED: ReadonlySet<string> = new Set(
  "it's he's she's that's there's here's what's who's where's how's let's".split(' '),
);
