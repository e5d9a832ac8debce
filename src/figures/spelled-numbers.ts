import { DENOMINATORS, SCALES, SMALL, TENS, VAGUE } from '../english/number-words.js';
import type { Token } from '../english/tokens.js';
import { andAHalf, denominator, lowerAt, type Numeral, plain, scaleAt, scaled } from './numeral-parts.js';

/** How many words a number may have; longer runs are not read on, which keeps the time linear. */
const MAX_WORDS = 24;

/** The number in words that begins at token `i`, or `null`. */
export function inWords(tokens: readonly Token[], i: number): Numeral | null {
  return (
    vague(tokens, i) ??
    halfOrPart(tokens, i) ??
    fractionWords(tokens, i) ??
    severalHundred(tokens, i) ??
    cardinal(tokens, i)
  );
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
export function cardinal(tokens: readonly Token[], i: number): Numeral | null {
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
