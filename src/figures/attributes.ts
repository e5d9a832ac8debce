import { PERIODS } from '../english/calendar.js';
import { type NounPhrase, nounPhraseAt, singularOf } from '../english/noun-phrases.js';
import { isMark } from '../english/parts-of-speech.js';
import { verbOf } from '../english/verbs.js';
import type { Quantity } from './quantity.js';
import { type Analysis, chunkBefore, firstFrom, wordsBetween } from './sentence.js';
import { MEASURE_NAMES } from './tables/measures.js';
import { type Rate, rateAt } from './units.js';

/** What a quantity counts or measures. */
export interface Attribute {
  readonly unit: string;
  readonly of: string | null;
  /** The token after the counted noun or the measure: where "of Amazon", "in the US" may follow. */
  readonly end: number;
}

/** Where each quantity of the sentence ends, by its first token: `eight million | 250ml | bottles`. */
export type Ends = ReadonlyMap<number, number>;

/** The counted noun, or what the measure is of; `previous` lends its noun to a bare number (`1.5 million of them`). */
export function attributeOf(
  analysis: Analysis,
  quantity: Quantity,
  ends: Ends,
  previous: Attribute | null,
): Attribute {
  if (quantity.unit !== null) return measured(analysis, quantity, quantity.unit, ends);
  return counted(analysis, quantity, ends) ?? borrowed(analysis, quantity, previous);
}

/** `36,446 full-time employees`, `one of the best years`, `the previous two sessions`, `35 sections of the park`. */
function counted(analysis: Analysis, quantity: Quantity, ends: Ends): Attribute | null {
  const { tokens, tags } = analysis;
  const from = partitive(analysis, quantity.end);
  if (isTimeAt(analysis, from)) return null;
  const phrase = phraseAt(analysis, from, ends);
  if (
    !phrase ||
    isDegree(analysis, phrase) ||
    isGrade(analysis, quantity, phrase) ||
    isVerb(analysis, quantity, phrase)
  )
    return null;
  const rate = rateAt(tokens, phrase.end);
  const before = from === quantity.end ? adjectiveBefore(analysis, quantity.first) : '';
  const measure =
    phrase.end - phrase.first > 1 ? MEASURE_NAMES.get(tokens[phrase.head]?.lower ?? '') : undefined;
  const unit = (measure ?? before.toLowerCase() + singularOf(tokens, tags, phrase)) + perRate(rate);
  const end = rate?.end ?? phrase.end;
  return { unit, of: before + wordsBetween(analysis, phrase.first, complementEnd(analysis, phrase)), end };
}

/** `eight times faster`, `ten days sooner`, `twenty minutes late`: how much, and nothing that is counted. */
const isDegree = ({ tokens }: Analysis, { first }: NounPhrase): boolean =>
  DEGREES.test(tokens[first]?.lower ?? '');

const DEGREES =
  /^(?:faster|slower|sooner|later|earlier|deeper|longer|shorter|taller|closer|further|farther|late|early|ahead|away|apart|upstream|downstream|valid|idle)$/;

/** `a magnitude 6.1 earthquake`: with decimals and no plural nothing is counted. */
const isGrade = ({ tags }: Analysis, { value, scale, fraction }: Quantity, { head }: NounPhrase): boolean =>
  typeof value === 'number' && !Number.isInteger(value) && scale === 1 && !fraction && tags[head] === 'noun';

/** What opens the object of a verb and never stands right after a counted noun. */
const OBJECT = /^(?:the|it|them|us|you|him|her|me|no|my|your|its|our|their)$/;

/** `some 40 live on the island`, `only two keeps the door open`: after more than one, what is no plural and may be a verb is one. */
function isVerb({ tokens, tags }: Analysis, { value }: Quantity, { first, end, head }: NounPhrase): boolean {
  if (end - first === 1 && tags[head] === 'plural' && tags[first - 1] === 'number') {
    if (value === 1) return true;
    const third = verbOf(tokens[head]?.lower ?? '');
    return third?.form === 'third' && third.use === 'only' && OBJECT.test(tokens[end]?.lower ?? '');
  }
  if (value === 1) return false;
  if (
    end - first > 1 ||
    tags[head] === 'plural' ||
    !/^(?:preposition|determiner|to|adverb)$/.test(tags[end] ?? '')
  )
    return false;
  const verb = verbOf(tokens[head]?.lower ?? '');
  return verb?.form === 'base' && verb.use !== 'rarely';
}

/** `9 last week`, but not `50 previous years`. */
function isTimeAt({ times, tags }: Analysis, i: number): boolean {
  const time = times[firstFrom(times, i)];
  return time?.first === i && tags[time.end - 1] !== 'plural';
}

const perRate = (rate: Rate | null): string => (rate ? ` per ${rate.name}` : '');

/** The noun phrase at `i`, or after the quantity that stands there. */
const phraseAt = (analysis: Analysis, i: number, ends: Ends): NounPhrase | null =>
  nounPhraseAt(analysis, ends.get(i) ?? i);

/** Past `of the`, `of its`, `of Europe's`. */
function partitive(analysis: Analysis, i: number): number {
  const { tokens, tags } = analysis;
  if (tokens[i]?.lower !== 'of') return i;
  return afterPossessor(analysis, tags[i + 1] === 'determiner' ? i + 2 : i + 1);
}

/** Past `Europe's`, `Mrs. Hill's`, when a possessor opens the phrase at `i`. */
function afterPossessor({ tokens }: Analysis, i: number): number {
  for (let at = i; at < i + 4; at++) if (tokens[at]?.possessive) return at + 1;
  return i;
}

/** Adjectives of order do not say which kind is counted. */
const ORDER =
  /^(?:last|next|past|first|second|third|other|same|mere|full|total|coming|only|final|whole|few|many|estimated|reported|average|additional|further|extra|combined|record)$/;

/** `top three seeds`: the adjective before the number belongs to what is counted. */
function adjectiveBefore({ tokens, tags }: Analysis, first: number): string {
  const token = tokens[first - 1];
  if (tags[first - 1] !== 'adjective' || !token || ORDER.test(token.lower)) return '';
  return tags[first - 2] === 'determiner' ? `${token.text} ` : '';
}

/** The end of `of wire fraud` after the counted noun; a name there is the holder's and stays out. */
function complementEnd(analysis: Analysis, phrase: NounPhrase): number {
  const { tokens, tags } = analysis;
  if (tokens[phrase.end]?.lower !== 'of') return phrase.end;
  const from = tags[phrase.end + 1] === 'determiner' ? phrase.end + 2 : phrase.end + 1;
  const complement = nounPhraseAt(analysis, from);
  return complement && tags[complement.head] !== 'name' && complement.end - phrase.first <= 8
    ? complement.end
    : phrase.end;
}

/** A bare number after `including`, `compared with`, `up from` counts what the number before it counted. */
function borrowed(analysis: Analysis, quantity: Quantity, previous: Attribute | null): Attribute {
  const { tokens, tags } = analysis;
  const next = tags[quantity.end];
  const elliptic =
    next === undefined || isMark(next) || /^(?:preposition|conjunction|adverb|auxiliary|to)$/.test(next);
  const rate = rateAt(tokens, quantity.end);
  const end = rate?.end ?? quantity.end;
  if (isAge(analysis, quantity.first)) return { unit: 'year of age', of: null, end };
  if (
    !previous ||
    !elliptic ||
    isLevel(analysis, quantity.first) ||
    (quantity.spelled && tokens[quantity.end]?.lower !== 'of')
  ) {
    return { unit: perRate(rate).trim(), of: governing(analysis, quantity), end };
  }
  return { unit: previous.unit + perRate(rate), of: previous.of, end };
}

/** `a level of 45` is none of the players before it, but `an average of 45` is. */
function isLevel(analysis: Analysis, first: number): boolean {
  const chunk = analysis.chunks[chunkBefore(analysis, first)];
  return chunk?.end === first - 1 && analysis.tokens[chunk.end]?.lower === 'of' && !isAmount(analysis, chunk);
}

/** Nouns of amount: `a total of five`, `a fair share of the 40 films`. */
const AMOUNTS =
  /^(?:total|number|average|maximum|minimum|pair|record|handful|half|share|part|portion|bit|deal|lot|rest|most|bulk|majority|group|one|series|age)$/;

export const isAmount = ({ tokens }: Analysis, { head, end }: NounPhrase): boolean =>
  AMOUNTS.test(tokens[head]?.lower ?? '') && /^(?:of|at)$/.test(tokens[end]?.lower ?? 'of');

/** `aged 45`, `aged between 18 and 24`, `aged 34 and 45`, `the age of 21`. */
const isAge = ({ tokens }: Analysis, first: number): boolean =>
  tokens.slice(Math.max(0, first - 3), first).some(({ lower }) => lower === 'aged' || lower === 'age');

/** `$170 billion in sales`, `13 % of Aeronautics`, `a 25 % premium`, `at a speed of 15 mph`. */
function measured(analysis: Analysis, quantity: Quantity, unit: string, ends: Ends): Attribute {
  const { tokens, tags } = analysis;
  const end = pastAside(analysis, quantity.end);
  const word = tokens[end]?.lower ?? '';
  if (word === 'of' || word === 'worth' || (word === 'in' && isShareOrSum(quantity))) {
    const after = word === 'worth' && tokens[end + 1]?.lower === 'of' ? end + 2 : end + 1;
    const from = afterPossessor(analysis, tags[after] === 'determiner' ? after + 1 : after);
    const phrase = phraseAt(analysis, from, ends);
    const place =
      word === 'in' && (tags[from] === 'name' || from > after || isPeriod(analysis, phrase?.head));
    if (phrase && !place)
      return { unit, of: wordsBetween(analysis, phrase.first, phrase.end), end: phrase.end };
  }
  const direct = opensPhrase(analysis, quantity.end) ? nounPhraseAt(analysis, quantity.end) : null;
  if (direct && !isNextItem(analysis, direct) && !isDegree(analysis, direct))
    return { unit, of: wordsBetween(analysis, direct.first, direct.end), end: direct.end };
  const price = quantity.money && word === 'for' ? priced(analysis, quantity.end + 1) : null;
  return { unit, of: governing(analysis, quantity) ?? price, end: quantity.end };
}

/** `Oslo 1.2 % Bergen 0.8 %`: what the next number is of. */
const isNextItem = ({ quantities }: Analysis, { first, end }: NounPhrase): boolean =>
  quantities[firstFrom(quantities, first)]?.first === end;

const isShareOrSum = ({ money, unit }: Quantity): boolean => money || unit === 'percentage';

/** Longest aside between an amount and what it is of, in tokens. */
const MAX_ASIDE = 6;

/** Past `(2 hectares)` before `of`: `5 acres (2 hectares) of oak`. */
function pastAside({ tokens }: Analysis, i: number): number {
  if (tokens[i]?.text !== '(') return i;
  const length = tokens.slice(i, i + MAX_ASIDE).findIndex(({ text }) => text === ')') + 1;
  return length > 0 && tokens[i + length]?.lower === 'of' ? i + length : i;
}

/** A gerund opens a phrase only before a noun (`melting point`). */
const opensPhrase = ({ tags, taken }: Analysis, i: number): boolean =>
  taken[i] !== 2 &&
  tags[i] !== 'number' &&
  (tags[i] !== 'gerund' || /^(?:noun|plural|adjective)$/.test(tags[i + 1] ?? ''));

/** `$100 million for the work`. */
function priced(analysis: Analysis, i: number): string | null {
  const { tags } = analysis;
  const from = tags[i] === 'determiner' ? i + 1 : i;
  const phrase = tags[from] === 'number' ? null : nounPhraseAt(analysis, from);
  return phrase && !isPeriod(analysis, phrase.head) ? wordsBetween(analysis, from, phrase.end) : null;
}

const isPeriod = ({ tokens }: Analysis, i: number | undefined): boolean =>
  i !== undefined && PERIODS.has(tokens[i]?.lower ?? '');

/** What may stand between a preposition and its number. */
const SKIPPED = new Set(
  'a an the about around roughly nearly almost approximately only just some over under up to more less fewer than'.split(
    ' ',
  ),
);

/**
 * The noun of `a speed of 15 mph`, `a discount of about 5 %`, `a rate to 5 %`, `the version of it for $5`; not the fence of
 * `painted the fence in 3 hours`.
 */
function governing(analysis: Analysis, { first, unit }: Quantity): string | null {
  const { tokens, tags, chunks } = analysis;
  let at = first - 1;
  while (at > first - 5 && SKIPPED.has(tokens[at]?.lower ?? '') && !isTo(analysis, at)) at--;
  if (tags[at] !== 'preposition' && tags[at] !== 'to') return null;
  if (unit !== null && PERIODS.has(unit) && tokens[at]?.lower !== 'of') return null;
  let last = chunkBefore(analysis, at);
  const chunk = chunks[last];
  if (!chunk || chunk.end !== at || chunk.pronoun || isGerund(analysis, chunk)) return null;
  if (tokens[at]?.lower !== 'of' && OTHERS.test(chunk.preposition ?? '')) return null;
  const end = chunk.end;
  while (last > 0 && chunks[last]?.preposition === 'of' && end - (chunks[last - 1]?.first ?? 0) <= 8) last--;
  return wordsBetween(analysis, chunks[last]?.first ?? chunk.first, end);
}

/** `sold to Norwell for $3 million`: what these govern takes part in what is done, and has no price itself. */
const OTHERS = /^(?:by|to|from|in|at)$/;

/** `to` after a noun phrase, not the `to` of `up to`. */
const isTo = ({ tokens, tags }: Analysis, i: number): boolean =>
  tags[i] === 'to' && tokens[i - 1]?.lower !== 'up';

/** `trading at 5 dollars`: a verb, not a noun. */
const isGerund = ({ tags }: Analysis, { first, head }: NounPhrase): boolean =>
  tags[head] === 'gerund' && first === head;
