import { PERIODS } from '../english/calendar.js';
import {
  DENOMINATORS,
  FRACTION_SIGNS,
  SCALES,
  SMALL,
  SUFFIXES,
  TENS,
  VAGUE,
} from '../english/number-words.js';
import type { Token } from '../english/tokens.js';

/** A number without its sign and unit; `end` is the token after it. */
export interface Numeral {
  readonly value: number | readonly [number, number];
  readonly end: number;
  /** Written in words throughout. */
  readonly spelled: boolean;
  /** A scale (`million`, `bn`) multiplied it; `m` and `t` alone are left to the unit grammar. */
  readonly scale: number;
  readonly fraction: boolean;
}

/** How many words a number may have; longer runs are not read on, which keeps the time linear. */
const MAX_WORDS = 24;

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
  const numeral = kind === 'number' ? digits(tokens, i, money) : kind && inWords(tokens, i);
  return numeral ? shareOf(tokens, numeral) : null;
}

function inWords(tokens: readonly Token[], i: number): Numeral | null {
  return (
    vague(tokens, i) ??
    halfOrPart(tokens, i) ??
    fractionWords(tokens, i) ??
    severalHundred(tokens, i) ??
    words(tokens, i)
  );
}

const lowerAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

const plain = (value: number, end: number): Numeral => ({
  value,
  end,
  spelled: false,
  scale: 1,
  fraction: false,
});

/** `one in five`, `three-in-ten`, `two out of ten`: the first as a part of the second; `two in five days` counts the days. */
function shareOf(tokens: readonly Token[], numeral: Numeral): Numeral {
  const { value } = numeral;
  const hyphens = tokens[numeral.end]?.text === '-' && tokens[numeral.end + 2]?.text === '-';
  const end = hyphens ? numeral.end + 1 : numeral.end;
  const link = lowerAt(tokens, end) === 'in' ? (hyphens ? 2 : 1) : lowerAt(tokens, end) === 'out' ? 2 : 0;
  if (!link || (lowerAt(tokens, end) === 'out' && lowerAt(tokens, end + 1) !== 'of')) return numeral;
  const whole =
    tokens[end + link]?.kind === 'number' ? digits(tokens, end + link, false) : words(tokens, end + link);
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

/** `36,446`, `12 500`, `2.5bn`, `1 1/2`, `2 and a half million`, `3 × 10^5`, `20 ± 2`. */
function digits(tokens: readonly Token[], i: number, money: boolean): Numeral | null {
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
  while (end < i + MAX_WORDS && /^\d{3}(?:\.\d+)?$/.test(lowerAt(tokens, afterGap(tokens, end))))
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

const wordsAt = (tokens: readonly Token[], i: number, count: number): string =>
  tokens
    .slice(i, i + count)
    .map(({ lower }) => lower)
    .join(' ');

/** `1/2`, `3/4`: both sides glued to the stroke, less than one, an ordinary denominator. */
function simpleFraction(tokens: readonly Token[], i: number): Numeral | null {
  const [top, stroke, bottom, after] = [tokens[i], tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  if (top?.kind !== 'number' || !stroke?.glued || !/^[/⁄]$/.test(stroke.text)) return null;
  if (!bottom?.glued || bottom.kind !== 'number' || (after?.glued && after.text === '/')) return null;
  const [over, under] = [Number(top.text), Number(bottom.text)];
  if (!(over < under && [2, 3, 4, 5, 6, 8, 10, 16, 32, 64].includes(under))) return null;
  return { ...plain(over / under, i + 3), fraction: true };
}

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

/** `and a half`, `and three-quarters`, `and 1/2`: the part and the token after it. */
function andAHalf(tokens: readonly Token[], i: number): { part: number; end: number } | null {
  if (lowerAt(tokens, i) !== 'and') return null;
  const written = simpleFraction(tokens, i + 1);
  if (written) return { part: written.value as number, end: written.end };
  const count = /^(?:a|an|one)$/.test(lowerAt(tokens, i + 1)) ? 1 : SMALL.get(lowerAt(tokens, i + 1));
  const hyphen = lowerAt(tokens, i + 2) === '-' ? 1 : 0;
  const under = denominator(lowerAt(tokens, i + 2 + hyphen), count === 1);
  return count && under ? { part: count / under, end: i + 3 + hyphen } : null;
}

function denominator(word: string, one: boolean): number | undefined {
  return (
    DENOMINATORS.get(word) ?? (one || !word.endsWith('s') ? undefined : DENOMINATORS.get(word.slice(0, -1)))
  );
}

/** `½` by itself. */
function signFraction(tokens: readonly Token[], i: number): Numeral | null {
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

/** The scales after a number: `bn` glued to it, then words (`4 hundred million`). */
function scaled(tokens: readonly Token[], numeral: Numeral, money: boolean): Numeral {
  let { end } = numeral;
  let scale = 1;
  const suffix = suffixAt(tokens, end, money);
  if (suffix) {
    scale = suffix;
    end++;
  }
  for (let next = scaleAt(tokens, end); next !== null && scale < 1e15; next = scaleAt(tokens, end)) {
    scale *= next.scale;
    end = next.end;
  }
  const half = scale > 1 && !numeral.fraction ? andAHalf(tokens, end) : null;
  const value = (numeral.value as number) * scale + (half ? half.part * scale : 0);
  if (!Number.isFinite(value)) return numeral;
  return { ...numeral, value: round(value), end: half?.end ?? end, scale };
}

/** `2.3 × 1e6` is 2,300,000, not 2,299,999.9999999995. */
export const round = (value: number): number => Number(value.toPrecision(15));

function suffixAt(tokens: readonly Token[], i: number, money: boolean): number | undefined {
  const token = tokens[i];
  if (token?.kind !== 'word' || (token.text === 'K' && isKelvin(lowerAt(tokens, i - 1)))) return undefined;
  if (money || /^(?:bn|mn|mln|bln)$/.test(token.text)) return SUFFIXES.get(token.text);
  return token.glued && !/^[mtT]$/.test(token.text) ? SUFFIXES.get(token.text) : undefined;
}

/** `573.15K` is a temperature: so exact a number of thousands is written out. */
const isKelvin = (digits: string): boolean => /^\d{3,}\.\d+$/.test(digits);

/** A word of scale at token `i`, perhaps after a hyphen (`two-million`), and the token after it. */
export function scaleAt(tokens: readonly Token[], i: number): { scale: number; end: number } | null {
  const hyphen = tokens[i]?.text === '-' && tokens[i + 1]?.kind === 'word' ? 1 : 0;
  const word = lowerAt(tokens, i + hyphen);
  const scale =
    SCALES.get(word) ?? (VAGUE.has(word) && word !== 'tens' ? SCALES.get(word.slice(0, -1)) : undefined);
  return scale ? { scale, end: i + hyphen + 1 } : null;
}

/** `hundreds`, `tens of thousands`: an order of magnitude, from one to ten times. */
function vague(tokens: readonly Token[], i: number): Numeral | null {
  const first = VAGUE.get(lowerAt(tokens, i));
  if (first === undefined) return null;
  const linked = lowerAt(tokens, i + 1) === 'of';
  const second = linked
    ? (VAGUE.get(lowerAt(tokens, i + 2)) ?? SCALES.get(lowerAt(tokens, i + 2)))
    : undefined;
  if (/^(?:tens|scores)$/.test(lowerAt(tokens, i)) && !linked) return null;
  const low = first * (second ?? 1);
  return { value: [low, low * 10], end: second ? i + 3 : i + 1, spelled: true, scale: low, fraction: false };
}

/** `half a million`, `half of them`, `a quarter of a million`, `a third of it`. */
function halfOrPart(tokens: readonly Token[], i: number): Numeral | null {
  if (/^(?:first|second|latter|other|top|bottom|final)$/.test(lowerAt(tokens, i - 1))) return null;
  const article = /^(?:a|an)$/.test(lowerAt(tokens, i)) ? 1 : 0;
  const under = DENOMINATORS.get(lowerAt(tokens, i + article));
  const bare = article === 0 && under !== 2;
  if (!under || (bare && !(under === 4 && scaleAt(tokens, i + 1)))) return null;
  let end = i + article + 1;
  const value = 1 / under;
  const part = (to: number, times = 1): Numeral => ({
    value: value * times,
    end: to,
    spelled: true,
    scale: times,
    fraction: true,
  });
  const of = lowerAt(tokens, end) === 'of' ? 1 : 0;
  const another = /^(?:a|an)$/.test(lowerAt(tokens, end + of)) ? 1 : 0;
  const scale = scaleAt(tokens, end + of + another);
  if (scale && (of === 0 || another === 1)) return part(scale.end, scale.scale);
  if (of || (under === 2 && PARTITIVE.has(lowerAt(tokens, end)))) return part(end);
  if (under === 2 && another) return part(++end);
  return article && under === 2 && !of ? part(end) : null;
}

const PARTITIVE: ReadonlySet<string> = new Set(
  'the its his her their our my your those these that this are were is was have had'.split(' '),
);

/** `two thirds`, `three-quarters`, `one fifth`. */
function fractionWords(tokens: readonly Token[], i: number): Numeral | null {
  const count = SMALL.get(lowerAt(tokens, i));
  if (!count) return null;
  const hyphen = lowerAt(tokens, i + 1) === '-' ? 1 : 0;
  const under = denominator(lowerAt(tokens, i + 1 + hyphen), count === 1);
  if (!under) return null;
  const end = i + 2 + hyphen;
  const closed = under !== 4 && tokens[end]?.kind !== 'word';
  if (
    count === 1 &&
    under !== 2 &&
    !hyphen &&
    !closed &&
    !/^(?:of|more|less|to|and)$/.test(lowerAt(tokens, end))
  )
    return null;
  const of = lowerAt(tokens, end) === 'of' && lowerAt(tokens, end + 1) === 'a' ? 2 : 0;
  const scale = scaleAt(tokens, end + of);
  const times = scale?.scale ?? 1;
  return {
    value: (count / under) * times,
    end: scale?.end ?? end,
    spelled: true,
    scale: times,
    fraction: true,
  };
}

/** `several hundred`, `a few thousand`: like the bare plural. */
function severalHundred(tokens: readonly Token[], i: number): Numeral | null {
  const article = lowerAt(tokens, i) === 'a' ? 1 : 0;
  if (!/^(?:several|few|many)$/.test(lowerAt(tokens, i + article))) return null;
  const scale = scaleAt(tokens, i + article + 1);
  if (!scale) return null;
  const value = [scale.scale, scale.scale * 10] as const;
  return { value, end: scale.end, spelled: true, scale: scale.scale, fraction: false };
}

/** Cardinals in words: `one hundred and sixteen`, `a million`, `twenty-five thousand`, `two point five`. */
function words(tokens: readonly Token[], i: number): Numeral | null {
  const state = { total: 0, group: 0, end: i, largest: 1, lowest: Number.POSITIVE_INFINITY };
  let at = i;
  if (/^an?$/.test(lowerAt(tokens, i)) && SCALES.has(lowerAt(tokens, i + 1))) at = i + 1;
  for (const limit = i + MAX_WORDS; at < limit; at++) {
    const word = lowerAt(tokens, at);
    if (joins(tokens, at, state.end > i, state.group + state.total)) continue;
    if (!addWord(state, word)) break;
    state.end = at + 1;
  }
  if (state.end === i) return null;
  const numeral = {
    ...plain(state.total + state.group, state.end),
    spelled: true,
    scale: state.largest,
  };
  return withPoint(tokens, numeral);
}

/** `-` between two number words, `and` after a hundred or more. */
function joins(tokens: readonly Token[], at: number, begun: boolean, soFar: number): boolean {
  const word = lowerAt(tokens, at);
  if (!begun || (word !== '-' && !(word === 'and' && soFar >= 100))) return false;
  const next = lowerAt(tokens, at + 1);
  return SMALL.has(next) || TENS.has(next) || (word === '-' && SCALES.has(next));
}

interface Words {
  total: number;
  /** Below a thousand, not yet multiplied. */
  group: number;
  end: number;
  largest: number;
  /** Scales must go down: `two million three thousand`. */
  lowest: number;
}

function addWord(state: Words, word: string): boolean {
  const small = SMALL.get(word);
  const tens = TENS.get(word);
  const scale = SCALES.get(word);
  if (small !== undefined) return addBelow(state, small, small < 10 ? 10 : 100);
  if (tens !== undefined) return addBelow(state, tens, 100);
  if (scale === undefined) return false;
  state.largest = Math.max(state.largest, scale);
  if (scale <= 100) {
    if (state.group >= 100) return false;
    state.group = (state.group || 1) * scale;
    return true;
  }
  if (scale >= state.lowest) return false;
  state.lowest = scale;
  state.total += (state.group || 1) * scale;
  state.group = 0;
  return true;
}

/** Adds `value` where the digits below `room` are still free. */
function addBelow(state: Words, value: number, room: number): boolean {
  const taken = state.group % room !== 0 || (room === 10 && state.group % 100 === 10);
  if (taken) return false;
  state.group += value;
  return true;
}

/** `two point five million`, `two and a half million`, `five hundred million`. */
function withPoint(tokens: readonly Token[], numeral: Numeral): Numeral {
  const half = andAHalf(tokens, numeral.end);
  if (half) {
    const whole = numeral.value as number;
    const value = numeral.scale > 1 ? whole + half.part * numeral.scale : whole + half.part;
    return scaled(tokens, { ...numeral, value, end: half.end, fraction: true }, false);
  }
  if (lowerAt(tokens, numeral.end) !== 'point') return numeral;
  let decimals = '';
  let end = numeral.end + 1;
  for (
    let digit = SMALL.get(lowerAt(tokens, end));
    digit !== undefined && digit < 10 && decimals.length < 15;
  ) {
    decimals += digit;
    digit = SMALL.get(lowerAt(tokens, ++end));
  }
  if (decimals === '') return numeral;
  const value = Number(`${numeral.value}.${decimals}`);
  return Number.isFinite(value) ? scaled(tokens, { ...numeral, value, end }, false) : numeral;
}
