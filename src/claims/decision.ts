/*
 * What to say to a claim: the one place that decides.
 */

import type { Candidate } from './candidates.js';
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
export type Feature = Signal | 'bias' | 'support' | 'differ';

type Features = Readonly<Record<Feature, number>>;

/**
 * The weight of each feature for "it supports the claim" and for "it differs", against "it says nothing of it". The first
 * five are fitted (`npm run bench -- claim-weights`); the others are rare in the rows for that and set by hand: another
 * number, year, day or time of day is no support.
 */
export const WEIGHTS: Readonly<Record<Feature, readonly [number, number]>> = {
  bias: [-0.1, -1.6],
  support: [0.6, 0.2],
  differ: [0.05, 0.6],
  coveredNear: [-0.3, 1.45],
  namesMissing: [-0.9, -0.5],
  amountsSame: [0.7, -0.7],
  amountsOther: [-6, 1],
  amountsOtherLoose: [-3, 1],
  amountsUntold: [-6, 0],
  yearsOther: [-6, 1.5],
  yearsMissing: [-2, -0.3],
  clocksOther: [-6, 1.5],
  daysOther: [-4, 1.2],
  opposites: [-1, 0.9],
  negatedOnce: [-0.8, 0.5],
};

/** From this probability on a claim is called supported, */
const SUPPORTED = 0.57;

/** from this one a text is said to differ, where what differs can be named, */
const DIFFERS = 0.6;

/** and from this one where it cannot. */
const DIFFERS_UNNAMED = 0.75;

/** A sentence with the claim's own number that supports it so much by itself does, whatever number another text has. */
const ALONE = 0.8;

/** A sentence is shown as the closest when it speaks to the claim with this probability. */
const CLOSEST = 0.3;

/** Logits beyond this tell no more. */
const MOST_LOGITS = 8;

/** What is weighed of a sentence. */
export function featuresOf({ support, differ, compared }: Candidate): Features {
  const bounded = (logit: number) => Math.max(-MOST_LOGITS, Math.min(MOST_LOGITS, logit));
  return { ...compared.signals, bias: 1, support: bounded(support), differ: bounded(differ) };
}

/** What a sentence adds to "supported" and to "differs", as powers of e; "nothing" has 1 for all sentences together. */
function powersOf(features: Features): readonly [number, number] {
  const logit = (side: 0 | 1) =>
    Object.entries(WEIGHTS).reduce(
      (sum, [name, weight]) => sum + weight[side] * features[name as Feature],
      0,
    );
  return [Math.exp(logit(0)), Math.exp(logit(1))];
}

interface Judged {
  readonly one: Candidate;
  readonly powers: readonly [support: number, differ: number];
}

/** The chances that the sentences together support a claim and that they differ. */
interface Chances {
  readonly supports: number;
  readonly differs: number;
}

/**
 * What the sentences that were read for a claim say to it.
 *
 * @param isReadWhole whether the network has read all of the claim; of a part nothing can be said.
 */
export function decide(candidates: readonly Candidate[], isReadWhole = true): Decision {
  const judged = candidates.map((one) => ({ one, powers: powersOf(featuresOf(one)) }));
  const chances = chancesOf(judged);
  const decided = isReadWhole ? (supportIn(judged, chances) ?? differenceIn(judged, chances)) : null;
  return decided ?? closestOf(judged, chances);
}

function chancesOf(judged: readonly Judged[]): Chances {
  const sum = (side: 0 | 1) => judged.reduce((all, { powers }) => all + powers[side], 0);
  const [support, differ] = [sum(0), sum(1)];
  const all = 1 + support + differ;
  return { supports: support / all, differs: differ / all };
}

function supportIn(judged: readonly Judged[], { supports, differs }: Chances): Decision | null {
  if (supports >= SUPPORTED && supports >= differs)
    return { verdict: 'supported', confidence: supports, chosen: most(judged, ({ powers }) => powers[0]) };
  const alone = judged.find(
    (one) => one.one.compared.signals.amountsSame > 0 && chancesOf([one]).supports >= ALONE,
  );
  return alone ? { verdict: 'supported', confidence: chancesOf([alone]).supports, chosen: alone.one } : null;
}

function differenceIn(judged: readonly Judged[], { differs }: Chances): Decision | null {
  const chosen = most(judged, ({ powers }) => powers[1]);
  const isNamed = chosen !== null && chosen.compared.differences.length > 0;
  return differs >= (isNamed ? DIFFERS : DIFFERS_UNNAMED)
    ? { verdict: 'differs', confidence: differs, chosen }
    : null;
}

function closestOf(judged: readonly Judged[], { supports, differs }: Chances): Decision {
  const isClose = supports + differs >= CLOSEST;
  const chosen = isClose ? most(judged, ({ powers: [support, differ] }) => support + differ) : null;
  return { verdict: 'nothing', confidence: 1 - supports - differs, chosen };
}

/** The sentence of which there is most. */
const most = (judged: readonly Judged[], of: (one: Judged) => number): Candidate | null =>
  judged.reduce<Judged | null>((a, b) => (a && of(a) >= of(b) ? a : b), null)?.one ?? null;
