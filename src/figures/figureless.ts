import { SUFFIXES } from '../english/number-words.js';
import type { Tag } from '../english/parts-of-speech.js';
import type { Token } from '../english/tokens.js';
import { followsPlural, isDash, isMoneyOrMeasure, isPair, lowerAt, type Rule } from './beside.js';
import { isSpelledHour } from './clocks.js';
import { endsYearSpan, isClockOrDate, isDayOfMonth, isShortYear, isSpelledDate, isYear } from './dates.js';
import {
  isLabelled,
  isListedLabel,
  isPostcode,
  isSpelledLabel,
  isSpelledName,
  isStreetNumber,
} from './labels.js';
import { CURRENCY_NAMES, CURRENCY_SIGNS } from './tables/currencies.js';
import { MEASURE_NAMES, symbolUnit } from './tables/measures.js';
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
      isSpelledHour(tokens, tags, i) ||
      isSpelledLabel(tokens, tags, i) ||
      isSpelledName(tokens, tags, i)
    );
  }
  if (token.kind !== 'number') return false;
  return RULES.some((rule) => rule(tokens, i, tags));
}

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

/** `top-three`, `mid-twenties`: the end of a compound. */
const isCompound = (tokens: readonly Token[], i: number): boolean =>
  isDash(tokens[i - 1]) && tokens[i - 1]?.glued === true && tokens[i]?.glued === true;
