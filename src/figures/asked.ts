import { canonicalTerms } from './counted.js';
import type { Figure } from './figure.js';

/** Whether a question is for a number of something. */
export const asksForNumber = (question: string): boolean =>
  /\bhow (?:many|much)\b|\bnumber of\b/i.test(question);

/**
 * Which of a sentence's figures a question for a number is after: it counts what is asked, and fits the rest of the
 * question best; the first of equals. `null` when no figure counts that.
 */
export function figureAsked<T extends Figure>(question: string, figures: readonly T[]): T | null {
  const asked = new Set(canonicalTerms(question));
  const shared = (text: string) => canonicalTerms(text).filter((term) => asked.has(term)).length;
  const counting = figures.filter(({ of, unit }) => shared(`${of ?? ''} ${unit}`) > 0);
  const fitness = ({ of, unit, holder, scope, time }: Figure) =>
    shared([of, unit, holder, scope, time].filter(Boolean).join(' '));
  return counting.sort((a, b) => fitness(b) - fitness(a))[0] ?? null;
}
