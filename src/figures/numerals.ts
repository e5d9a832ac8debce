import { PERIODS } from '../english/calendar.js';
import { DENOMINATORS, FRACTION_SIGNS, SCALES, SMALL, TENS, VAGUE } from '../english/number-words.js';
import type { Token } from '../english/tokens.js';
import { inDigits, signFraction } from './digits.js';
import { lowerAt, type Numeral } from './numeral-parts.js';
import { cardinal, inWords } from './spelled-numbers.js';

/** Words a number may begin with. */
const OPENERS: ReadonlySet<string> = new Set([
  ...[SMALL, TENS, SCALES, VAGUE, DENOMINATORS].flatMap((table) => [...table.keys()]),
  ...'a an several few many'.split(' '),
]);

/** Whether a number may begin at the token; most tokens are told apart here. */
export const opensNumeral = ({ kind, lower }: Token): boolean =>
  kind === 'number' || (kind === 'mark' ? FRACTION_SIGNS.has(lower) : OPENERS.has(lower));

/** The number that begins at token `i`, or `null`. `money` reads a glued `m`, `b` or `t` as a scale. */
export function numeralAt(tokens: readonly Token[], i: number, money = false): Numeral | null {
  const kind = tokens[i]?.kind;
  if (kind === 'mark') return signFraction(tokens, i);
  const numeral = kind === 'number' ? inDigits(tokens, i, money) : kind && inWords(tokens, i);
  return numeral ? shareOf(tokens, numeral) : null;
}

/** `one in five`, `three-in-ten`, `two out of ten`: the first as a part of the second; `two in five days` counts the days. */
function shareOf(tokens: readonly Token[], numeral: Numeral): Numeral {
  const { value } = numeral;
  const hyphens = tokens[numeral.end]?.text === '-' && tokens[numeral.end + 2]?.text === '-';
  const end = hyphens ? numeral.end + 1 : numeral.end;
  const link = lowerAt(tokens, end) === 'in' ? (hyphens ? 2 : 1) : lowerAt(tokens, end) === 'out' ? 2 : 0;
  if (!link || (lowerAt(tokens, end) === 'out' && lowerAt(tokens, end + 1) !== 'of')) return numeral;
  const whole =
    tokens[end + link]?.kind === 'number'
      ? inDigits(tokens, end + link, false)
      : cardinal(tokens, end + link);
  if (!whole || typeof value !== 'number' || typeof whole.value !== 'number') return numeral;
  if (numeral.fraction || !(value >= 1 && value < whole.value && isWhole(value, whole.value))) return numeral;
  if (PERIODS.has(lowerAt(tokens, whole.end)) || tokens[whole.end]?.text === '-') return numeral;
  return { ...numeral, value: value / whole.value, end: whole.end, scale: 1, fraction: true };
}

/** What shares are told of: `2 in 5`, `9 out of 10`, `1 in 30,000`; no year. */
const isWhole = (part: number, whole: number): boolean =>
  whole <= 10 ||
  (whole <= 100 && whole % 5 === 0) ||
  (part === 1 && (whole < 1000 || whole % 100 === 0) && whole !== 2000);
