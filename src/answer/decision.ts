/*
 * Whether to answer: the one place that decides. Weights and thresholds were chosen on 2,153 questions about 72 texts that
 * were held back (`npm run bench -- weights SET…`), cross-validated by text. Of the questions that the texts answer, from a
 * confidence of 0.38 on 49 % are answered right and 16 % wrong, and 79 % of the near misses are declined; from 0.33 it is
 * 52, 20 and 75, from 0.43 it is 45, 13 and 82. The expected calibration error is 0.014.
 */

import type { Missing } from './missing.js';

/** What is known of a ranking. */
export interface Evidence {
  /** The scores of all sentences that were read, best first: logits against "none of these" at 0. */
  readonly scores: readonly number[];
  readonly missing: Missing;
  /** Whether the text asks the question itself right above the first sentence. */
  readonly isAskedAbove: boolean;
  /** Whether somebody's words are asked for, whatever they are on, and the first sentence quotes some. */
  readonly isTheirs: boolean;
  /** Whether the first sentence gives a number, or words, that were asked for, but of somebody else. */
  readonly isAnothers: boolean;
  /** Whether a time is asked for, and the first sentence tells none. */
  readonly isTimeless: boolean;
}

/** What a reply may say of the first sentence. */
export type Outcome = 'says' | 'closest' | 'silent';

/** From this probability on the texts "say" it: three times in four it is right. */
export const SAYS = 0.54;

/** Below this one nothing is answered: three near misses in four are declined. */
export const CLOSEST = 0.38;

/**
 * From this one on another text than the one of the card answers a reply in which the bot is not named. Of 28 replies of the
 * development set that another text answered below it, none was answered right; of seven above it, five.
 */
export const SURE_ELSEWHERE = 0.7;

/** What the decision weighs, each in logits times its weight. */
export type Signals = Readonly<
  Record<'bias' | 'first' | 'numbers' | 'years' | 'names' | 'asked' | 'others', number>
>;

/**
 * A logistic regression. The first two are fitted; how much is answered at all, the cosine and the share of words that
 * stand there were tried beside them and brought nothing. The others are too rare in those rows to be fitted and are set by
 * hand: asked for a year or a name that the texts do not have, a near miss is worse than a missed answer; a number or words of
 * somebody else are no answer, nor is to "when" what tells no time; and what a text itself says below the very question is
 * said, as is what somebody is quoted with whose words are asked for.
 */
export const WEIGHTS: Signals = {
  bias: 0.069,
  first: 0.644,
  numbers: -0.5,
  years: -3,
  names: -4,
  asked: 3,
  others: -4,
};

/** How far the first sentence lies above all others and "none of these", what is missing where it stands and what is asked there. */
export function signalsOf(evidence: Evidence): Signals {
  const { scores, missing, isAskedAbove, isTheirs, isAnothers, isTimeless } = evidence;
  const [best = Number.NEGATIVE_INFINITY, ...others] = scores;
  return {
    bias: 1,
    first: best - logSum([0, ...others]),
    ...missing,
    asked: Number(isAskedAbove || isTheirs),
    others: Number(isAnothers || isTimeless),
  };
}

/** Probability, 0…1, that the first sentence answers. */
export function confidenceOf(evidence: Evidence): number {
  const signals = signalsOf(evidence);
  const names = Object.keys(WEIGHTS) as (keyof Signals)[];
  return sigmoid(names.reduce((sum, name) => sum + WEIGHTS[name] * signals[name], 0));
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
