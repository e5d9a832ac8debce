import { PERIODS } from '../english/calendar.js';
import type { Chunk } from '../english/noun-phrases.js';
import { EXTENT, PLACES } from '../english/places.js';
import type { Attribute } from './attributes.js';
import type { Quantity } from './quantity.js';
import { type Analysis, chunkBefore, firstFrom, wordsBetween } from './sentence.js';
import type { TimePhrase } from './times.js';

/** How far a scope or a time may stand from its figure, in tokens. */
const REACH = 14;

/** The time that a quantity is a part of: `the past two years`. */
export const timeAround = (analysis: Analysis, { first, end }: Quantity): TimePhrase | undefined =>
  timesAround(analysis, first).find((time) => time.first <= first && time.end >= end);

/**
 * The time of a quantity: the one it is part of, else the nearest after it up to the next quantity, else one before
 * it in the same clause or at the opening of the sentence. A duration has no other than the first.
 */
export function timeOf(analysis: Analysis, quantity: Quantity, next: Quantity | undefined): string | null {
  const times = timesAround(analysis, quantity.first).filter((time) => !isCompared(analysis, time));
  const later = times.filter(({ first }) => first >= quantity.end && first < quantity.end + REACH);
  const after = later.find(
    ({ first }) =>
      !newClause(analysis, first) &&
      (first < (next?.first ?? Number.POSITIVE_INFINITY) || isShared(analysis, quantity.end, first)),
  );
  const before = times.findLast(({ end }) => end <= quantity.first);
  const earlier =
    before && (before.first <= 1 || sameClause(analysis, before.end, quantity.first)) ? before : null;
  const time = timeAround(analysis, quantity) ?? (isDuration(quantity) ? null : (after ?? earlier));
  return time ? wordsBetween(analysis, time.first, time.end) : null;
}

/** `up 3 % from the previous quarter` and `more than in 2018`, `twice as many as in 2018` do not say when. */
const isCompared = ({ tokens }: Analysis, { first, end }: TimePhrase): boolean =>
  tokens[first - 1]?.lower === 'than' ||
  (tokens[first]?.lower === 'as' && tokens[first + 1]?.lower !== 'of') ||
  (tokens[first]?.lower === 'from' &&
    !tokens.slice(first, end).some(({ lower }) => /^(?:to|until|through)$/.test(lower)));

/** The two times that begin before token `i` and the two after it. */
function timesAround({ times }: Analysis, i: number): readonly TimePhrase[] {
  const at = firstFrom(times, i);
  return times.slice(Math.max(0, at - 2), at + 2);
}

const isDuration = ({ unit }: Quantity): boolean => unit !== null && PERIODS.has(unit);

/** No verb and no infinitive between the two tokens, which stand near each other. */
function sameClause({ tags }: Analysis, from: number, to: number): boolean {
  if (to - from > REACH) return false;
  return !tags.slice(from, to).some((tag) => tag === 'verb' || tag === 'auxiliary' || tag === 'to');
}

/** `3 shops and 5 farms in 2015`, but not `to 12 % from 9 % in 2015`, where the time is that of the second alone. */
const isShared = (analysis: Analysis, from: number, time: number): boolean =>
  sameClause(analysis, from, time) &&
  !analysis.tokens
    .slice(from, time)
    .some(({ lower }) => /^(?:from|than|against|versus|vs|compared)$/.test(lower));

/** A conjunction right before a time opens the clause that the time belongs to: `7 farms, and in 2005`. */
const newClause = ({ tags }: Analysis, time: number): boolean => tags[time - 1] === 'conjunction';

/** Where or among whom: `worldwide`, `in the US`, the place in the counted noun (`new US jobs`) or at the opening (`In Dover, …`). */
export function scopeOf(analysis: Analysis, quantity: Quantity, attribute: Attribute): string | null {
  const { tokens, tags, chunks } = analysis;
  const after = tokens[attribute.end];
  if (after && EXTENT.has(after.lower)) return after.text;
  if (after && /^(?:in|across|throughout|among|within)$/.test(after.lower)) {
    const chunk = chunks[chunkBefore(analysis, attribute.end + 3)];
    const named =
      chunk && chunk.first > attribute.end && chunk.first <= attribute.end + 2 && tags[chunk.head] === 'name';
    if (named) return wordsBetween(analysis, attribute.end, chunk.end);
  }
  for (let at = quantity.end; at < attribute.end; at++) {
    if (tags[at] === 'name' && PLACES.has(tokens[at]?.lower ?? '')) return tokens[at]?.text ?? null;
  }
  const [opening] = chunks;
  const isOpening =
    opening && isPlace(analysis, opening) && opening.first <= 2 && opening.end <= quantity.first;
  return isOpening && tags[opening.end] === 'comma' ? wordsBetween(analysis, 0, opening.end) : null;
}

/** Whether a phrase says where: `in Dover`. */
export const isPlace = ({ tags }: Analysis, { preposition, head }: Chunk): boolean =>
  preposition === 'in' && tags[head] === 'name';
