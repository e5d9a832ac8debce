import { SMALL } from '../english/number-words.js';
import type { Token } from '../english/tokens.js';
import type { Span } from '../text/span.js';

/** A time of day. */
export interface Clock extends Span {
  /** Minutes since midnight. */
  readonly value: number;
  /** Whether it is told which half of the day is meant: `16:30`, `4 pm`, but not `half past four`. */
  readonly isSure: boolean;
}

const HOUR = 60;
const NOON = 12 * HOUR;

/** The times of day of a sentence: `16:30`, `4.30 pm`, `half past four`, `at nine`, `noon`. */
export function clocksIn(tokens: readonly Token[]): Clock[] {
  const clocks: Clock[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = wordAt(tokens, at) ?? spokenAt(tokens, at) ?? digitsAt(tokens, at);
    if (found) clocks.push(halfOf(tokens, at, found));
    at = found?.next ?? at + 1;
  }
  return clocks;
}

interface Found {
  readonly value: number;
  readonly isSure: boolean;
  /** The token after it. */
  readonly next: number;
}

const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';

function wordAt(tokens: readonly Token[], at: number): Found | null {
  const word = lowerAt(tokens, at);
  if (word === 'noon' || word === 'midday') return { value: NOON, isSure: true, next: at + 1 };
  return word === 'midnight' ? { value: 0, isSure: true, next: at + 1 } : null;
}

/** `half past four`, `quarter to nine`, `ten past five`, `at nine`, `nine o'clock`. */
function spokenAt(tokens: readonly Token[], at: number): Found | null {
  const word = lowerAt(tokens, at);
  const minutes = word === 'half' ? 30 : word === 'quarter' ? 15 : SMALL.get(word);
  const joint = lowerAt(tokens, at + 1);
  const hour = hourAt(tokens, at + 2);
  if (
    minutes !== undefined &&
    hour !== null &&
    /^(?:past|to)$/.test(joint) &&
    (joint === 'past' || word !== 'half') &&
    (word === 'quarter' || word === 'half' || joint === 'past')
  )
    return { value: hour * HOUR + (joint === 'to' ? -minutes : minutes), isSure: false, next: at + 3 };
  const own = hourAt(tokens, at);
  return own !== null && /^o['’]?clock$/.test(lowerAt(tokens, at + 1))
    ? { value: own * HOUR, isSure: false, next: at + 2 }
    : null;
}

function hourAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  const value =
    SMALL.get(token?.lower ?? '') ?? (/^\d{1,2}$/.test(token?.text ?? '') ? Number(token?.text) : 0);
  return value >= 1 && value <= 12 ? value : null;
}

/** `16:30`, `4.30 pm`, `4 pm`. */
function digitsAt(tokens: readonly Token[], at: number): Found | null {
  const [first, colon, second] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first?.kind !== 'number') return null;
  const joined = colon?.text === ':' && colon.glued && second?.glued && /^[0-5]\d$/.test(second.text);
  const [, hours = '', minutes = ''] = /^(\d{1,2})(?:\.([0-5]\d))?$/.exec(first.text) ?? [];
  const next = at + (joined ? 3 : 1);
  const hasHalf = HALF.test(lowerAt(tokens, next));
  if (hours === '' || Number(hours) > 24 || !(joined || hasHalf)) return null;
  const value = Number(hours) * HOUR + Number(joined ? second?.text : minutes);
  return { value, isSure: joined ? Number(hours) > 12 || /^0\d/.test(hours) : false, next };
}

const HALF = /^(?:am|pm|a\.m\.?|p\.m\.?)$/;

/** With the half of the day that stands behind it. */
function halfOf(tokens: readonly Token[], at: number, { value, isSure, next }: Found): Clock {
  const half = HALF.exec(lowerAt(tokens, next))?.[0];
  const end = half === undefined ? next : next + 1;
  const span = { start: (tokens[at] as Token).start, end: (tokens[end - 1] as Token).end };
  if (half === undefined) return { ...span, value, isSure };
  return { ...span, value: (value % NOON) + (half.startsWith('p') ? NOON : 0), isSure: true };
}

/** Whether two times of day may be one. */
export const isSameTime = (a: Clock, b: Clock): boolean =>
  a.isSure && b.isSure ? a.value === b.value : a.value % NOON === b.value % NOON;
