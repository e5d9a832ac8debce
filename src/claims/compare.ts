import { MONTHS, WEEKDAYS } from '../english/calendar.js';
import { termsOf } from '../english/terms.js';
import type { Span } from '../text/span.js';
import { isTurned, isUnlike, kindOf, measuredBy, type Relation, relationOf } from './amounts.js';
import { isSameTime } from './clocks.js';
import type { Amount, Facts, Named, Sided } from './facts.js';

/** What stands around a sentence: its window, the headings above it and the title, as index terms. */
export type Near = ReadonlySet<string>;

/** Something of a claim that a sentence has otherwise, as both have it. */
export interface Difference {
  readonly claim: string;
  readonly text: string;
}

/** How a claim and a sentence compare, each a number: how many, or a share from 0 to 1. */
export interface Compared {
  readonly signals: Readonly<Record<Signal, number>>;
  /** What can be named of what differs, the surest first. */
  readonly differences: readonly Difference[];
}

/** What is counted: of amounts, years, times of day, days and names how many of the claim's stand so; `coveredNear` is a share. */
export type Signal =
  | 'amountsSame'
  | 'amountsOther'
  | 'amountsOtherLoose'
  | 'amountsUntold'
  | 'yearsOther'
  | 'yearsMissing'
  | 'clocksOther'
  | 'daysOther'
  | 'namesMissing'
  | 'opposites'
  | 'negatedOnce'
  | 'coveredNear';

/** Compares a claim with a sentence and what stands around it. */
export function compare(claim: Facts, sentence: Facts, near: Near): Compared {
  const amounts = compareAmounts(claim, sentence);
  const times = compareTimes(claim, sentence, near);
  const names = compareNames(claim, sentence);
  const words = compareWords(claim, sentence, near);
  return {
    signals: {
      ...amounts.signals,
      ...times.signals,
      ...names.signals,
      ...words.signals,
    } as Compared['signals'],
    differences: [...amounts.differences, ...times.differences, ...names.differences, ...words.differences],
  };
}

interface Part {
  readonly signals: Partial<Record<Signal, number>>;
  readonly differences: readonly Difference[];
}

const wordsAt = ({ text }: Facts, { start, end }: Span): string => text.slice(start, end);

function compareAmounts(claim: Facts, sentence: Facts): Part {
  const found = claim.amounts.map((amount) => ({ amount, ...standingOf(amount, claim, sentence) }));
  const count = (wanted: Standing) => found.filter(({ standing }) => standing === wanted).length;
  return {
    signals: {
      amountsSame: count('same'),
      amountsOther: count('other'),
      amountsOtherLoose: count('other, perhaps'),
      amountsUntold: count('untold'),
    },
    differences: found.flatMap(({ amount, other }) => (other ? [pair(claim, amount, sentence, other)] : [])),
  };
}

/**
 * How a sentence has an amount: the same, the number for something else, another of the same kind, a bound that does not tell
 * it ("more than 200" by "more than 100"), or none.
 */
type Standing = 'same' | 'elsewhere' | 'other' | 'untold' | 'other, perhaps' | 'none';

function standingOf(
  amount: Amount,
  claim: Facts,
  sentence: Facts,
): { readonly standing: Standing; readonly other?: Amount } {
  const having = (relation: Relation, ...kinds: Likeness[]) =>
    sentence.amounts.find(
      (one) => relationOf(amount, one) === relation && kinds.includes(likeness(amount, one)),
    );
  const same = having('same', 'same', 'loose');
  const own =
    same &&
    (turnedIn(same, amount, sentence) ??
      exchanged(amount, claim, sentence) ??
      ownBeside(same, amount, claim, sentence));
  if (own) return { standing: 'other', other: own };
  if (same) return { standing: 'same' };
  if (having('same', 'none') || sentence.numbers.some((one) => `${one}` === `${amount.value}`))
    return { standing: 'elsewhere' };
  const other = having('other', 'same');
  if (other) return { standing: 'other', other };
  if (having('open', 'same')) return { standing: 'untold' };
  const loose = having('other', 'loose');
  return loose ? { standing: 'other, perhaps', other: loose } : { standing: 'none' };
}

/** What falls in a sentence where the claim has it rise, or the other way round: "from 1,300 to 1,150" for "from 1,150 to 1,300". */
const turnedIn = (same: Amount, amount: Amount, { amounts }: Facts): Amount | undefined =>
  same.change === amount.change
    ? undefined
    : amounts.find((one) => likeness(amount, one) === 'same' && isTurned(amount, one));

/** What stands in the place of an amount where two of a kind have changed places: "by 9 votes to 15" for "by 15 votes to 9". */
function exchanged(amount: Amount, claim: Facts, sentence: Facts): Amount | undefined {
  const at = claim.amounts.indexOf(amount);
  const onlyAs = (one: Amount) => {
    const alike = sentence.amounts.filter((own) => relationOf(one, own) === 'same');
    return alike.length === 1 ? alike[0] : undefined;
  };
  const own = onlyAs(amount);
  return [claim.amounts[at - 1], claim.amounts[at + 1]]
    .flatMap((other) => {
      const there = other && likeness(amount, other) !== 'none' ? onlyAs(other) : undefined;
      if (!own || !other || !there || own === there) return [];
      const isOtherWayRound = amount.start < other.start !== own.start < there.start;
      const isSaidAlike = () => wordsBetween(claim, amount, other) === wordsBetween(sentence, own, there);
      return isOtherWayRound && isSaidAlike() ? [there] : [];
    })
    .at(0);
}

const wordsBetween = ({ text }: Facts, a: Span, b: Span): string =>
  termsOf(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start))).join(' ');

/**
 * Where a sentence has the amount of a claim for somebody whom the claim does not mean: what it has for whom it means. "$14
 * million for Diassess" is not told by "$14 million to Cue Health and $10 million to Diassess".
 */
function ownBeside(same: Amount, amount: Amount, claim: Facts, sentence: Facts): Amount | undefined {
  const meant = [termsOf(amount.holder ?? ''), claim.terms.map(({ term }) => term)];
  const alike = sentence.amounts.filter((one) => likeness(amount, one) === 'same');
  const isOf = (one: Amount, other: Amount, whom: readonly string[]) =>
    whoseOf(one, other, alike, sentence).some((term) => whom.includes(term));
  return alike.find(
    (one) =>
      relationOf(amount, one) === 'other' &&
      meant.some((whom) => isOf(one, same, whom) && !isOf(same, one, whom)),
  );
}

/** Whose an amount is, told from another one's; of one holder the names before it: `Boston is 19 hours from Chicago`. */
function whoseOf(one: Amount, other: Amount, alike: readonly Amount[], { names }: Facts): readonly string[] {
  if (one.holder !== other.holder) return termsOf(one.holder ?? '');
  const last = alike.at(-1) as Amount;
  if (names.some(({ start }) => start >= last.end)) return [];
  const from = alike.findLast(({ end }) => end <= one.start)?.end ?? 0;
  return names.flatMap(({ start, end, terms }) => (start >= from && end <= one.start ? terms : []));
}

type Likeness = 'same' | 'loose' | 'none';

/** Whether two amounts are of the same kind of thing, may be, or are not; what only one gives a rate of may be the same. */
function likeness(a: Amount, b: Amount): Likeness {
  if (isUnlike(a, b)) return 'same';
  const [one, other] = [kindOf(a), kindOf(b)];
  if (one === other && one !== '') return 'same';
  if (one === '' || other === '') return 'loose';
  if (measuredBy(a) !== measuredBy(b)) return 'none';
  return one.includes(' per ') && other.includes(' per ') ? 'same' : 'loose';
}

function compareTimes(claim: Facts, sentence: Facts, near: Near): Part {
  const differences: Difference[] = [];
  const years = claim.years.filter(({ value }) => !sentence.years.some((year) => year.value === value));
  const otherYears = sentence.years.filter(({ value }) => !claim.years.some((year) => year.value === value));
  const yearsOther = Math.min(years.length, otherYears.length);
  if (yearsOther > 0) differences.push(pair(claim, years[0], sentence, otherYears[0]));
  const clocks = claim.clocks.filter((clock) => !sentence.clocks.some((other) => isSameTime(clock, other)));
  const otherClocks = sentence.clocks.filter(
    (clock) => !claim.clocks.some((other) => isSameTime(clock, other)),
  );
  const clocksOther = Math.min(clocks.length, otherClocks.length);
  if (clocksOther > 0) differences.push(pair(claim, clocks[0], sentence, otherClocks[0]));
  return {
    signals: {
      yearsOther,
      yearsMissing: years.filter(({ value }) => !near.has(String(value))).length,
      clocksOther,
    },
    differences,
  };
}

const pair = (claim: Facts, a: Span | undefined, sentence: Facts, b: Span | undefined): Difference => ({
  claim: a ? wordsAt(claim, a) : '',
  text: b ? wordsAt(sentence, b) : '',
});

function compareNames(claim: Facts, sentence: Facts): Part {
  const own = new Set(sentence.terms.map(({ term }) => term));
  const claimed = new Set(claim.terms.map(({ term }) => term));
  const isIn = ({ terms }: Named, all: ReadonlySet<string>) => terms.some((term) => all.has(term));
  const missing = claim.names.filter((name) => !isIn(name, own));
  const others = sentence.names.filter((name) => !isIn(name, claimed));
  // Only what stands behind the same word is named: "in Washington" is no other place than "between Japan and China".
  const differences = missing.flatMap((name) => {
    const other = others.find(({ isPlace, before }) => isPlace && before === name.before);
    return name.isPlace && other ? [pair(claim, name, sentence, other)] : [];
  });
  return { signals: { namesMissing: missing.length }, differences };
}

/** How far before a word, and behind it, a negation may stand to turn it around, in tokens: "did not really want", "knows no". */
const REACH_BEFORE = 4;
const REACH_BEHIND = 2;

function compareWords(claim: Facts, sentence: Facts, near: Near): Part {
  const claimed = [...new Set(claim.terms.map(({ term }) => term))];
  const opposed = oppositesOf(claim, sentence);
  const days = opposed.filter(({ claim: { word } }) => WEEKDAYS.has(word) || MONTHS.has(word));
  const covered = claimed.filter((term) => near.has(term));
  return {
    signals: {
      daysOther: days.length,
      opposites: opposed.length - days.length,
      negatedOnce: Number(isNegatedOnce(claimed, claim, sentence)),
      coveredNear: claimed.length === 0 ? 0 : covered.length / claimed.length,
    },
    differences: opposed.map((found) => pair(claim, found.claim, sentence, found.text)),
  };
}

/** Whether of the words that both have, at least half are negated in the one and not in the other. */
function isNegatedOnce(claimed: readonly string[], claim: Facts, sentence: Facts): boolean {
  const here = negatedIn(claim);
  const there = negatedIn(sentence);
  const shared = claimed.filter((term) => there.has(term));
  const turned = shared.filter((term) => !here.get(term)?.some((one) => there.get(term)?.includes(one)));
  return turned.length > 0 && 2 * turned.length >= shared.length;
}

/** For each term of a sentence, whether it is negated at each place where it stands; twice is not at all. */
function negatedIn({ terms, negations }: Facts): ReadonlyMap<string, readonly boolean[]> {
  const places = new Map<string, boolean[]>();
  for (const { term, at } of terms) {
    const around = negations.filter((one) => at - one <= REACH_BEFORE && one - at <= REACH_BEHIND);
    places.set(term, [...(places.get(term) ?? []), around.length % 2 === 1]);
  }
  return places;
}

/** Words of a claim for which a sentence has one that excludes it, where neither has the other's. */
function oppositesOf(claim: Facts, sentence: Facts): { claim: Sided; text: Sided }[] {
  return claim.sided.flatMap((word) => {
    const text = sentence.sided.find((other) => excludes(word, other));
    if (!text) return [];
    const isThere =
      sentence.sided.some((other) => agrees(word, other)) || claim.sided.some((other) => agrees(text, other));
    return isThere ? [] : [{ claim: word, text }];
  });
}

const excludes = (a: Sided, b: Sided): boolean =>
  a.sides.some(({ group, side }) => b.sides.some((other) => other.group === group && other.side !== side)) &&
  !agrees(a, b);

const agrees = (a: Sided, b: Sided): boolean =>
  a.sides.some(({ group, side }) => b.sides.some((other) => other.group === group && other.side === side));
