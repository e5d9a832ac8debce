import type { Quoted } from '../quotes/marks.js';
import type { Span } from '../text/span.js';
import { ABBREVIATIONS } from './titles.js';

/** How a token is written. */
export type Shape = 'lower' | 'capital' | 'number' | 'possessive' | 'mark' | 'quote';

/** A word, a punctuation mark, or a whole quotation. */
export interface Token extends Span {
  readonly shape: Shape;
  /** Lower case, straight apostrophes. */
  readonly lower: string;
  /** The quotation that this token stands for. */
  readonly quote?: QuoteToken | undefined;
}

/** What the sentence around a quotation needs to know of it. */
export interface QuoteToken {
  /** Its index among the quotations of the text. */
  readonly index: number;
  /** Whether it begins with a small letter, within a sentence of the writer. */
  readonly fragment: boolean;
  /** Its last character within the marks. */
  readonly last: string;
}

/** In this order: an aside in brackets, initials, words and numbers with what joins them, clitics, marks. */
const TOKEN =
  /\([^()\n]{0,80}\)|\[[^[\]\n]{0,80}\]|(?:\p{L}\.){2,}|[@#]?[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*(?:(?:[-‐–'’.&/]|,(?=\p{N}))(?!(?:s|d|ll|re|ve|S)\b)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|['’](?:s|d|ll|re|ve)\b|[.!?…]+|--+|\S/gu;

/**
 * The tokens of a paragraph; each of its quotations (`first` is the index of the first) is one token, asides in
 * brackets are none. What is quoted is not read, so the time is linear.
 */
export function tokensOf(text: string, paragraph: Span, quoted: readonly Quoted[], first: number): Token[] {
  const tokens: Token[] = [];
  let from = paragraph.start;
  for (const [offset, span] of quoted.entries()) {
    const { outerStart: start, outerEnd: end } = span;
    read(text, from, start, tokens);
    tokens.push({ start, end, shape: 'quote', lower: '', quote: quoteToken(text, span, first + offset) });
    from = end;
  }
  read(text, from, paragraph.end, tokens);
  return tokens;
}

const quoteToken = (text: string, { start, end }: Span, index: number): QuoteToken => ({
  index,
  fragment: /^\p{Ll}/u.test(text.slice(start, start + 2)),
  last: /[^\s'’‘"”]?[\s'’‘"”]*$/.exec(text.slice(Math.max(start, end - 4), end))?.[0]?.[0] ?? '',
});

function read(text: string, from: number, to: number, tokens: Token[]): void {
  for (const { 0: word, index } of text.slice(from, to).matchAll(TOKEN)) {
    if (word.length > 1 && /^[([]/.test(word)) continue;
    const start = from + index;
    const end = start + word.length;
    const previous = tokens.at(-1);
    if (word === '.' && previous && isAbbreviated(previous, start))
      tokens[tokens.length - 1] = { ...previous, end };
    else
      tokens.push({
        start,
        end,
        shape: shapeOf(word, previous),
        lower: word.toLowerCase().replace('’', "'"),
      });
  }
}

/** A full stop that belongs to the word before it: `Mr.`, `J.`. */
const isAbbreviated = ({ shape, lower, start, end }: Token, at: number): boolean =>
  end === at && shape === 'capital' && (ABBREVIATIONS.has(lower) || (end - start === 1 && lower !== 'i'));

function shapeOf(word: string, previous: Token | undefined): Shape {
  const first = word.charCodeAt(0);
  if (first >= 97 && first <= 122) return 'lower';
  if (first >= 65 && first <= 90) return 'capital';
  if (/^['’]/.test(word)) return word.length > 1 || previous?.lower.endsWith('s') ? 'possessive' : 'mark';
  if (/^\p{N}/u.test(word)) return /\p{L}/u.test(word) ? 'lower' : 'number';
  if (/^[\p{Lu}@#]/u.test(word)) return 'capital';
  return /^\p{L}/u.test(word) ? 'lower' : 'mark';
}
