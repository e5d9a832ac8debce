import { MONTHS } from '../english/calendar.js';
import { SCALES } from '../english/number-words.js';
import type { Tag } from '../english/parts-of-speech.js';
import type { Token } from '../english/tokens.js';
import { CURRENCY_NAMES, CURRENCY_SIGNS } from './tables/currencies.js';
import { MEASURE_NAMES, MEASURE_SYMBOLS } from './tables/measures.js';

/** Whether the number at token `i` is of some kind that is no figure. */
export type Rule = (tokens: readonly Token[], i: number, tags: readonly Tag[]) => boolean;

/** The word at token `i` in lower case, `''` past the ends. */
export const lowerAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

/** A hyphen or a dash between numbers. */
export const isDash = (token: Token | undefined): boolean =>
  token !== undefined && /^[-‐‑–]$/.test(token.text);

/** The name of a month, capitalised where it is a word too. */
export const isMonth = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  MONTHS.has(token.lower) &&
  (/^\p{Lu}/u.test(token.text) || !/^(?:may|mar|march|jun|sep|dec)$/.test(token.lower));

/** Whether the number at `i` has a currency or a measure beside it. */
export function isMoneyOrMeasure(tokens: readonly Token[], i: number): boolean {
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (before && CURRENCY_SIGNS.has(before.text)) return true;
  if (after?.glued && CURRENCY_SIGNS.has(after.text)) return true;
  if (!after || after.text === '′') return false;
  if (
    MEASURE_SYMBOLS.has(after.text) &&
    (after.glued || /^.{2,}$|\P{L}/u.test(after.text)) &&
    after.text !== 'in'
  )
    return true;
  const name = after.lower === '-' ? lowerAt(tokens, i + 2) : after.lower;
  return (
    MEASURE_NAMES.has(name) ||
    CURRENCY_NAMES.has(name) ||
    SCALES.has(name) ||
    /^(?:square|cubic|sq|cu)$/.test(name)
  );
}

/** Whether what comes after the number at `i` is counted: a plural, perhaps after an adjective or a noun. */
export const followsPlural = (tags: readonly Tag[], i: number): boolean =>
  tags[i + 1] === 'plural' ||
  ((tags[i + 1] === 'adjective' || tags[i + 1] === 'noun') && tags[i + 2] === 'plural');

/** Two numbers with a dash between them, which has a space on both sides or on none. */
export const isPair = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === 'number' &&
  isDash(tokens[i + 1]) &&
  tokens[i + 2]?.kind === 'number' &&
  tokens[i + 3]?.text !== '/' &&
  tokens[i + 1]?.glued === tokens[i + 2]?.glued;
