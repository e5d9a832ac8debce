/*
 * Whether to answer: the one place that decides. The weights and thresholds below were fitted on rows of texts that the
 * reader was not trained on (`npm run bench -- decision ROWS`, docs/answering.md).
 */

import type { Missing } from './missing.js';

/** What is known of a ranking. */
export interface Evidence {
  /** The scores of all sentences that were read, best first: logits against "none of these" at 0. */
  readonly scores: readonly number[];
  readonly missing: Missing;
}

/** What a reply may say of the first sentence. */
export type Outcome = 'says' | 'closest' | 'silent';

/** From this probability on the texts "say" it: more often right than wrong. */
const SAYS = 0.5;

/** Below this one nothing is answered. */
const CLOSEST = 0.35;

/** A logistic regression over `evidenceTerms`; each weight is a logit. */
const WEIGHTS: Readonly<Record<keyof ReturnType<typeof evidenceTerms>, number>> = {
  bias: 0,
  first: 1,
  any: 0,
  missingNumbers: -1,
  missingNames: -0.5,
};

/** What the regression weighs: how far the first sentence lies above all others, how much answers at all, what is missing. */
export function evidenceTerms({ scores, missing }: Evidence) {
  const [best = Number.NEGATIVE_INFINITY, ...others] = scores;
  return {
    bias: 1,
    first: best - logSum([0, ...others]),
    any: logSum(scores),
    missingNumbers: missing.numbers,
    missingNames: missing.names,
  };
}

/** Probability, 0…1, that the first sentence answers. */
export function confidenceOf(evidence: Evidence): number {
  const terms = Object.entries(evidenceTerms(evidence));
  return sigmoid(terms.reduce((sum, [name, term]) => sum + WEIGHTS[name as keyof typeof WEIGHTS] * term, 0));
}

/** What may be said of a first sentence with that probability. */
export function outcomeOf(confidence: number): Outcome {
  if (confidence < CLOSEST) return 'silent';
  return confidence < SAYS ? 'closest' : 'says';
}

/** Log of the sum of the exponentials; the largest is taken out, so that none overflows. */
function logSum(logits: readonly number[]): number {
  const most = Math.max(...logits);
  return most + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0));
}

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));
