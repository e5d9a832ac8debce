import type { Token } from '../english/tokens.js';
import type { Change } from './figure.js';
import type { Quantity } from './quantity.js';
import { AFTER, BEFORE, DOWN, MOVES, PARTICLE_VERBS, UP } from './tables/bounds.js';

/**
 * How a quantity is meant, from the words around it: a bound or an approximation right before or after it wins
 * over a direction (`rose more than 3 %` is `>`), a direction is taken from the nearest verb or adverb of change.
 */
export function changeOf(tokens: readonly Token[], quantity: Quantity): Change {
  const before = boundBefore(tokens, quantity.first)?.change ?? null;
  const adverb = before === '~' ? upOrDown(tokens, quantity.first - 2) : null;
  const after = before === null || before === '~' ? boundAfter(tokens, quantity.end) : null;
  return adverb ?? after ?? before ?? quantity.change ?? directionOf(tokens, quantity) ?? '=';
}

/** `up about 5 %`. */
const upOrDown = (tokens: readonly Token[], i: number): Change | null =>
  lowerAt(tokens, i) === 'up' ? 'up' : lowerAt(tokens, i) === 'down' ? 'down' : null;

/** The last words of the phrases that may stand before a number. */
const CLOSERS: ReadonlySet<string> = new Set(
  [...BEFORE.keys()].map((words) => words.slice(words.lastIndexOf(' ') + 1)),
);

const lowerAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

/** Skipped between the bound and the number: `more than a mere 3`, `up to $`. */
const FILLERS = new Set('a an just only another between from'.split(' '));

/** Words of the longest phrase: `less than or equal to`. */
const LONGEST = 5;

/** A phrase that bounds a number and the token it begins at. */
interface Bound {
  readonly change: Change;
  readonly first: number;
}

/** The bound that stands right before token `first`. */
export function boundBefore(tokens: readonly Token[], first: number): Bound | null {
  let end = first;
  for (let skipped = 0; skipped < 2 && FILLERS.has(lowerAt(tokens, end - 1)); skipped++) {
    if (BEFORE.has(phrase(tokens, end - 2, end))) break;
    end--;
  }
  if (!CLOSERS.has(lowerAt(tokens, end - 1)) || isPlace(tokens, end, first)) return null;
  for (let length = LONGEST; length >= 1; length--) {
    const change = BEFORE.get(phrase(tokens, end - length, end));
    if (change) return { change, first: end - length };
  }
  return null;
}

/** `under a five-year contract` is no less than five years. */
const isPlace = (tokens: readonly Token[], end: number, first: number): boolean =>
  /^an?$/.test(lowerAt(tokens, end)) &&
  /^(?:under|over|above|below)$/.test(lowerAt(tokens, end - 1)) &&
  tokens[first + 1]?.text === '-';

/** The bound that begins at token `end`, right after a number. */
export function boundAfter(tokens: readonly Token[], end: number): Change | null {
  return (
    AFTER.get(phrase(tokens, end, end + 2)) ??
    (tokens[end]?.glued || lowerAt(tokens, end) === 'plus' ? (AFTER.get(lowerAt(tokens, end)) ?? null) : null)
  );
}

const phrase = (tokens: readonly Token[], from: number, to: number): string =>
  from < 0
    ? ''
    : tokens
        .slice(from, to)
        .map(({ lower }) => lower)
        .join(' ');

/** Whether a word tells of a rise or a fall. */
export const isChangeWord = (word: string): boolean => UP.has(word) || DOWN.has(word);

/** Whether a word tells that something goes from one value to another. */
export const isMoveWord = (word: string): boolean => isChangeWord(word) || MOVES.has(word);

/** `picked up 30 points`, `make-up`. */
const isParticle = (tokens: readonly Token[], i: number): boolean =>
  /^(?:up|down)$/.test(lowerAt(tokens, i)) &&
  (PARTICLE_VERBS.has(lowerAt(tokens, i - 1)) || tokens[i]?.glued === true);

/** How far back a verb of change is looked for, in tokens. */
const REACH = 4;

function directionOf(tokens: readonly Token[], quantity: Quantity): Change | null {
  if (tokens[quantity.first]?.text === '+') return 'up';
  const after = lowerAt(tokens, quantity.end);
  if (/^(?:higher|upward|upwards)$/.test(after)) return 'up';
  if (/^(?:lower|downward|downwards)$/.test(after)) return 'down';
  for (let at = quantity.first - 1; at >= Math.max(0, quantity.first - REACH); at--) {
    const token = tokens[at] as Token;
    // `start-up` rises nowhere.
    if (token.glued && tokens[at - 1]?.text === '-') continue;
    const change = UP.has(token.lower) ? 'up' : DOWN.has(token.lower) ? 'down' : null;
    if (change) return lowerAt(tokens, at + 1) === 'from' || isParticle(tokens, at) ? null : change;
    if (
      token.kind === 'number' ||
      /^(?:of|in|for|and|at|costs?|returns|between|after|before|until|during|within|since|when|[,;:()])$/.test(
        token.lower,
      )
    )
      return null;
  }
  return null;
}
