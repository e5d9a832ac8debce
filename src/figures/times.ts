import { MONTHS, PERIODS, SEASONS, TIME_ADVERBS, WEEKDAYS } from '../english/calendar.js';
import { SMALL, TENS } from '../english/number-words.js';
import type { Token } from '../english/tokens.js';

/** A time as written, token indices: `as of March 2016`, `over the next five years`. */
export interface TimePhrase {
  readonly first: number;
  readonly end: number;
}

const YEAR = /^(?:1[5-9]|20|21)\d\d$/;
const OPENERS =
  /^(?:in|on|by|since|until|till|during|before|after|from|through|throughout|over|within|for|at|of|as|so|early|late|mid|between|around)$/;
const WHICH =
  /^(?:last|this|next|past|previous|coming|current|same|following|first|second|third|fourth|final|prior|earlier)$/;

/** Every time of a sentence, in order. One pass; each phrase is at most a dozen tokens. */
export function timesOf(tokens: readonly Token[]): TimePhrase[] {
  const times: TimePhrase[] = [];
  for (let i = 0; i < tokens.length; ) {
    const end = timeEnd(tokens, i);
    if (end) times.push({ first: i, end });
    i = end ?? i + 1;
  }
  return times;
}

const lowerAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

/** The token after the time that begins at `i`, or `null`. */
function timeEnd(tokens: readonly Token[], i: number): number | null {
  let at = i;
  while (at < i + 4 && OPENERS.test(lowerAt(tokens, at))) at++;
  const opened = at > i;
  at = afterEdge(tokens, at);
  const end = coreEnd(tokens, at, opened);
  if (end === null) return null;
  const joined = /^(?:to|and|until|through|[-–])$/.test(lowerAt(tokens, end));
  const spans = YEAR.test(lowerAt(tokens, end - 1)) || /^(?:between|from)$/.test(lowerAt(tokens, i));
  const second = joined && spans ? coreEnd(tokens, end + 1, true) : null;
  return second ?? end;
}

/** `the end of`, `the beginning of`. */
function afterEdge(tokens: readonly Token[], i: number): number {
  const the = lowerAt(tokens, i) === 'the' ? 1 : 0;
  const edge = /^(?:end|start|beginning|middle|close|rest|remainder|course)$/.test(lowerAt(tokens, i + the));
  return edge && lowerAt(tokens, i + the + 1) === 'of' ? i + the + 2 : i;
}

function coreEnd(tokens: readonly Token[], i: number, opened: boolean): number | null {
  return (
    dateEnd(tokens, i) ??
    relativeEnd(tokens, i, opened) ??
    agoEnd(tokens, i) ??
    (opened && YEAR.test(lowerAt(tokens, i)) ? i + 1 : null) ??
    (TIME_ADVERBS.has(lowerAt(tokens, i)) && !/^(?:already|now)$/.test(lowerAt(tokens, i)) ? i + 1 : null)
  );
}

/** `March 2016`, `Jan. 9, 2017`, `9 January`, `Monday`, `the 1990s`, `the summer of 2012`. */
function dateEnd(tokens: readonly Token[], i: number): number | null {
  const the = lowerAt(tokens, i) === 'the' ? i + 1 : i;
  const capital = /^\p{Lu}/u.test(tokens[the]?.text ?? '');
  const word = lowerAt(tokens, the);
  if (WEEKDAYS.has(word) && capital) return yearEnd(tokens, weekdayEnd(tokens, the + 1));
  if (MONTHS.has(word) && capital) return yearEnd(tokens, dayEnd(tokens, the + 1));
  if (tokens[the]?.kind === 'number' && isMonth(tokens, the + 1)) return yearEnd(tokens, the + 2);
  if (/^\d{2,4}$/.test(word) && tokens[the + 1]?.text === 's' && tokens[the + 1]?.glued) return the + 2;
  if (!SEASONS.has(word)) return null;
  const of = lowerAt(tokens, the + 1) === 'of' ? 1 : 0;
  return YEAR.test(lowerAt(tokens, the + 1 + of)) ? the + 2 + of : null;
}

const isMonth = (tokens: readonly Token[], i: number): boolean =>
  MONTHS.has(lowerAt(tokens, i)) && /^\p{Lu}/u.test(tokens[i]?.text ?? '');

/** After a weekday, a date may follow: `Monday, Jan. 9`. */
function weekdayEnd(tokens: readonly Token[], i: number): number {
  const comma = lowerAt(tokens, i) === ',' ? 1 : 0;
  return isMonth(tokens, i + comma) ? dayEnd(tokens, i + comma + 1) : i;
}

/** After a month: its dot and the day. */
function dayEnd(tokens: readonly Token[], i: number): number {
  const dot = tokens[i]?.text === '.' && tokens[i]?.glued ? 1 : 0;
  if (!/^(?:[1-9]|[12]\d|3[01])$/.test(lowerAt(tokens, i + dot)))
    return YEAR.test(lowerAt(tokens, i + dot)) ? i + dot : i;
  return i + dot + (/^(?:st|nd|rd|th)$/.test(lowerAt(tokens, i + dot + 1)) ? 2 : 1);
}

/** A year, perhaps after a comma or `of`. */
function yearEnd(tokens: readonly Token[], i: number): number {
  const gap = /^(?:,|of)$/.test(lowerAt(tokens, i)) ? 1 : 0;
  return YEAR.test(lowerAt(tokens, i + gap)) ? i + gap + 1 : i;
}

/** `last year`, `the past two years`, `the first quarter of 2012`, `next five years`, `the year`. */
function relativeEnd(tokens: readonly Token[], i: number, opened: boolean): number | null {
  let at = lowerAt(tokens, i) === 'the' ? i + 1 : i;
  const which = WHICH.test(lowerAt(tokens, at));
  if (which) at++;
  else if (!opened || at === i) return null;
  at = numberEnd(tokens, at);
  if (
    /^(?:few|several|couple|fiscal|financial|calendar|straight|consecutive|full)$/.test(lowerAt(tokens, at))
  )
    at++;
  if (!PERIODS.has(lowerAt(tokens, at))) return null;
  const of = lowerAt(tokens, at + 1) === 'of' && YEAR.test(lowerAt(tokens, at + 2)) ? 2 : 0;
  return at + 1 + of;
}

function numberEnd(tokens: readonly Token[], i: number): number {
  const word = lowerAt(tokens, i);
  return tokens[i]?.kind === 'number' || SMALL.has(word) || TENS.has(word) ? i + 1 : i;
}

/** `five years ago`, `a month earlier`. */
function agoEnd(tokens: readonly Token[], i: number): number | null {
  const at = /^an?$/.test(lowerAt(tokens, i)) ? i + 1 : numberEnd(tokens, i);
  if (at === i || !PERIODS.has(lowerAt(tokens, at))) return null;
  return /^(?:ago|earlier|later)$/.test(lowerAt(tokens, at + 1)) ? at + 2 : null;
}
