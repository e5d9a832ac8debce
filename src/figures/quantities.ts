import { isFigureless } from './figureless.js';
import type { Token } from './lexer.js';
import { type Numeral, numeralAt } from './numerals.js';
import { SUFFIXES } from './tables/numbers.js';
import type { Tag } from './tagger.js';
import { currencyBefore, type Unit, unitAt, withRate } from './units.js';

/** A number with its sign, currency and measure, or a range of two; token indices. */
export interface Quantity {
  readonly value: number | readonly [number, number];
  /** Name of the measure or currency; `null` when the number counts something or stands bare. */
  readonly unit: string | null;
  readonly money: boolean;
  /** First token: the sign or currency where there is one. */
  readonly first: number;
  /** The token after the number, its scale and its unit sign: the end of the span. */
  readonly signEnd: number;
  /** The token after the unit: where the noun phrase goes on. */
  readonly end: number;
  readonly spelled: boolean;
  readonly scale: number;
  readonly fraction: boolean;
}

const lowerAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';
const isDash = (token: Token | undefined): boolean => token !== undefined && /^[-‐‑–—−]$/.test(token.text);

/** All quantities of a tokenised sentence, in order, ranges taken as one. */
export function quantitiesOf(tokens: readonly Token[], tags: readonly Tag[]): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < tokens.length; ) {
    const single = singleAt(tokens, tags, i);
    const quantity = single && rangeFrom(tokens, tags, single);
    if (quantity) found.push(quantity);
    i = quantity ? quantity.end : i + 1;
  }
  return found;
}

/** The quantity whose number begins at token `i`. */
function singleAt(tokens: readonly Token[], tags: readonly Tag[], i: number): Quantity | null {
  if (isFigureless(tokens, tags, i)) return null;
  const currency = currencyBefore(tokens, i);
  const numeral = numeralAt(tokens, i, currency !== null);
  if (!numeral || isNoCount(tokens, tags, i, numeral)) return null;
  const letter = currency ? null : scaleLetter(tokens, tags, numeral.end);
  const unit = letter || currency ? null : unitAt(tokens, tags, numeral.end);
  if (isCompound(tokens, numeral) && (!unit || (numeral.spelled && !unit.name.endsWith('of age'))))
    return null;
  return signed(tokens, assemble(tokens, tags, i, numeral, currency, letter, unit));
}

function assemble(
  tokens: readonly Token[],
  tags: readonly Tag[],
  i: number,
  numeral: Numeral,
  currency: { name: string; first: number } | null,
  letter: { scale: number; end: number } | null,
  unit: Unit | null,
): Quantity {
  const scale = letter?.scale ?? 1;
  const signEnd = letter?.end ?? numeral.end;
  const base = { ...numeral, value: times(numeral.value, scale), scale: numeral.scale * scale };
  if (!currency) {
    const { name = null, money = false, end = signEnd } = unit ?? {};
    return { ...base, unit: name, money, first: i, signEnd: Math.max(signEnd, unit?.signEnd ?? 0), end };
  }
  const rated = moneyAfter(tokens, tags, currency.name, signEnd);
  return { ...base, unit: rated.name, money: true, first: currency.first, signEnd, end: rated.end };
}

/** After `$31.20`, a currency said once more (`US`, `dollars`) and a rate (`a share`). */
function moneyAfter(tokens: readonly Token[], tags: readonly Tag[], name: string, end: number) {
  const again = unitAt(tokens, tags, end);
  if (again?.money && tokens[end]?.kind === 'word') return again;
  return withRate(tokens, { name, end, signEnd: end });
}

const times = (value: Quantity['value'], factor: number): Quantity['value'] => {
  if (factor === 1) return value;
  return typeof value === 'number'
    ? clean(value * factor)
    : [clean(value[0] * factor), clean(value[1] * factor)];
};
const clean = (value: number): number => Number(value.toPrecision(15));

/** `2.7m users` is a scale, `2.7m tall` a measure: a plural after the letter decides. */
function scaleLetter(
  tokens: readonly Token[],
  tags: readonly Tag[],
  i: number,
): { scale: number; end: number } | null {
  const token = tokens[i];
  if (!token?.glued || !/^[mMbBtT]$/.test(token.text)) return null;
  for (let at = i + 1; at <= i + 5; at++) {
    if (tags[at] === 'plural') return { scale: SUFFIXES.get(token.text) as number, end: i + 1 };
    if (!/^(?:adjective|noun|adverb|name|conjunction)$/.test(tags[at] ?? '')) return null;
  }
  return null;
}

const NO_COUNT_BEFORE = new Set(
  'the this that no any each every another last which some same next new little only by a'.split(' '),
);

/** `one` as a pronoun, and `zero` or a lone scale as an adjective. */
function isNoCount(tokens: readonly Token[], tags: readonly Tag[], i: number, numeral: Numeral): boolean {
  if (!numeral.spelled || numeral.end !== i + 1) return false;
  if (lowerAt(tokens, i) !== 'one') return false;
  const next = tags[numeral.end];
  if (lowerAt(tokens, numeral.end) === 'of')
    return NO_COUNT_BEFORE.has(lowerAt(tokens, i - 1)) || tags[i - 1] === 'adjective';
  if (!/^(?:noun|adjective|name|plural|gerund|number)$/.test(next ?? '')) return true;
  return NO_COUNT_BEFORE.has(lowerAt(tokens, i - 1)) || tags[i - 1] === 'adjective';
}

/** `three-year`, `7-seat`: an adjective, no count of anything. */
const isCompound = (tokens: readonly Token[], numeral: Numeral): boolean =>
  isDash(tokens[numeral.end]) &&
  tokens[numeral.end]?.glued === true &&
  tokens[numeral.end + 1]?.glued === true &&
  tokens[numeral.end + 1]?.kind === 'word';

/** `-5`, `−5`, `minus 5`, `+5`; a hyphen after a word or number is no sign. */
function signed(tokens: readonly Token[], quantity: Quantity): Quantity {
  const sign = tokens[quantity.first - 1];
  if (!sign) return quantity;
  if (/^(?:minus|negative)$/.test(sign.lower)) return negative(quantity, quantity.first - 1);
  const before = tokens[quantity.first - 2];
  if (isDash(sign) && lowerAt(tokens, quantity.first - 2) === 'minus' && before)
    return negative(quantity, quantity.first - 2);
  if (!tokens[quantity.first]?.glued || (sign.glued && before?.text !== '(')) return quantity;
  if (/^[-−–]$/.test(sign.text)) return negative(quantity, quantity.first - 1);
  return sign.text === '+' ? { ...quantity, first: quantity.first - 1 } : quantity;
}

const negative = (quantity: Quantity, first: number): Quantity =>
  typeof quantity.value === 'number' ? { ...quantity, value: -quantity.value, first } : quantity;

/** Joins `low` with what follows it when the two are the ends of a range. */
function rangeFrom(tokens: readonly Token[], tags: readonly Tag[], low: Quantity): Quantity {
  const joint = tokens[low.end];
  if (typeof low.value !== 'number' || !joint || !isJoint(tokens, low)) return low;
  const high = highEnd(tokens, tags, low.end + 1);
  if (!high || typeof high.value !== 'number' || !agree(tokens, low, high)) return low;
  const shared = sharesScale(low, high) ? high.scale : 1;
  const lowest = clean(low.value * shared);
  if (/^or$/.test(joint.lower) && !isNextTo(low, high)) return low;
  if (isDash(joint) && lowest >= high.value) return low;
  return {
    ...high,
    value: [lowest, high.value],
    unit: high.unit ?? low.unit,
    money: high.money || low.money,
    first: low.first,
  };
}

/** The quantity that begins at `i`, perhaps with a currency sign first. */
function highEnd(tokens: readonly Token[], tags: readonly Tag[], i: number): Quantity | null {
  for (let at = i; at <= i + 3; at++) {
    const quantity = singleAt(tokens, tags, at);
    if (quantity)
      return quantity.first === i ||
        (quantity.first === i + 1 && /^(?:about|nearly|around|almost)$/.test(lowerAt(tokens, i)))
        ? quantity
        : null;
  }
  return null;
}

/** `–`, `to`, `and` after `between`, `or`, `/`. */
function isJoint(tokens: readonly Token[], low: Quantity): boolean {
  const joint = tokens[low.end] as Token;
  if (isDash(joint)) return joint.text !== '—' && (joint.glued || tokens[low.end + 1]?.glued !== true);
  if (joint.text === '/') return low.money && tokens[low.end + 1]?.glued === true;
  if (joint.lower === 'and') return opensWith(tokens, low.first, 'between');
  return joint.lower === 'to' || joint.lower === 'or';
}

/** Whether `word` stands before token `i`, at most two words (`about`) between them. */
const opensWith = (tokens: readonly Token[], i: number, word: string): boolean =>
  [1, 2, 3].some((back) => lowerAt(tokens, i - back) === word);

/** Same unit, or a unit that only one side says. */
function agree(tokens: readonly Token[], low: Quantity, high: Quantity): boolean {
  if (low.unit !== null && high.unit !== null) return low.unit === high.unit;
  if (low.unit === null && high.unit === null)
    return lowerAt(tokens, low.end) !== 'to' || comparable(low, high);
  return low.unit === null || low.money;
}

/** `58 points to 16,369` is no range. */
const comparable = (low: Quantity, high: Quantity): boolean =>
  Math.abs(high.value as number) <=
  1000 * Math.abs((low.value as number) * (sharesScale(low, high) ? high.scale : 1));

/** `four to five thousand`, `$10 to $15 billion`: the first has no scale and is the smaller number. */
const sharesScale = (low: Quantity, high: Quantity): boolean =>
  low.scale === 1 && high.scale > 1 && (low.value as number) < (high.value as number) / high.scale;

/** `two or three`. */
const isNextTo = (low: Quantity, high: Quantity): boolean =>
  low.unit === null && low.scale === 1 && (high.value as number) / high.scale - (low.value as number) === 1;
