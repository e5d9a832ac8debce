import { FRACTION_SIGNS } from '../english/number-words.js';
import type { Token } from '../english/tokens.js';
import { andAHalf, lowerAt, type Numeral, plain, scaled, simpleFraction, wordsAt } from './numeral-parts.js';

/** How many groups of three digits a number may have, which keeps the time linear. */
const MAX_GROUPS = 24;

/** `36,446`, `12 500`, `2.5bn`, `1 1/2`, `2 and a half million`, `3 × 10^5`, `20 ± 2`. */
export function inDigits(tokens: readonly Token[], i: number, money: boolean): Numeral | null {
  const [text, end] = grouped(tokens, i, money);
  const base = Number(text);
  if (text === '' || !Number.isFinite(base)) return null;
  const part = simpleFraction(tokens, i) ?? mixedFraction(tokens, i, base) ?? plain(base, end);
  return scaled(tokens, power(tokens, { ...part, end: marginEnd(tokens, part.end) }), money);
}

/** The digits of the number at `i` with their decimal point and the token after it; groups may be parted in any way. */
function grouped(tokens: readonly Token[], i: number, money: boolean): readonly [string, number] {
  const { text } = tokens[i] as Token;
  const end = groupsEnd(tokens, i);
  if (end > i + 1) {
    const cents = isCents(tokens, end) ? `.${lowerAt(tokens, end + 1)}` : '';
    return [digitsOf(tokens, i, end) + cents, cents ? end + 2 : end];
  }
  if (money && /^\d{1,3}(?:\.\d{3})+$/.test(text)) {
    const whole = text.replaceAll('.', '');
    if (isCents(tokens, i + 1)) return [`${whole}.${lowerAt(tokens, i + 2)}`, i + 3];
    if (text.length > 7) return [whole, i + 1];
  }
  return [/\..*\./.test(text) ? '' : text.replace(/[^\d.eE+-]/g, ''), i + 1];
}

/** `,50` glued to what stands before it. */
const isCents = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.text === ',' &&
  tokens[i]?.glued === true &&
  tokens[i + 1]?.glued === true &&
  /^\d\d$/.test(lowerAt(tokens, i + 1));

const digitsOf = (tokens: readonly Token[], first: number, end: number): string =>
  tokens
    .slice(first, end)
    .map(({ text }) => text.replace(/[^\d.]/g, ''))
    .join('');

/** Groups of three digits after one space each (`1 200 000`) or an apostrophe (`43'500`); `120 130 140` is a list. */
function groupsEnd(tokens: readonly Token[], i: number): number {
  const lead = tokens[i] as Token;
  if (!/^[1-9]\d{0,2}$/.test(lead.text) || tokens[i - 1]?.kind === 'number') return i + 1;
  let end = i + 1;
  while (end < i + MAX_GROUPS && /^\d{3}(?:\.\d+)?$/.test(lowerAt(tokens, afterGap(tokens, end))))
    end = afterGap(tokens, end) + 1;
  const next = tokens[end];
  const ends = lead.text.length < 3 || next?.kind === 'word' || /00$/.test(lowerAt(tokens, end - 1));
  return ends && next?.kind !== 'number' ? end : i + 1;
}

/** The token after what may part two groups at `i`, which is `i` itself after a space; -1 where they are not parted so. */
function afterGap(tokens: readonly Token[], i: number): number {
  const [before, here, next] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (here?.kind === 'number') return !here.glued && here.start - (before?.end ?? 0) === 1 ? i : -1;
  return /^['’]$/.test(here?.text ?? '') && here?.glued && next?.glued ? i + 1 : -1;
}

/** Past `± 0.05`, `+/- 5`, `plus or minus 2`: how far off the number before it may be. */
function marginEnd(tokens: readonly Token[], i: number): number {
  const sign = [1, 2, 3].find((count) => MARGIN.test(wordsAt(tokens, i, count)));
  return sign && tokens[i + sign]?.kind === 'number' ? i + sign + 1 : i;
}

const MARGIN = /^(?:±|\+ ?[-−]|\+ \/ [-−]|plus or minus)$/;

/** `1 1/2`, `1-1/2`, `2½`, `2 and a half`. */
function mixedFraction(tokens: readonly Token[], i: number, base: number): Numeral | null {
  if (!Number.isInteger(base)) return null;
  const next = tokens[i + 1];
  const dash = next?.glued && /^[-‐‑–]$/.test(next.text) && tokens[i + 2]?.glued ? 1 : 0;
  const part = dash || !next?.glued ? simpleFraction(tokens, i + 1 + dash) : null;
  if (part) return { ...part, value: base + (part.value as number) };
  if (next?.kind === 'mark' && FRACTION_SIGNS.has(next.text)) {
    return { ...plain(base + (FRACTION_SIGNS.get(next.text) as number), i + 2), fraction: true };
  }
  const half = andAHalf(tokens, i + 1);
  return half ? { ...plain(base + half.part, half.end), fraction: true } : null;
}

/** `½` by itself. */
export function signFraction(tokens: readonly Token[], i: number): Numeral | null {
  const value = FRACTION_SIGNS.get((tokens[i] as Token).text);
  return value === undefined ? null : scaled(tokens, { ...plain(value, i + 1), fraction: true }, false);
}

/** `3 × 10^5`, `3x10-5`. */
function power(tokens: readonly Token[], numeral: Numeral): Numeral {
  const at = numeral.end;
  if (!/^[×x]$/.test(lowerAt(tokens, at)) || tokens[at + 1]?.text !== '10') return numeral;
  const caret = lowerAt(tokens, at + 2) === '^' ? 1 : 0;
  const minus = /^[-−–]$/.test(lowerAt(tokens, at + 2 + caret)) ? 1 : 0;
  const exponent = tokens[at + 2 + caret + minus];
  if (!exponent?.glued || exponent.kind !== 'number' || caret + minus === 0) return numeral;
  const factor = 10 ** (Number(exponent.text) * (minus ? -1 : 1));
  const value = (numeral.value as number) * factor;
  return Number.isFinite(value) ? { ...numeral, value, end: at + 3 + caret + minus } : numeral;
}
