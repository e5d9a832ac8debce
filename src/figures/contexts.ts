import type { Attribute } from './attributes.js';
import type { Chunk, NounPhrase } from './noun-phrases.js';
import type { Quantity } from './quantities.js';
import { type Analysis, chunkBefore, firstFrom, wordsBetween } from './sentence.js';
import { subjectOf } from './subjects.js';
import { PERIODS } from './tables/calendar.js';
import { EXTENT, PLACES } from './tables/places.js';
import type { TimePhrase } from './times.js';

/** How far a scope or a time may stand from its figure, in tokens. */
const REACH = 14;

/**
 * The time of a quantity: the one it is part of, else the nearest after it up to the next quantity, else one before
 * it in the same clause or at the opening of the sentence. A duration has no other than the first.
 */
export function timeOf(analysis: Analysis, quantity: Quantity, next: Quantity | undefined): string | null {
  const times = timesAround(analysis, quantity.first);
  const limit = Math.min(quantity.end + REACH, next?.first ?? Number.POSITIVE_INFINITY);
  const around = times.find(({ first, end }) => first <= quantity.first && end >= quantity.end);
  const after = times.find(({ first }) => first >= quantity.end && first < limit);
  const before = times.findLast(({ end }) => end <= quantity.first);
  const earlier =
    before && (before.first <= 1 || sameClause(analysis, before.end, quantity.first)) ? before : null;
  const time = around ?? (isDuration(quantity) ? null : (after ?? earlier));
  return time ? wordsBetween(analysis, time.first, time.end) : null;
}

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

/** Where or among whom: `worldwide`, `in the US`, or the place in the counted noun (`new US jobs`). */
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
  return null;
}

/** Whose figure it is: a possessor, `of Amazon` after the counted noun, else the subject of its clause. */
export function holderOf(
  analysis: Analysis,
  quantity: Quantity,
  attribute: Attribute,
): Chunk | NounPhrase | null {
  return (
    possessorBefore(analysis, quantity.first) ??
    ownerAfter(analysis, attribute.end) ??
    planner(analysis, quantity.first) ??
    (isImpersonal(analysis, quantity.first) ? null : realSubject(analysis, quantity.first))
  );
}

/** `there are 10 million sellers` and `what the two will do` have a subject in grammar only. */
function realSubject(analysis: Analysis, first: number): Chunk | null {
  const subject = subjectOf(analysis, first);
  const word = subject?.pronoun ? (analysis.tokens[subject.head]?.lower ?? '') : '';
  return /^(?:there|here|what|nobody|nothing|you|that's|there's|it's)$/.test(word) ? null : subject;
}

/** `Alibaba's 36,446 employees`. */
function possessorBefore(analysis: Analysis, first: number): NounPhrase | null {
  const chunk = analysis.chunks[chunkBefore(analysis, first + 1)];
  const before = analysis.tokens[first - 1];
  if (!chunk || !before?.possessive) return null;
  if (chunk.possessor?.end === first) return chunk.possessor;
  return chunk.end === first ? chunk : null;
}

/** `employees of Amazon`, `jobs at Amazon`. */
function ownerAfter(analysis: Analysis, end: number): Chunk | null {
  const { tokens, tags, chunks } = analysis;
  if (!/^(?:of|at|by)$/.test(tokens[end]?.lower ?? '')) return null;
  const chunk = chunks[chunkBefore(analysis, end + 3)];
  return chunk && chunk.first > end && chunk.first <= end + 2 && tags[chunk.head] === 'name' ? chunk : null;
}

/** `Ma's plan to create one million jobs`: the possessor of the noun that the infinitive belongs to. */
function planner(analysis: Analysis, first: number): NounPhrase | null {
  const { tags, chunks } = analysis;
  for (let at = first - 1; at > Math.max(0, first - 8); at--) {
    if (tags[at] !== 'to') continue;
    const chunk = chunks[chunkBefore(analysis, at)];
    return chunk?.end === at ? chunk.possessor : null;
  }
  return null;
}

/** `how to create 1 million jobs` does not say who. */
function isImpersonal({ tokens }: Analysis, first: number): boolean {
  for (let at = first - 1; at > Math.max(0, first - 8); at--) {
    if (tokens[at]?.lower === 'to') return tokens[at - 1]?.lower === 'how';
  }
  return false;
}
