import { SCALES, SMALL, SUFFIXES, TENS } from '../english/number-words.js';
import type { Tag } from '../english/tagger.js';
import type { Token } from '../english/tokens.js';
import { boundAfter, boundBefore, isChangeWord, isMoveWord } from './changes.js';
import type { Change } from './figure.js';
import { isFigureless } from './figureless.js';
import { type Numeral, numeralAt, opensNumeral, scaleAt } from './numerals.js';
import type { Quantity } from './quantity.js';
import { MEASURE_NAMES } from './tables/measures.js';
import { currencyBefore, type Unit, unitAt, withRate } from './units.js';

const lowerAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';
const isDash = (token: Token | undefined): boolean => token !== undefined && /^[-‐‑–—−]$/.test(token.text);

/** All quantities of a tokenised sentence, in order, ranges taken as one. */
export function quantitiesOf(tokens: readonly Token[], tags: readonly Tag[]): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < tokens.length; ) {
    const single = singleAt(tokens, tags, i);
    const quantity = single && withCents(tokens, tags, rangeFrom(tokens, tags, single));
    if (quantity) found.push(quantity);
    i = quantity ? quantity.end : i + 1;
  }
  return withNext(tokens, found);
}

/** What quantities take from the next: the unit after a hyphen that hangs, both ends of a move. */
function withNext(tokens: readonly Token[], found: readonly Quantity[]): Quantity[] {
  const result: Quantity[] = [];
  let moved: Change | undefined;
  for (const [at, quantity] of found.entries()) {
    result.push(moved ? { ...quantity, change: moved } : quantity);
    const next = found[at + 1];
    moved = next && moveOf(tokens, quantity, next);
    if (moved) result[at] = { ...quantity, unit: quantity.unit ?? next?.unit ?? null, change: '=' };
  }
  for (let at = result.length - 2; at >= 0; at--) {
    const [quantity, next] = [result[at] as Quantity, result[at + 1] as Quantity];
    if (quantity.unit === null && hangs(tokens, quantity.end) && next.first - quantity.end <= 4)
      result[at] = { ...quantity, unit: next.unit, end: quantity.end + 1 };
  }
  return result;
}

/** `from 9 to 12`: up, where the two were not taken as a range. */
function moveOf(tokens: readonly Token[], low: Quantity, high: Quantity): Change | undefined {
  if (
    high.first !== low.end + 1 ||
    lowerAt(tokens, low.end) !== 'to' ||
    !opensWith(tokens, low.first, 'from')
  )
    return undefined;
  const [from, to] = [low.value, high.value];
  if (typeof from !== 'number' || typeof to !== 'number' || from === to) return undefined;
  return to > from ? 'up' : 'down';
}

/** The hyphen of `two- and three-year`: glued to the number alone. */
const hangs = (tokens: readonly Token[], i: number): boolean =>
  isDash(tokens[i]) &&
  tokens[i]?.glued === true &&
  (tokens[i + 1]?.glued !== true || tokens[i + 1]?.text === ',');

/** `3 dollars 50 cents`, `13 dollars and 45 cents`, `15 dollars 50.` are one sum. */
function withCents(tokens: readonly Token[], tags: readonly Tag[], whole: Quantity): Quantity {
  if (!whole.money || !WHOLES.test(whole.unit ?? '') || !Number.isInteger(whole.value)) return whole;
  const and = lowerAt(tokens, whole.end) === 'and' ? 1 : 0;
  const cents = singleAt(tokens, tags, whole.end + and);
  if (!cents || !((cents.value as number) < 100)) return whole;
  const bare =
    cents.unit === null &&
    !and &&
    (cents.value as number) >= 10 &&
    /^[.!?;]?$/.test(lowerAt(tokens, cents.end));
  if (!bare && !/^(?:cent|pence)$/.test(cents.unit ?? '')) return whole;
  const value = clean((whole.value as number) + (cents.value as number) / 100);
  return { ...whole, value, signEnd: cents.signEnd, end: cents.end };
}

const WHOLES = /(?:^|\s)(?:dollar|euro|sterling|rand)$/;

/** The quantity whose number begins at token `i`. */
function singleAt(tokens: readonly Token[], tags: readonly Tag[], i: number): Quantity | null {
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
  if (isSterling(tokens, quantity)) return { ...quantity, unit: 'pound sterling', money: true };
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

/** Oldest age that a bare number is taken for. */
const OLDEST = 115;

/** `Ana Berg, 64, said`, `who was 9 at the time`, `turned 40`, `those over 65`. */
function isAge(
  tokens: readonly Token[],
  tags: readonly Tag[],
  { value, first, end, fraction }: Quantity,
): boolean {
  if (typeof value !== 'number' || fraction || !(Number.isInteger(value) && value >= 1 && value <= OLDEST))
    return false;
  const after = tokens[end];
  if (lowerAt(tokens, first - 1) === ',')
    return (
      tags[first - 2] === 'name' &&
      after?.text === ',' &&
      tokens[first]?.kind === 'number' &&
      tokens[end + 1]?.kind !== 'number'
    );
  const verb = lowerAt(tokens, first - 1);
  if (/^(?:over|under)$/.test(verb) && GROUPS.has(lowerAt(tokens, first - 2))) return tags[end] !== 'plural';
  const person = /^(?:who|he|she|i)$/.test(lowerAt(tokens, first - 2));
  const closes = !after || /^[,.;:!?)]$/.test(after.text) || AFTER_AGE.test(after.lower);
  return closes && ((person && /^(?:is|was|am)$/.test(verb)) || /^turn(?:s|ed)$/.test(verb));
}

/** Of whom an age is a bound: `children under 5`. */
const GROUPS: ReadonlySet<string> = new Set(
  'those anyone everyone everybody people persons adults children kids men women boys girls residents voters'.split(
    ' ',
  ),
);

const AFTER_AGE = /^(?:when|at|and|but|on|this|last|years?)$/;

const PRICE =
  /^(?:pa(?:y|ys|id|ying)|cost|costs|costing|price|priced|fine|fined|worth|spen[dt]|spending|earn|earned|sold|sells?|raised?|charged?|wage|salary|fee|sum|bid|loan|debt|profit|sales|invest|invested|save|saved)$/;

/** Pounds are money when there are millions of them, or when a word of price stands before them. */
function isSterling(tokens: readonly Token[], { unit, first, end, scale }: Quantity): boolean {
  if (unit !== 'pound-mass') return false;
  if (tokens.slice(end, end + 4).some(({ lower }) => lower === 'pence')) return true;
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
    ? clean(value * factor)
    : [clean(value[0] * factor), clean(value[1] * factor)];
};
const clean = (value: number): number => Number(value.toPrecision(15));

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

/** `one` as a pronoun: `the one`, `no one`, `a new one`, `one by one`. */
function isNoCount(tokens: readonly Token[], tags: readonly Tag[], i: number, numeral: Numeral): boolean {
  if (numeral.end !== i + 1 || lowerAt(tokens, i) !== 'one') return false;
  const next = lowerAt(tokens, numeral.end);
  const before = lowerAt(tokens, i - 1);
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

/** Joins `low` with what follows it when the two are the ends of a range. */
function rangeFrom(tokens: readonly Token[], tags: readonly Tag[], low: Quantity): Quantity {
  const joint = tokens[low.end];
  if (typeof low.value !== 'number' || !joint) return low;
  if (!isJoint(tokens, low)) return betweenBounds(tokens, tags, low) ?? low;
  const high = highEnd(tokens, tags, low.end + jointLength(tokens, low.end));
  if (!high || typeof high.value !== 'number' || !agree(tokens, low, high)) return low;
  const shared = sharesScale(low, high) ? high.scale : 1;
  const lowest = clean(low.value * shared);
  const falls = lowest >= high.value && (isDash(joint) || joint.lower === 'to');
  if (falls) return low;
  return {
    ...high,
    value: [lowest, high.value],
    unit: widerUnit(low.unit, high.unit),
    money: high.money || low.money,
    first: low.first,
  };
}

/** `more than 10 but less than 20`, `at most 100 and at least 20`. */
function betweenBounds(tokens: readonly Token[], tags: readonly Tag[], one: Quantity): Quantity | null {
  const bound = /^(?:and|but)$/.test(lowerAt(tokens, one.end)) ? boundBefore(tokens, one.first) : null;
  if (!bound || bound.change === '~') return null;
  let at = one.end + 2;
  while (at < one.end + 7 && tags[at] !== 'number') at++;
  const other = singleAt(tokens, tags, at);
  const second = other && boundBefore(tokens, other.first);
  if (second?.first !== one.end + 1 || second.change === bound.change || second.change === '~') return null;
  const [low, high] = bound.change === '>' ? [one, other] : [other, one];
  if (
    !low ||
    !high ||
    !((low.value as number) < (high.value as number)) ||
    !agree(tokens, one, other as Quantity)
  )
    return null;
  const value = [low.value as number, high.value as number] as const;
  return {
    ...(other as Quantity),
    value,
    unit: widerUnit(one.unit, other?.unit ?? null),
    first: bound.first,
  };
}

/** `up to` and the suspended hyphen of `8- to 16-metre` are two tokens. */
const jointLength = (tokens: readonly Token[], i: number): number =>
  (lowerAt(tokens, i + 1) === 'to' && /^(?:up|-)$/.test(lowerAt(tokens, i))) ||
  (lowerAt(tokens, i) === 'to' && tokens[i + 1]?.text === '-' && tokens[i + 1]?.glued)
    ? 2
    : 1;

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

/** The unit that says more: `S$5 to $6` are Singapore dollars, `$5 a share to $6` are a share. */
const widerUnit = (low: string | null, high: string | null): string | null =>
  low !== null &&
  (high === null || (high === 'dollar' && low.endsWith(' dollar')) || low.startsWith(`${high} per `))
    ? low
    : high;

/** `–`, `to`, `up to`, `and` after `between`, `/`. */
function isJoint(tokens: readonly Token[], low: Quantity): boolean {
  const joint = tokens[low.end] as Token;
  if (isDash(joint)) return joint.text !== '—' && (joint.glued || tokens[low.end + 1]?.glued !== true);
  if (joint.text === '/') return low.money && tokens[low.end + 1]?.glued === true;
  if (joint.text === '~') return true;
  if (joint.lower === 'through') return low.unit === null;
  if (joint.lower === 'and') return opensWith(tokens, low.first, 'between');
  if (joint.lower === 'to' && isMove(tokens, low)) return false;
  return joint.lower === 'to' || (joint.lower === 'up' && lowerAt(tokens, low.end + 1) === 'to');
}

/** How far before `from` a verb of change is looked for, in tokens. */
const REACH = 6;

/** `rose 5 % to`, `rose by 5 % to`, `rose from 9 to`: what follows is where it ended, not the end of a range. */
function isMove(tokens: readonly Token[], low: Quantity): boolean {
  const { first, unit } = low;
  const by = lowerAt(tokens, first - 1) === 'by' ? 1 : 0;
  if (isChangeWord(lowerAt(tokens, first - 1 - by)) && (unit !== null || isFar(tokens, low))) return true;
  if (!(by && unit !== null) && !opensWith(tokens, first, 'from')) return false;
  return tokens.slice(Math.max(0, first - REACH), first).some(({ lower }) => isMoveWord(lower));
}

/** How many times its low end the high end of a range after `by` may be: `fell by 200 to 1,500`. */
const WIDEST = 5;

const isFar = (tokens: readonly Token[], { value, end }: Quantity): boolean => {
  const high = tokens[end + 1]?.kind === 'number' ? numeralAt(tokens, end + 1) : null;
  return typeof high?.value === 'number' && high.scale === 1 && high.value > WIDEST * (value as number);
};

/** Whether `word` stands before token `i`, at most two words (`about`) between them. */
const opensWith = (tokens: readonly Token[], i: number, word: string): boolean =>
  [1, 2, 3].some((back) => lowerAt(tokens, i - back) === word);

/** Same unit, or a unit that only one side says. */
function agree(tokens: readonly Token[], low: Quantity, high: Quantity): boolean {
  if (low.unit !== null && high.unit !== null) {
    return (
      low.unit.split(' per ')[0] === high.unit.split(' per ')[0] ||
      (high.unit === 'dollar' && low.unit.endsWith(' dollar'))
    );
  }
  if (low.unit === null && high.unit === null)
    return lowerAt(tokens, low.end) !== 'to' || opensWith(tokens, low.first, 'from') || comparable(low, high);
  return low.unit === null || low.money;
}

/** `58 points to 16,369` is no range. */
const comparable = (low: Quantity, high: Quantity): boolean =>
  Math.abs(high.value as number) <=
  1000 * Math.abs((low.value as number) * (sharesScale(low, high) ? high.scale : 1));

/** `four to five thousand`, `$10 to $15 billion`: the first has no scale and is the smaller number. */
const sharesScale = (low: Quantity, high: Quantity): boolean =>
  low.scale === 1 && high.scale > 1 && (low.value as number) < (high.value as number) / high.scale;
