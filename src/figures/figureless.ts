import {
  CLOCK,
  LABELS,
  MONTHS,
  NAMED_LABELS,
  NUMBERED_NAMES,
  YEAR_PREPOSITIONS,
} from '../english/calendar.js';
import { SCALES, SMALL, SUFFIXES, TENS } from '../english/number-words.js';
import type { Tag } from '../english/tagger.js';
import type { Token } from '../english/tokens.js';
import { verbOf } from '../english/verbs.js';
import { CURRENCY_NAMES, CURRENCY_SIGNS } from './tables/currencies.js';
import { MEASURE_NAMES, MEASURE_SYMBOLS, symbolUnit } from './tables/measures.js';
import { currencyBefore } from './units.js';

/**
 * Whether the number at token `i` is no figure: part of a date or a time of day, a year, an ordinal, a score, a
 * label (`Section 427`), part of a name (`iPhone 14`) or of a code (`F-150`).
 */
export function isFigureless(tokens: readonly Token[], tags: readonly Tag[], i: number): boolean {
  const token = tokens[i] as Token;
  if (token.kind === 'word') {
    return (
      isSpelledDate(tokens, i) ||
      isCompound(tokens, i) ||
      isSpelledLabel(tokens, tags, i) ||
      isSpelledName(tokens, tags, i)
    );
  }
  if (token.kind !== 'number') return false;
  return RULES.some((rule) => rule(tokens, i, tags));
}

type Rule = (tokens: readonly Token[], i: number, tags: readonly Tag[]) => boolean;

const lowerAt = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';
const isDash = (token: Token | undefined): boolean => token !== undefined && /^[-‐‑–]$/.test(token.text);

const isMonth = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  MONTHS.has(token.lower) &&
  (/^\p{Lu}/u.test(token.text) || !/^(?:may|mar|march|jun|sep|dec)$/.test(token.lower));

/** `192.168.1.2`, `1.2.3`, but not `€1.200.000`. */
const isDotted: Rule = (tokens, i) =>
  /\..*\./.test((tokens[i] as Token).text) && currencyBefore(tokens, i) === null;

/** `22nd`, `1970s`, `under 18s`, `X6`, `1080p`, `5G`: letters glued to it that are neither scale nor unit nor currency. */
const isGluedToLetters: Rule = (tokens, i) => {
  const [before, token, after] = [tokens[i - 1], tokens[i] as Token, tokens[i + 1]];
  if (before?.kind === 'word' && token.glued && !currencyBefore(tokens, i)) return true;
  if (after?.glued && /^['’]$/.test(after.text) && tokens[i + 2]?.text === 's') return true;
  if (after?.kind !== 'word' || !after.glued) return false;
  if (/^(?:st|nd|rd|th)$/.test(after.lower)) return true;
  if (after.text === 's')
    return /^\d?\d0$|^\d{4}$/.test(token.text) || /^(?:under|over)$/.test(lowerAt(tokens, i - 1));
  if (/^[x×]$/.test(after.text)) return false;
  if (/^G$/.test(after.text)) return Number(token.text) < 10;
  if (after.lower === 'p')
    return Number(token.text) >= 240 && /^\d+$/.test(token.text) && Number(token.text) % 120 === 0;
  if (/\./.test(token.text) || /^\p{Ll}{4,}$/u.test(after.text)) return false;
  const known =
    SUFFIXES.has(after.text) ||
    symbolUnit(after.text, true) ||
    CURRENCY_SIGNS.has(after.text) ||
    /^(?:sq|cu)$/.test(after.text);
  return !known && !MEASURE_NAMES.has(after.lower) && !CURRENCY_NAMES.has(after.lower);
};

/** `F-150`, `COVID-19`, `under-21`, but not `minus-130`, `sub-40` or `5k-20k`; `555-0123-77` and longer codes. */
const isInCode: Rule = (tokens, i) => {
  const [letters, dash, token] = [tokens[i - 2], tokens[i - 1], tokens[i] as Token];
  if (isDash(dash) && dash?.glued && token.glued) {
    if (letters?.kind === 'word') {
      const scaled = letters.glued && tokens[i - 3]?.kind === 'number';
      return !scaled && !/^(?:minus|negative|to|sub|then|now)$/.test(letters.lower);
    }
    if (letters?.kind === 'number' && isDash(tokens[i - 3]) && tokens[i - 3]?.glued) return true;
  }
  const [next, more, last] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  return [next, more, last].every((t) => t?.glued) && isDash(next) && more?.kind === 'number' && isDash(last);
};

/** `March 29`, `29 March`, `Sept. 14-16`, `Jan 5 and 6` are days. */
const isDayOfMonth: Rule = (tokens, i) => {
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
const isClockOrDate: Rule = (tokens, i) => {
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
const isYear: Rule = (tokens, i, tags) => {
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

function isMoneyOrMeasure(tokens: readonly Token[], i: number): boolean {
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (before && CURRENCY_SIGNS.has(before.text)) return true;
  if (after?.glued && CURRENCY_SIGNS.has(after.text)) return true;
  if (!after || after.text === '′') return false;
  if (
    MEASURE_SYMBOLS.has(after.text) &&
    (after.glued || /^.{2,}$|\P{L}/u.test(after.text)) &&
    after.text !== 'in'
  )
    return true;
  const name = after.lower === '-' ? lowerAt(tokens, i + 2) : after.lower;
  return (
    MEASURE_NAMES.has(name) ||
    CURRENCY_NAMES.has(name) ||
    SCALES.has(name) ||
    /^(?:square|cubic|sq|cu)$/.test(name)
  );
}

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
const isShortYear: Rule = (tokens, i) =>
  !(tokens[i - 1]?.glued && tokens[i - 2]?.kind === 'number') &&
  /^\d\d$/.test((tokens[i] as Token).text) &&
  /^['’‘]$/.test(lowerAt(tokens, i - 1)) &&
  tokens[i]?.glued === true;

/** The second half of `2014-15`. */
const endsYearSpan: Rule = (tokens, i) =>
  /^\d\d$/.test((tokens[i] as Token).text) &&
  /^[-‐‑–/]$/.test(lowerAt(tokens, i - 1)) &&
  /^(?:1[5-9]|20|21)\d\d$/.test(lowerAt(tokens, i - 2));

/** `Section 427`, `Rule 1.4`, `No. 5`, `#5`, `iPhone 14`, `Big 12`: a label or a name before it, nothing counted after it. */
const isLabelled: Rule = (tokens, i, tags) => {
  const token = tokens[i] as Token;
  const dot = tokens[i - 1]?.text === '.' && tokens[i - 1]?.glued ? 1 : 0;
  const before = tokens[i - 1 - dot];
  if (before?.text === '#' || before?.text === '№') return true;
  if (isDottedName(tokens, i - 1)) return !followsPlural(tags, i);
  const named = before?.kind === 'word' && (tags[i - 1] === 'name' || isLabel(before));
  if (named && tokens[i + 1]?.glued && /^[A-Ha-hs]$/.test(tokens[i + 1]?.text ?? '')) return true;
  if (before?.kind !== 'word' || isMoneyOrMeasure(tokens, i)) return false;
  if (/^\d{1,4}\.\d{1,3}$/.test(token.text)) return isLabel(before) && !followsPlural(tags, i);
  if (!/^\d{1,4}$/.test(token.text)) return false;
  if (/^(?:number|no|nos|fig|figs|eq|sec|vol)$/.test(before.lower) || NUMBERED_NAMES.has(before.lower))
    return true;
  const counts = followsPlural(tags, i) && !isSubject(tokens, tags, i);
  if (!CURRENCY_SIGNS.has(before.text) && isLabel(before)) return !counts;
  if (tags[i - 1] === 'plural' && !/^(?:noun|adjective|name|gerund)$/.test(tags[i + 1] ?? ''))
    return dot === 0;
  return (
    dot === 0 &&
    tags[i - 1] === 'name' &&
    !before.possessive &&
    !isMonth(before) &&
    !isOrder(before, i - 1) &&
    !counts
  );
};

/** `Use 2 of them`: a verb that opens the sentence, no name. */
const isOrder = ({ lower }: Token, i: number): boolean => {
  const verb = i === 0 ? verbOf(lower) : undefined;
  return verb?.form === 'base' && verb.use !== 'rarely';
};

/** `Article 5 bans two`, `Model 3 starts at`: what looks like a counted plural is the verb of the label. */
function isSubject(tokens: readonly Token[], tags: readonly Tag[], i: number): boolean {
  const at = tags[i + 1] === 'noun' ? i + 2 : i + 1;
  if (!tokens[i - 1]?.capital || tags[at] !== 'plural' || verbOf(lowerAt(tokens, at))?.form !== 'third')
    return false;
  return (
    /^(?:determiner|number|plural|name|preposition|to|adverb)$/.test(tags[at + 1] ?? '') ||
    CURRENCY_SIGNS.has(tokens[at + 1]?.text ?? '')
  );
}

/** `Node.js` ends at token `i`. */
const isDottedName = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === 'word' &&
  tokens[i]?.glued === true &&
  tokens[i - 1]?.text === '.' &&
  tokens[i - 1]?.glued === true &&
  /^\p{Lu}/u.test(tokens[i - 2]?.text ?? '');

const isLabel = ({ text, lower }: Token): boolean =>
  LABELS.has(lower) || (NAMED_LABELS.has(lower) && /^\p{Lu}/u.test(text));

const followsPlural = (tags: readonly Tag[], i: number): boolean =>
  tags[i + 1] === 'plural' ||
  ((tags[i + 1] === 'adjective' || tags[i + 1] === 'noun') && tags[i + 2] === 'plural');

/** `14 Harbour Road`, `221 Baker St`: the number of a house. */
const isStreetNumber: Rule = (tokens, i) => {
  if (!/^\d{1,5}$/.test((tokens[i] as Token).text)) return false;
  for (let at = i + 1; at <= i + 3 && /^\p{Lu}/u.test(tokens[at]?.text ?? ''); at++)
    if (at > i + 1 && STREETS.has(lowerAt(tokens, at))) return true;
  return false;
};

const STREETS = new Set(
  'street st road rd avenue ave lane drive boulevard blvd square terrace crescent court close row way place parade'.split(
    ' ',
  ),
);

/** `90049 ZIP Code`. */
const isPostcode: Rule = (tokens, i) => /^(?:zip|postcode)$/.test(lowerAt(tokens, i + 1));

/** `3-1`, `12-7`, `0 – 0`: a score counts nothing; `10-15 people` does. */
const isScore: Rule = (tokens, i, tags) => {
  const first = isPair(tokens, i) ? i : isPair(tokens, i - 2) ? i - 2 : -1;
  if (first < 0) return false;
  const second = first + 2;
  const [a, b] = [Number((tokens[first] as Token).text), Number((tokens[second] as Token).text)];
  if (isMoneyOrMeasure(tokens, second) || CURRENCY_SIGNS.has(tokens[first - 1]?.text ?? '')) return false;
  const counted =
    /^(?:plural|adjective|noun)$/.test(tags[second + 1] ?? '') || tokens[second + 1]?.glued === true;
  return a >= b || (!counted && b < 100);
};

/** Two numbers with a dash between them, which has a space on both sides or on none. */
const isPair = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === 'number' &&
  isDash(tokens[i + 1]) &&
  tokens[i + 2]?.kind === 'number' &&
  tokens[i + 3]?.text !== '/' &&
  tokens[i + 1]?.glued === tokens[i + 2]?.glued;

/** `1)`, `(3)` and `2.` where a sentence opens; `[2]`, `[3, 4]`. */
const isListMark: Rule = (tokens, i) => {
  const [token, after] = [tokens[i] as Token, tokens[i + 1]];
  if (reaches(tokens, i, -1, '[') && reaches(tokens, i, 1, ']')) return true;
  if (i === 1 && tokens[0]?.text === '(' && after?.text === ')' && tokens.length > 3) return true;
  return i === 0 && /^\d{1,2}$/.test(token.text) && after?.glued === true && /^[.)]$/.test(after.text);
};

/** How many tokens a citation may have on either side of a number. */
const CITED = 8;

/** Whether nothing but numbers and what joins them stands between token `i` and `bracket`. */
function reaches(tokens: readonly Token[], i: number, step: number, bracket: string): boolean {
  for (let at = i + step; Math.abs(at - i) <= CITED; at += step) {
    const token = tokens[at];
    if (token?.text === bracket) return true;
    if (token?.kind !== 'number' && !/^[,;–-]$/.test(token?.text ?? '')) return false;
  }
  return false;
}

/** The 4 of `chapters 3 and 4`. */
const isListedLabel: Rule = (tokens, i, tags) =>
  /^(?:and|or|to|[,–-])$/.test(lowerAt(tokens, i - 1)) &&
  /^\d{1,4}$/.test(lowerAt(tokens, i)) &&
  /^\d{1,4}$/.test(lowerAt(tokens, i - 2)) &&
  tokens[i - 3] !== undefined &&
  isLabel(tokens[i - 3] as Token) &&
  !/^(?:plural|noun|adjective)$/.test(tags[i + 1] ?? '') &&
  !isMoneyOrMeasure(tokens, i);

/** `555-1234`; `020` and `0958`, and the number among such. */
const isPhone: Rule = (tokens, i, tags) => {
  const [before, here, after] = [i - 1, i, i + 1].map((at) => lowerAt(tokens, at)) as [
    string,
    string,
    string,
  ];
  const coded = /^0\d{2,}$/.test(here) || /^0[1-9]\d+$|^0\d{3}$/.test(before) || /^0\d{3}$/.test(after);
  if (coded && !isMoneyOrMeasure(tokens, i)) return true;
  const first = isPair(tokens, i) ? i : i - 2;
  if (!isPair(tokens, first) || tokens[first + 2]?.glued !== true) return false;
  const [area, line] = [lowerAt(tokens, first), lowerAt(tokens, first + 2)];
  const counted = followsPlural(tags, first + 2) || isMoneyOrMeasure(tokens, first + 2);
  return /^\d{3}$/.test(area) && /^\d{4}$/.test(line) && !line.endsWith('00') && !counted;
};

const RULES: readonly Rule[] = [
  isDotted,
  isGluedToLetters,
  isInCode,
  isDayOfMonth,
  isClockOrDate,
  isYear,
  endsYearSpan,
  isShortYear,
  isLabelled,
  isStreetNumber,
  isPostcode,
  isScore,
  isListMark,
  isListedLabel,
  isPhone,
];

/** `nineteen ninety nine`, `March the third`. */
const isSpelledDate = (tokens: readonly Token[], i: number): boolean =>
  (SMALL.get(lowerAt(tokens, i)) ?? 0) >= 10 && TENS.has(lowerAt(tokens, i + 1));

/** `day five`, `chapter two of the book`. */
const isSpelledLabel = (tokens: readonly Token[], tags: readonly Tag[], i: number): boolean =>
  SMALL.has(lowerAt(tokens, i)) && LABELS.has(lowerAt(tokens, i - 1)) && tags[i + 1] !== 'plural';

/** `Studio One`, `Channel Four`: both capitalised, and nothing counted. */
const isSpelledName = (tokens: readonly Token[], tags: readonly Tag[], i: number): boolean =>
  SMALL.has(lowerAt(tokens, i)) &&
  tokens[i]?.capital === true &&
  tags[i - 1] === 'name' &&
  tokens[i + 1]?.capital !== true &&
  (tokens[i]?.possessive === true || !followsPlural(tags, i));

/** `top-three`, `mid-twenties`: the end of a compound. */
const isCompound = (tokens: readonly Token[], i: number): boolean =>
  isDash(tokens[i - 1]) && tokens[i - 1]?.glued === true && tokens[i]?.glued === true;
