import type { Tag } from '../english/parts-of-speech.js';
import type { Token } from '../english/tokens.js';
import { lowerAt } from './beside.js';
import { boundBefore, isChangeWord, isMoveWord } from './changes.js';
import type { Change } from './figure.js';
import { round } from './numeral-parts.js';
import { numeralAt } from './numerals.js';
import { hangs, isDash, singleAt } from './quantities.js';
import type { Quantity } from './quantity.js';

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
  const value = round((whole.value as number) + (cents.value as number) / 100);
  return { ...whole, value, signEnd: cents.signEnd, end: cents.end };
}

const WHOLES = /(?:^|\s)(?:dollar|euro|sterling|rand)$/;

/** Joins `low` with what follows it when the two are the ends of a range. */
function rangeFrom(tokens: readonly Token[], tags: readonly Tag[], low: Quantity): Quantity {
  const joint = tokens[low.end];
  if (typeof low.value !== 'number' || !joint) return low;
  if (!isJoint(tokens, low)) return betweenBounds(tokens, tags, low) ?? low;
  const high = highEnd(tokens, tags, low.end + jointLength(tokens, low.end));
  if (!high || typeof high.value !== 'number' || !agree(tokens, low, high)) return low;
  const shared = sharesScale(low, high) ? high.scale : 1;
  const lowest = round(low.value * shared);
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
