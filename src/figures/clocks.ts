import { WEEKDAYS } from '../english/calendar.js';
import { SMALL } from '../english/number-words.js';
import { isMark, type Tag } from '../english/parts-of-speech.js';
import type { Token } from '../english/tokens.js';
import { lowerAt } from './beside.js';

/** Hours on a clock's face. */
const HOURS = 12;

/** How far before `from nine to twelve` a word tells that it opens, runs or starts, in tokens. */
const REACH = 6;

/** `opens at nine`, `until half past ten`, `four in the morning`: an hour of the clock, after which nothing is counted. */
export function isSpelledHour(tokens: readonly Token[], tags: readonly Tag[], i: number): boolean {
  if (isHour(tokens, i) && /^o['’]clock$/.test(lowerAt(tokens, i + 1))) return true;
  if (!isHour(tokens, i) || !endsHere(tokens, tags, i + 1)) return false;
  const before = lowerAt(tokens, i - 1);
  if (/^(?:past|until|till)$/.test(before) || isPartOfDay(tokens, i + 1)) return true;
  if (before === 'at') return !LEVEL.test(lowerAt(tokens, i - 2)) && !isElliptic(tags, i);
  if (/^(?:by|from|before|after|since)$/.test(before) && isOnDay(tokens, i + 1)) return true;
  return isBetweenHours(tokens, i);
}

const isHour = (tokens: readonly Token[], i: number): boolean => {
  const value = SMALL.get(lowerAt(tokens, i)) ?? 0;
  return value >= 1 && value <= HOURS;
};

/** `unemployment is at nine`, `the toll stood at two`. */
const LEVEL =
  /^(?:is|are|was|were|be|been|remain(?:s|ed)?|st[ao]nds?|stood|put|set|fix(?:es|ed)?|kept|keeps?|held|holds?|capped|limited|level(?:led|s)?|toll|total|rate|score|number|dead|estimated|valued|rated|marked|looking|looked|aimed)$/;

/** How far back a number may lend its noun, in tokens. */
const LENDING = 12;

/** `at four months, some at three`: a noun counted before is left out. */
const isElliptic = (tags: readonly Tag[], i: number): boolean =>
  tags
    .slice(Math.max(0, i - LENDING), i)
    .some((tag, at, all) => tag === 'number' && all[at + 1] === 'plural');

function endsHere(tokens: readonly Token[], tags: readonly Tag[], i: number): boolean {
  const tag = tags[i];
  if (tag === undefined || isMark(tag)) return !(tokens[i]?.text === '-' && tokens[i]?.glued);
  return /^(?:conjunction|preposition|to)$/.test(tag) && !/^(?:of|per|than)$/.test(lowerAt(tokens, i));
}

/** `in the morning`, `at night`. */
const isPartOfDay = (tokens: readonly Token[], i: number): boolean =>
  (lowerAt(tokens, i) === 'at' && lowerAt(tokens, i + 1) === 'night') ||
  (lowerAt(tokens, i) === 'in' &&
    lowerAt(tokens, i + 1) === 'the' &&
    /^(?:morning|afternoon|evening)$/.test(lowerAt(tokens, i + 2)));

/** `by two on Monday`. */
const isOnDay = (tokens: readonly Token[], i: number): boolean =>
  lowerAt(tokens, i) === 'on' && WEEKDAYS.has(lowerAt(tokens, i + 1).replace(/s$/, ''));

/** `open from six to eleven`, where what opens, runs or the like stands before. */
function isBetweenHours(tokens: readonly Token[], i: number): boolean {
  const joins = (at: number) => /^(?:to|until|till|and)$/.test(lowerAt(tokens, at));
  const first = joins(i - 1) && isHour(tokens, i - 2) ? i - 2 : i;
  if (!/^(?:from|between)$/.test(lowerAt(tokens, first - 1))) return false;
  if (!joins(first + 1) || !isHour(tokens, first + 2)) return lowerAt(tokens, first + 1) === 'until';
  return tokens
    .slice(Math.max(0, first - REACH), first - 1)
    .some(({ lower }) => OPENING.test(lower) || WEEKDAYS.has(lower.replace(/s$/, '')));
}

const OPENING =
  /^(?:open(?:s|ed)?|closed|run|runs|play|plays|meets?|served|staffed|weekdays|weekends|daily|evening|morning|hours)$/;
