import { canonicalTerms } from './counted.js';
import type { Figure } from './figure.js';
import { CURRENCY_NAMES } from './tables/currencies.js';

const MONEY: ReadonlySet<string> = new Set(CURRENCY_NAMES.values());

/** Questions for a measure that they do not name, and whether a unit is one. */
const MEASURES: readonly (readonly [RegExp, (unit: string) => boolean])[] = [
  [
    /\bhow (?:much|expensive)\b|\b(?:cost|price|fee|pay|paid|salary|fine|budget)s?\b/i,
    (unit) => MONEY.has(unit.split(' per ')[0] as string),
  ],
  [/\bwhat (?:percentage|per ?cent|share|proportion)\b/i, (unit) => unit === 'percentage'],
  [/\bhow old\b|\bwhat age\b/i, (unit) => unit === 'year of age'],
];

const COUNT = /\bhow (?:many|much)\b|\bnumber of\b/i;

/** Whether a question is for a number of something. */
export const asksForNumber = (question: string): boolean =>
  COUNT.test(question) || MEASURES.some(([asking]) => asking.test(question));

/**
 * Which of a sentence's figures a question for a number is after: it counts what is asked, and fits the rest of the
 * question best, the first of equals; else it is the only one of the measure that is asked for. `null` when there is none.
 */
export function figureAsked<T extends Figure>(question: string, figures: readonly T[]): T | null {
  const asked = new Set(canonicalTerms(question));
  const shared = (text: string) => canonicalTerms(text).filter((term) => asked.has(term)).length;
  const counting = figures.filter(({ of, unit }) => shared(`${of ?? ''} ${unit}`) > 0);
  const fitness = ({ of, unit, holder, scope, time }: Figure) =>
    shared([of, unit, holder, scope, time].filter(Boolean).join(' '));
  const best = COUNT.test(question) ? counting.sort((a, b) => fitness(b) - fitness(a))[0] : undefined;
  return best ?? onlyMeasured(question, figures);
}

/** The figure of the measure that a question asks for, where it is the only one. */
function onlyMeasured<T extends Figure>(question: string, figures: readonly T[]): T | null {
  const [, isMeasured] = MEASURES.find(([asking]) => asking.test(question)) ?? [];
  const [only, ...others] = isMeasured ? figures.filter(({ unit }) => isMeasured(unit)) : [];
  return only && others.length === 0 ? only : null;
}
