import { FEATURE_NAMES } from './features.js';
import { loadForest, type Ranked } from './ranker.js';
import { evaluate, type Forest } from './trees.js';

/**
 * Both read `confidenceRow`; fitted by `npm run train`, the first on questions that the texts are about only, some of
 * which they do not answer.
 */
export const RIGHT: Forest = loadForest('right.weights.json');
export const RELEVANCE: Forest = loadForest('relevance.weights.json');

/** How sure the first of the ranked sentences is. */
export interface Judgement {
  /** Probability that it answers, 0…1. */
  readonly confidence: number;
  /** Probability that the corpus is about the question at all, 0…1. */
  readonly relevance: number;
}

/** Judges a ranking: the first answers if the corpus is about the question and, given that, if it is right. */
export function judge(ranked: readonly Ranked[]): Judgement {
  if (ranked.length === 0) return { confidence: 0, relevance: 0 };
  const row = confidenceRow(ranked);
  const relevance = sigmoid(evaluate(RELEVANCE, row));
  return { confidence: relevance * sigmoid(evaluate(RIGHT, row)), relevance };
}

export const sigmoid = (score: number): number => 1 / (1 + Math.exp(-score));

type Signal = (ranked: readonly Ranked[], shares: readonly number[]) => number;

const first = (ranked: readonly Ranked[]): Ranked => ranked[0] as Ranked;

/** The ranker's probability of the first candidate. */
const firstShare: Signal = (_, shares) => shares[0] ?? 0;
/** How far the second is behind. */
const margin: Signal = (ranked) => first(ranked).score - (ranked[1]?.score ?? first(ranked).score - 5);
/** Undecidedness of the ranker over all candidates. */
const entropy: Signal = (_, shares) => -shares.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0);
/** Probability that the ranker gives to the first candidate's article, */
const articleShare: Signal = (ranked, shares) => shareOf(ranked, shares, ({ article }) => article);
/** and to its passage. */
const passageShare: Signal = (ranked, shares) => shareOf(ranked, shares, ({ passage }) => passage);
/** The first candidate's score as it is. */
const firstScore: Signal = (ranked) => first(ranked).score;
/** Number of candidates. */
const candidates: Signal = (ranked) => ranked.length;

function shareOf(
  ranked: readonly Ranked[],
  shares: readonly number[],
  key: (sentence: Ranked['sentence']) => number,
): number {
  const wanted = key(first(ranked).sentence);
  return ranked.reduce(
    (sum, { sentence }, i) => sum + (key(sentence) === wanted ? (shares[i] as number) : 0),
    0,
  );
}

const SIGNALS: readonly Signal[] = [
  firstShare,
  margin,
  entropy,
  articleShare,
  passageShare,
  firstScore,
  candidates,
];

/** Columns of `confidenceRow`: signals of the ranking, then the features of the first candidate. */
export const SIGNAL_NAMES: readonly string[] = [...SIGNALS.map(({ name }) => name), ...FEATURE_NAMES];

/** What tells whether the first of the ranked sentences answers. */
export function confidenceRow(ranked: readonly Ranked[]): number[] {
  const best = first(ranked);
  const odds = ranked.map(({ score }) => Math.exp(score - best.score));
  const all = odds.reduce((sum, odd) => sum + odd, 0);
  const shares = odds.map((odd) => odd / all);
  return [...SIGNALS.map((signal) => signal(ranked, shares)), ...Array.from(best.row)];
}
