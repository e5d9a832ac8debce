import type { Change } from './figure.js';
import type { Token } from './lexer.js';
import type { Quantity } from './quantities.js';

/**
 * How a quantity is meant, from the words around it: a bound or an approximation right before or after it wins
 * over a direction (`rose more than 3 %` is `>`), a direction is taken from the nearest verb or adverb of change.
 */
export function changeOf(tokens: readonly Token[], quantity: Quantity): Change {
  const bound = boundBefore(tokens, quantity.first);
  const adverb = bound === '~' ? upOrDown(tokens, quantity.first - 2) : null;
  return adverb ?? bound ?? boundAfter(tokens, quantity.end) ?? directionOf(tokens, quantity) ?? '=';
}

/** `up about 5 %`. */
const upOrDown = (tokens: readonly Token[], i: number): Change | null =>
  lowerAt(tokens, i) === 'up' ? 'up' : lowerAt(tokens, i) === 'down' ? 'down' : null;

const list = (change: Change, phrases: string): [string, Change][] =>
  phrases
    .trim()
    .split(/\s*,\s*/)
    .map((phrase) => [phrase, change]);

/** What may stand right before the number; the longest match counts. */
const BEFORE: ReadonlyMap<string, Change> = new Map([
  ...list(
    '~',
    'about, around, roughly, approximately, nearly, almost, some, circa, ca, ca., c., approx, approx., close to, near, somewhere around, estimated, an estimated, barely, in the region of, in the vicinity of, the order of, just about, or so, ~, ≈, ∼, virtually, practically, nearing, approaching',
  ),
  ...list(
    '>',
    'more than, over, above, at least, upwards of, upward of, greater than, larger than, higher than, exceeding, in excess of, exceeds, exceed, exceeded, surpassing, surpassed, topping, topped, no less than, no fewer than, not less than, no fewer than, just over, well over, just above, well above, better than, north of, beyond, a minimum of, minimum of, older than, longer than, >, ≥, &gt;, starting at, starting from, slightly over, upward of',
  ),
  ...list(
    '<',
    'less than, fewer than, under, below, up to, at most, no more than, not more than, just under, just below, well below, well under, lower than, smaller than, a maximum of, maximum of, younger than, shy of, just shy of, south of, <, ≤, &lt;, capped at, limited to, cheaper than',
  ),
]);

/** The last words of those phrases. */
const CLOSERS: ReadonlySet<string> = new Set(
  [...BEFORE.keys()].map((words) => words.slice(words.lastIndexOf(' ') + 1)),
);

const AFTER: ReadonlyMap<string, Change> = new Map([
  ...list('~', 'or so, approximately, roughly'),
  ...list(
    '>',
    'or more, or higher, or above, or greater, or older, or over, and more, and above, and over, and up, plus, +',
  ),
  ...list(
    '<',
    'or less, or fewer, or lower, or below, or under, or younger, and below, and under, at most, max',
  ),
]);

const lowerAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

/** Skipped between the bound and the number: `more than a mere 3`, `up to $`. */
const FILLERS = new Set('a an just only another between from'.split(' '));

function boundBefore(tokens: readonly Token[], first: number): Change | null {
  let end = first;
  for (let skipped = 0; skipped < 2 && FILLERS.has(lowerAt(tokens, end - 1)); skipped++) {
    if (BEFORE.has(phrase(tokens, end - 2, end))) break;
    end--;
  }
  if (!CLOSERS.has(lowerAt(tokens, end - 1))) return null;
  for (let length = 4; length >= 1; length--) {
    const change = BEFORE.get(phrase(tokens, end - length, end));
    if (change) return change;
  }
  return null;
}

function boundAfter(tokens: readonly Token[], end: number): Change | null {
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

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const UP = words(`
  up rise rises rose risen rising gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping
  increase increases increased increasing grow grows grew grown growing surge surges surged surging soar soars soared
  soaring advance advances advanced advancing rally rallied rallies rallying higher rebound rebounded rocketed
`);
const DOWN = words(`
  down fall falls fell fallen falling drop drops dropped dropping lose loses lost losing decline declines declined
  declining slide slides slid sliding slip slips slipped slipping plunge plunges plunged plunging sink sank sinks sunk
  tumble tumbles tumbled tumbling shed sheds shedding slump slumps slumped slumping decrease decreases decreased
  decreasing dip dips dipped dipping shrink shrank shrunk plummet plummeted plummets
`);

/** Whether a word tells of a rise or a fall. */
export const isChangeWord = (word: string): boolean => UP.has(word) || DOWN.has(word);

/** `picked up 30 points`: the `up` of a verb that tells of no rise. */
const isParticle = (tokens: readonly Token[], i: number): boolean =>
  /^(?:up|down)$/.test(lowerAt(tokens, i)) &&
  /^(?:pick|set|make|made|put|give|gave|take|took|rack|chalk|pil|snap|line|sign|build|built|cough|end(?:s|ed)? |break|broke|hand|lay|laid|pay|paid|turn|track|shut)/.test(
    lowerAt(tokens, i - 1),
  );

/** How far back a verb of change is looked for, in tokens. */
const REACH = 4;

function directionOf(tokens: readonly Token[], quantity: Quantity): Change | null {
  if (tokens[quantity.first]?.text === '+') return 'up';
  const after = lowerAt(tokens, quantity.end);
  if (/^(?:higher|upward|upwards)$/.test(after)) return 'up';
  if (/^(?:lower|downward|downwards)$/.test(after)) return 'down';
  for (let at = quantity.first - 1; at >= Math.max(0, quantity.first - REACH); at--) {
    const token = tokens[at] as Token;
    const change = UP.has(token.lower) ? 'up' : DOWN.has(token.lower) ? 'down' : null;
    if (change) return lowerAt(tokens, at + 1) === 'from' || isParticle(tokens, at) ? null : change;
    if (token.kind === 'number' || /^(?:of|in|for|and|at|between|[,;:()])$/.test(token.lower)) return null;
  }
  return null;
}
