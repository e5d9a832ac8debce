import { CLOCK, YEAR_PREPOSITIONS } from '../english/calendar.js';
import { SMALL, TENS } from '../english/number-words.js';
import type { Tag } from '../english/parts-of-speech.js';
import type { Token } from '../english/tokens.js';
import { followsPlural, isDash, isMoneyOrMeasure, isMonth, lowerAt, type Rule } from './beside.js';

/** `March 29`, `29 March`, `Sept. 14-16`, `Jan 5 and 6` are days. */
export const isDayOfMonth: Rule = (tokens, i) => {
  const value = Number((tokens[i] as Token).text);
  if (!(value >= 1 && value <= 31 && Number.isInteger(value))) return false;
  if (isMonth(tokens[i + 1]) || (lowerAt(tokens, i + 1) === 'of' && isMonth(tokens[i + 2]))) return true;
  const joined = isDash(tokens[i + 1]) || /^(?:and|or|to|,)$/.test(lowerAt(tokens, i + 1));
  if (joined && tokens[i + 2]?.kind === 'number' && isMonth(tokens[i + 3])) return true;
  if (followsMonth(tokens, i)) return true;
  return isDash(tokens[i - 1]) && tokens[i - 2]?.kind === 'number' && followsMonth(tokens, i - 2);
};

/** `Sept. 14`, `April, 12, 2016`. */
const followsMonth = (tokens: readonly Token[], i: number): boolean => {
  const comma = tokens[i - 1]?.text === ',' && isCalendarYear(lowerAt(tokens, i + 2));
  return isMonth(tokens[i - 1 - Number(tokens[i - 1]?.text === '.' || comma)]);
};

const isCalendarYear = (text: string): boolean => /^(?:1[5-9]|20|21)\d\d$/.test(text);

/** `17:22`, `11 a.m.`, `2.15 pm`, `5/17/2018`, `24/7`, `2019-08-01`; `2.1 pm` is a length. */
export const isClockOrDate: Rule = (tokens, i) => {
  const next = tokens[i + 1];
  if (
    CLOCK.has(lowerAt(tokens, i + 1)) &&
    !/\.(?:\d|\d{3,})$/.test((tokens[i] as Token).text) &&
    !(lowerAt(tokens, i + 1) === 'et' && !/^\p{Lu}/u.test(next?.text ?? ''))
  )
    return true;
  const [before, token] = [tokens[i - 1], tokens[i] as Token];
  if (before?.text === ':' && before.glued && token.glued && tokens[i - 2]?.kind === 'number') return true;
  if (next?.text === ':' && next.glued && tokens[i + 2]?.glued && tokens[i + 2]?.kind === 'number')
    return true;
  return isStroked(tokens, i);
};

/** `24/7`, `9/11`, `140/90`, but not `1/2` or `$7/$9`. */
function isStroked(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  const side = (stroke: Token | undefined, other: Token | undefined, strokeGlued: boolean) =>
    stroke?.text === '/' && strokeGlued && other?.kind === 'number';
  const after = side(
    tokens[i + 1],
    tokens[i + 2],
    tokens[i + 1]?.glued === true && tokens[i + 2]?.glued === true,
  );
  const before = side(tokens[i - 1], tokens[i - 2], token.glued && tokens[i - 1]?.glued === true);
  if (!after && !before) return false;
  const [top, under] = after ? [token, tokens[i + 2] as Token] : [tokens[i - 2] as Token, token];
  return !(Number(top.text) < Number(under.text) && /^(?:2|3|4|5|6|8|10|16|32|64)$/.test(under.text));
}

/** A bare number of four digits where a year can stand; `2000 people` and `$2000` are none. */
export const isYear: Rule = (tokens, i, tags) => {
  const token = tokens[i] as Token;
  if (isOfEra(tokens, i)) return true;
  if (!/^(?:1[0-9]|20|21)\d\d$/.test(token.text)) return false;
  const after = tokens[i + 1];
  const dated = /^(?:in|during|since|until)$/.test(lowerAt(tokens, i - 1));
  if (isMoneyOrMeasure(tokens, i) && !(dated && /^\p{Lu}\p{Ll}/u.test(after?.text ?? ''))) return false;
  if (dated && lowerAt(tokens, i + 1) === 'to' && isCalendarYear(token.text)) return true;
  const counted = countsPlural(tokens, tags, i);
  if (isYearSpan(tokens, tags, i) || isMonth(tokens[i - 1]) || isMonth(after)) return true;
  if (isAmong(tokens, tags, i)) return false;
  const before = lowerAt(tokens, i - 1);
  if (/^(?:1[0-5])/.test(token.text)) return !counted && /^(?:in|since|year|until|circa)$/.test(before);
  if (/^(?:19[5-9]|20[0-3])/.test(token.text) && Number(token.text) % 50 !== 0) return true;
  return !counted || (tags[i - 1] === 'determiner' && !/^(?:some|all|these|those|no)$/.test(before));
};

/** `A.D. 640`, `300 BC`, and the other end of `A.D. 640 and 790`. */
const isOfEra = (tokens: readonly Token[], i: number): boolean =>
  ERA.test(tokens[i - 1]?.text ?? '') ||
  ERA.test(tokens[i + 1]?.text ?? '') ||
  (tokens[i - 2]?.kind === 'number' &&
    ERA.test(tokens[i - 3]?.text ?? '') &&
    /^(?:and|to|[-–])$/.test(lowerAt(tokens, i - 1)));

const ERA = /^(?:A\.?D\.?|B\.?C\.?(?:E\.?)?|CE)$/;

/** Words before a number that no year follows: `nearly 2000`, `paid 1500`, `at 1999`, `1250 to 1600`. */
function isAmong(tokens: readonly Token[], tags: readonly Tag[], i: number): boolean {
  const before = lowerAt(tokens, i - 1);
  if (
    /^(?:nearly|almost|roughly|approximately|than|least|only|exactly|another|over|at|worth|some|cost|costs)$/.test(
      before,
    )
  )
    return true;
  if (tags[i - 1] === 'verb')
    return !/^(?:end|began|begin|finish|start|open|clos|enter|died|born|found|establish|built|publish|elect)/.test(
      before,
    );
  const [low, high] = [tokens[i - 2], tokens[i + 2]];
  const notYear = (token: Token | undefined) =>
    token?.kind === 'number' && !/^(?:1[5-9]|20|21)\d\d$|^\d\d$/.test(token.text);
  return (JOINT.test(before) && notYear(low)) || (JOINT.test(lowerAt(tokens, i + 1)) && notYear(high));
}

const JOINT = /^(?:[-‐‑–]|to)$/;

/** `2014-15`, `2014/15`, `2014–2017`, and `from 2014 to 2017`. */
function isYearSpan(tokens: readonly Token[], tags: readonly Tag[], i: number): boolean {
  const year = /^(?:1[5-9]|20|21)\d\d$/;
  const joined = (at: number) => /^(?:[-‐‑–/]|to|and)$/.test(lowerAt(tokens, at));
  const second = lowerAt(tokens, i + 2);
  if (joined(i + 1) && year.test(second))
    return !isMoneyOrMeasure(tokens, i + 2) && !followsPlural(tags, i + 2);
  if (/^[-‐‑–/]$/.test(lowerAt(tokens, i + 1)) && /^\d\d$/.test(second)) return true;
  return joined(i - 1) && year.test(lowerAt(tokens, i - 2));
}

/** A plural noun follows, perhaps after adjectives: something is counted. */
function countsPlural(tokens: readonly Token[], tags: readonly Tag[], i: number): boolean {
  for (let at = i + 1; at <= i + 3; at++) {
    if (tags[at] === 'plural') return !YEAR_PREPOSITIONS.has(lowerAt(tokens, i - 1));
    if (tags[at] !== 'adjective' && tags[at] !== 'noun') return false;
  }
  return false;
}

/** `'08`, but not `5'10"`. */
export const isShortYear: Rule = (tokens, i) =>
  !(tokens[i - 1]?.glued && tokens[i - 2]?.kind === 'number') &&
  /^\d\d$/.test((tokens[i] as Token).text) &&
  /^['’‘]$/.test(lowerAt(tokens, i - 1)) &&
  tokens[i]?.glued === true;

/** The second half of `2014-15`. */
export const endsYearSpan: Rule = (tokens, i) =>
  /^\d\d$/.test((tokens[i] as Token).text) &&
  /^[-‐‑–/]$/.test(lowerAt(tokens, i - 1)) &&
  /^(?:1[5-9]|20|21)\d\d$/.test(lowerAt(tokens, i - 2));

/** `nineteen ninety nine`, `March the third`. */
export const isSpelledDate = (tokens: readonly Token[], i: number): boolean =>
  (SMALL.get(lowerAt(tokens, i)) ?? 0) >= 10 && TENS.has(lowerAt(tokens, i + 1));
