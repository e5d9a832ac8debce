import { SCALES, SMALL, SUFFIXES, TENS } from '../english/number-words.js';
import type { Tag } from '../english/parts-of-speech.js';
import type { Token } from '../english/tokens.js';
import { isAge } from './ages.js';
import { lowerAt } from './beside.js';
import { boundAfter } from './changes.js';
import type { Change } from './figure.js';
import { isFigureless } from './figureless.js';
import { type Numeral, round, scaleAt } from './numeral-parts.js';
import { numeralAt, opensNumeral } from './numerals.js';
import type { Quantity } from './quantity.js';
import { MEASURE_NAMES } from './tables/measures.js';
import { currencyBefore, type Unit, unitAt, withRate } from './units.js';

/** A hyphen, a dash or a minus sign. */
export const isDash = (token: Token | undefined): boolean =>
  token !== undefined && /^[-‐‑–—−]$/.test(token.text);

/** The quantity whose number begins at token `i`. */
export function singleAt(tokens: readonly Token[], tags: readonly Tag[], i: number): Quantity | null {
  const token = tokens[i];
  if (!token || !opensNumeral(token)) return token ? foldAt(tokens, i) : null;
  if (isFigureless(tokens, tags, i)) return null;
  const currency = currencyBefore(tokens, i);
  const numeral = numeralAt(tokens, i, currency !== null);
  if (!numeral || isNoCount(tokens, tags, i, numeral)) return null;
  const letter = currency ? null : scaleLetter(tokens, tags, numeral.end);
  const about = hyphenBound(tokens, numeral.end);
  if (about) return { ...numeral, unit: null, money: false, first: i, signEnd: numeral.end, ...about };
  const unit = letter || currency ? null : unitAfter(tokens, tags, numeral);
  if (!currency && isCompound(tokens, numeral) && (!unit || (numeral.spelled && unit.name === 'count')))
    return null;
  const quantity = signed(tokens, assemble(tokens, tags, i, numeral, currency, letter, unit));
  if (isSterling(tokens, quantity))
    return { ...quantity, unit: (quantity.unit ?? '').replace('pound-mass', 'pound sterling'), money: true };
  if (quantity.unit !== null) return quantity;
  if (isAge(tokens, tags, quantity)) return { ...quantity, unit: 'year of age' };
  return { ...quantity, ...boundWithin(tokens, tags, quantity.end) };
}

/** `300-plus`, `40-odd`: the bound and the token after it. */
function hyphenBound(tokens: readonly Token[], i: number): { change: Change; end: number } | null {
  const word = isDash(tokens[i]) && tokens[i]?.glued ? lowerAt(tokens, i + 1) : '';
  const change = word === 'plus' ? '>' : word === 'odd' || word === 'ish' ? '~' : null;
  return change && { change, end: i + 2 };
}

/** The hyphen of `two- and three-year`: glued to the number alone. */
export const hangs = (tokens: readonly Token[], i: number): boolean =>
  isDash(tokens[i]) &&
  tokens[i]?.glued === true &&
  (tokens[i + 1]?.glued !== true || tokens[i + 1]?.text === ',');

/** The unit after a number; of money none where the sign belongs to the number after it (`three €20 notes`). */
function unitAfter(tokens: readonly Token[], tags: readonly Tag[], { value, end }: Numeral): Unit | null {
  const of = typeof value !== 'number' && lowerAt(tokens, end) === 'of' ? 1 : 0;
  const unit = unitAt(tokens, tags, end + of);
  if (!unit) return compoundNoun(tokens, tags, end);
  const sum =
    unit.money && unit.signEnd > 0 && tokens[unit.end]?.kind === 'number' && tokens[unit.end]?.glued;
  return sum ? null : unit;
}

/** The noun at the end of `two-, three- and four-bedroom`; alone, `four-bedroom` is an adjective. */
function compoundNoun(tokens: readonly Token[], tags: readonly Tag[], i: number): Unit | null {
  if (!isDash(tokens[i]) || !tokens[i + 1]?.glued || tags[i + 1] !== 'noun') return null;
  const listed =
    /^(?:and|or|to|,)$/.test(lowerAt(tokens, i - 2)) && [3, 4].some((back) => hangs(tokens, i - back));
  return listed ? { name: lowerAt(tokens, i + 1), money: false, end: i + 2, signEnd: 0 } : null;
}

/** `fourfold`, `tenfold`: so many times. */
function foldAt(tokens: readonly Token[], i: number): Quantity | null {
  const word = lowerAt(tokens, i);
  if (
    tokens[i]?.kind !== 'word' ||
    !word.endsWith('fold') ||
    /^(?:is|are|was|were)$/.test(lowerAt(tokens, i - 1))
  )
    return null;
  const number = word.slice(0, -4);
  const value = SMALL.get(number) ?? TENS.get(number) ?? SCALES.get(number);
  if (value === undefined) return null;
  return {
    value,
    unit: 'count',
    money: false,
    first: i,
    signEnd: i + 1,
    end: i + 1,
    spelled: true,
    scale: 1,
    fraction: false,
  };
}

/** What stands between a number and what it counts: `three more beds`, `40 or so guests`, `500 or more people`. */
function boundWithin(
  tokens: readonly Token[],
  tags: readonly Tag[],
  end: number,
): { change?: Change; end: number } {
  const isCounted = (i: number) => /^(?:noun|plural|adjective)$/.test(tags[i] ?? '');
  if (/^(?:more|fewer)$/.test(lowerAt(tokens, end)) && isCounted(end + 1)) return { end: end + 1 };
  const change = boundAfter(tokens, end);
  return change && lowerAt(tokens, end) === 'or' && isCounted(end + 2) ? { change, end: end + 2 } : { end };
}

const PRICE =
  /^(?:pa(?:y|ys|id|ying)|cost|costs|costing|price|priced|fine|fined|worth|spen[dt]|spending|earn|earned|sold|sells?|raised?|charged?|wage|salary|fee|sum|owed?|owes|owing|charges|charging|deposit|refund|refunded|bid|loan|debt|profit|sales|invest|invested|save|saved)$/;

/** What money is paid by (`8 pounds an item`) and weight hardly ever goes by. */
const PRICED =
  /^(?:item|head|person|ticket|seat|hour|night|month|year|member|adult|child|piece|copy|book|mile|sheet)$/;

/** Pounds are money when there are millions of them, when a word of price stands before them or what it buys after them. */
function isSterling(tokens: readonly Token[], { unit, first, end, scale }: Quantity): boolean {
  const [measure, rate] = unit?.split(' per ') ?? [];
  if (measure !== 'pound-mass') return false;
  if (PRICED.test(rate ?? '')) return true;
  if (tokens.slice(end, end + 4).some(({ lower }) => lower === 'pence')) return true;
  if (/^(?:an?|per)$/.test(lowerAt(tokens, end)) && PRICED.test(lowerAt(tokens, end + 1))) return true;
  return scale >= 1e6 || tokens.slice(Math.max(0, first - 6), first).some(({ lower }) => PRICE.test(lower));
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
  const late =
    unit?.money && /^\p{Lu}{3}$/u.test(tokens[unit.end - 1]?.text ?? '') ? scaleAt(tokens, unit.end) : null;
  const scale = letter?.scale ?? late?.scale ?? 1;
  const signEnd = letter?.end ?? late?.end ?? numeral.end;
  const base = { ...numeral, value: times(numeral.value, scale), scale: numeral.scale * scale };
  if (!currency) {
    const { name = null, money = false, end = signEnd } = unit ?? {};
    return {
      ...base,
      unit: name,
      money,
      first: i,
      signEnd: Math.max(signEnd, unit?.signEnd ?? 0),
      end: Math.max(signEnd, end),
    };
  }
  const rated = moneyAfter(tokens, tags, currency.name, signEnd);
  return { ...base, unit: rated.name, money: true, first: currency.first, signEnd, end: rated.end };
}

/** After `$31.20`, a currency said once more (`US`, `dollars`) and a rate (`a share`). */
function moneyAfter(tokens: readonly Token[], tags: readonly Tag[], name: string, end: number) {
  const again = unitAt(tokens, tags, end);
  if (again?.money && tokens[end]?.kind === 'word') return again;
  const country = /^(?:US|U\.S\.?|CDN|Cdn|AUD|CAD|NZ)$/.test(tokens[end]?.text ?? '') ? 1 : 0;
  return withRate(tokens, { name, end: end + country, signEnd: end });
}

const times = (value: Quantity['value'], factor: number): Quantity['value'] => {
  if (factor === 1) return value;
  return typeof value === 'number'
    ? round(value * factor)
    : [round(value[0] * factor), round(value[1] * factor)];
};

/** After a number with `m`, these make it metres. */
const LENGTH = new Set(
  'tall long wide deep high thick apart away above below sprint hurdles race freestyle butterfly backstroke relay dash swim run x ×'.split(
    ' ',
  ),
);

/** `2.7m users`, `2.7m of its users` and `a 2.7m deal` are millions, `2.7m tall` and `the 100m final` metres. */
function scaleLetter(
  tokens: readonly Token[],
  tags: readonly Tag[],
  i: number,
): { scale: number; end: number } | null {
  const token = tokens[i];
  if (token?.text === 'B' || token?.text === 'M')
    return { scale: SUFFIXES.get(token.text) as number, end: i + 1 };
  if (!token?.glued || !/^[mtT]$/.test(token.text)) return null;
  const million = { scale: SUFFIXES.get(token.text) as number, end: i + 1 };
  if (countsPlural(tags, i + 1) || (lowerAt(tokens, i + 1) === 'of' && tags[i + 2] === 'determiner'))
    return million;
  if (token.text !== 'm' || LENGTH.has(lowerAt(tokens, i + 1)) || tokens[i + 1]?.glued) return null;
  return /^(?:[1-9]|[1-9]\d|[1-9]\d{0,2}00)$/.test(tokens[i - 1]?.text ?? '') ? null : million;
}

/** A plural noun closes the phrase that begins at `i`. */
function countsPlural(tags: readonly Tag[], i: number): boolean {
  for (let at = i; at <= i + 4; at++) {
    if (tags[at] === 'plural') return true;
    if (!/^(?:adjective|noun|adverb|name|conjunction)$/.test(tags[at] ?? '')) return false;
  }
  return false;
}

const NO_COUNT_BEFORE = new Set('this that no any each every another some by a'.split(' '));

/** `one` as a pronoun: `the one`, `no one`, `at one point`, `a new one`, `one by one`. */
function isNoCount(tokens: readonly Token[], tags: readonly Tag[], i: number, numeral: Numeral): boolean {
  if (numeral.end !== i + 1 || lowerAt(tokens, i) !== 'one') return false;
  const next = lowerAt(tokens, numeral.end);
  const before = lowerAt(tokens, i - 1);
  if (before === 'at' && /^(?:point|time|stage)$/.test(next)) return true;
  if (/^(?:to|or|-)$/.test(next) && tags[numeral.end + 1] === 'number') return NO_COUNT_BEFORE.has(before);
  if (MEASURE_NAMES.has(next)) return NO_COUNT_BEFORE.has(before);
  if (next === 'of') return NO_COUNT_BEFORE.has(before) || before === 'the' || tags[i - 1] === 'adjective';
  if (!/^(?:noun|adjective|name|plural|gerund|number)$/.test(tags[numeral.end] ?? '')) return true;
  return NO_COUNT_BEFORE.has(before) || (before === 'the' && next === 'hand');
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
  const margin = sign.lower === 'minus' && lowerAt(tokens, quantity.first - 2) === 'or';
  if (/^(?:minus|negative)$/.test(sign.lower) && !margin) return negative(quantity, quantity.first - 1);
  const before = tokens[quantity.first - 2];
  if (isDash(sign) && lowerAt(tokens, quantity.first - 2) === 'minus' && before)
    return negative(quantity, quantity.first - 2);
  const currency = currencyBefore(tokens, quantity.first - 1);
  if (isDash(sign) && currency && tokens[quantity.first]?.glued && quantity.unit === null) {
    return { ...negative(quantity, currency.first), unit: currency.name, money: true };
  }
  if (!tokens[quantity.first]?.glued || (sign.glued && !/^[(<>=~]$/.test(before?.text ?? '')))
    return quantity;
  if (/^[-−–]$/.test(sign.text)) return negative(quantity, quantity.first - 1);
  return sign.text === '+' ? { ...quantity, first: quantity.first - 1 } : quantity;
}

const negative = (quantity: Quantity, first: number): Quantity =>
  typeof quantity.value === 'number' ? { ...quantity, value: -quantity.value, first } : quantity;
