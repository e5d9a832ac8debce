import { canonicalTerms } from './counted.js';
import type { Figure } from './figure.js';

/** Questions for a number of something. */
const ASKS_FOR_A_NUMBER = /\bhow (?:many|much)\b|\bnumber of\b/i;

/**
 * Which of a sentence's figures a question is after: it counts what is asked, and fits the rest of the question
 * best; the first of equals. `null` when the question asks for no number, or no figure counts that.
 */
export function figureAsked(question: string, figures: readonly Figure[]): Figure | null {
  if (!ASKS_FOR_A_NUMBER.test(question)) return null;
  const asked = new Set(canonicalTerms(question));
  const shared = (text: string) => canonicalTerms(text).filter((term) => asked.has(term)).length;
  const counting = figures.filter(({ of, unit }) => shared(`${of ?? ''} ${unit}`) > 0);
  const fitness = ({ of, unit, holder, scope, time }: Figure) =>
    shared([of, unit, holder, scope, time].filter(Boolean).join(' '));
  return counting.sort((a, b) => fitness(b) - fitness(a))[0] ?? null;
}
