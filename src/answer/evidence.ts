import type { FoundWindow } from '../search/finder.js';
import { isAskedAbove } from './asked-above.js';
import type { Evidence } from './decision.js';
import { missingIn } from './missing.js';
import type { Question } from './question.js';
import type { ReadSentence } from './reading.js';
import { toldOf } from './whose.js';

/** The sentences that were read in the order in which they answer, and what is known of that; `null` where there are none. */
export interface Weighed {
  readonly read: readonly ReadSentence[];
  readonly evidence: Evidence | null;
}

/**
 * What a decision is made by.
 *
 * @param ranked the sentences that were read, best first.
 * @param found the windows that they stand in.
 */
export function weighed(
  question: Question,
  ranked: readonly ReadSentence[],
  found: readonly FoundWindow[],
): Weighed {
  const { read, isAnothers } = toldOf(question, ranked);
  const [first] = read;
  if (!first) return { read, evidence: null };
  const evidence = {
    scores: ranked.map(({ score }) => score),
    missing: missingIn(question, first, found),
    isAskedAbove: isAskedAbove(question, first),
    isAnothers,
  };
  return { read, evidence };
}
