/*
 * What to say to a claim: the one place that decides.
 */

import { type Candidate, speaks } from './candidates.js';
import type { Signal } from './compare.js';

/** What the texts say to a claim: they say it, they say otherwise, or nothing on it that is sure enough. */
export type Verdict = 'supported' | 'differs' | 'nothing';

/** What is said, how sure that is, and the sentence that it is about, which without a verdict is the closest. */
export interface Decision {
  readonly verdict: Verdict;
  /** Probability, 0…1, that the verdict is right. */
  readonly confidence: number;
  readonly chosen: Candidate | null;
}

/** What the decision weighs of a sentence, each in logits times its weight. */
export type Feature = Signal | 'bias' | 'support' | 'differ' | 'cosine' | 'others';

/**
 * The weight of each feature for "it supports the claim" and for "it differs", against "it says nothing of it". Those of what
 * is rare in the rows that they were fitted on are set by hand: another number, year or time of day is no support.
 */
export const WEIGHTS: Readonly<Partial<Record<Feature, readonly [number, number]>>> = {
  bias: [-0.9, -0.9],
  support: [0.6, 0.2],
  differ: [0.3, 0.55],
  others: [-0.35, -0.4],
  amountsSame: [1.2, 0.3],
  amountsOther: [-3, 1.5],
  amountsOtherLoose: [-1, 0.5],
  numbersMissing: [-1.5, 0.1],
  yearsOther: [-3, 1.7],
  yearsMissing: [-1.5, -0.5],
  clocksOther: [-3, 1.6],
  namesMissingNear: [-1, -0.4],
  opposites: [-0.6, 1.1],
  turnedTwice: [0.7, -0.9],
  coveredBack: [1, 0.7],
  covered: [0, 0.8],
};

/** From this probability on a claim is called supported, */
const SUPPORTED = 0.6;

/** and from this one a text is said to differ. */
const DIFFERS = 0.6;

/** A sentence is shown as the closest when it speaks to the claim with this probability. */
const CLOSEST = 0.3;

/** Logits beyond this tell no more. */
const MOST_LOGITS = 8;

/** What is weighed of a sentence among those that were read for a claim. */
export function featuresOf(one: Candidate, all: readonly Candidate[]): Readonly<Record<Feature, number>> {
  const others = all.filter((other) => other !== one).map(speaks);
  const bounded = (logit: number) => Math.max(-MOST_LOGITS, Math.min(MOST_LOGITS, logit));
  return {
    ...one.compared.signals,
    bias: 1,
    support: bounded(one.support),
    differ: bounded(one.differ),
    cosine: one.cosine,
    others: bounded(Math.max(-MOST_LOGITS, ...others)),
  };
}

/** Probabilities that a sentence supports a claim and that it differs, from its features. */
export function probabilitiesOf(features: Readonly<Record<Feature, number>>): readonly [number, number] {
  const logits = [0, 1].map((side) =>
    Object.entries(WEIGHTS).reduce(
      (sum, [name, weight]) => sum + (weight[side] as number) * features[name as Feature],
      0,
    ),
  );
  const most = Math.max(0, ...logits);
  const [none, supports, differs] = [0, ...logits].map((logit) => Math.exp(logit - most)) as [
    number,
    number,
    number,
  ];
  const sum = none + supports + differs;
  return [supports / sum, differs / sum];
}

/** What the sentences that were read for a claim say to it. */
export function decide(candidates: readonly Candidate[]): Decision {
  const judged = candidates.map((chosen) => {
    const [supports, differs] = probabilitiesOf(featuresOf(chosen, candidates));
    return { chosen, supports, differs };
  });
  const best = (of: (one: (typeof judged)[number]) => number) => [...judged].sort((a, b) => of(b) - of(a))[0];
  const supporting = best(({ supports }) => supports);
  const differing = best(({ differs }) => differs);
  if (!supporting || !differing) return { verdict: 'nothing', confidence: 1, chosen: null };
  if (supporting.supports >= SUPPORTED && supporting.supports >= differing.differs)
    return { verdict: 'supported', confidence: supporting.supports, chosen: supporting.chosen };
  if (differing.differs >= DIFFERS)
    return { verdict: 'differs', confidence: differing.differs, chosen: differing.chosen };
  const closest = best(({ supports, differs }) => supports + differs) ?? supporting;
  const speaking = closest.supports + closest.differs;
  return {
    verdict: 'nothing',
    confidence: 1 - speaking,
    chosen: speaking >= CLOSEST ? closest.chosen : null,
  };
}
