import type { IndexedSentence, TextIndex } from '../search/text-index.js';
import { NO_TERM } from '../search/token-store.js';
import type { Question } from './question.js';

/** What a sentence has in common with the question word for word, stop words included. */
export interface Wording {
  /** Idf of the different words of the question that stand in the sentence. */
  readonly weight: number;
  /** Idf of the stop words among them. */
  readonly stopWords: number;
  /** Idf of the heaviest run of words that stands in both. */
  readonly heaviestRun: number;
  /** Number of pairs, and of triples, of neighbouring words that stand in both. */
  readonly pairs: number;
  readonly triples: number;
}

/** Reads a sentence for the very words of the question. */
export function wordingOf(
  { forms, formWeights }: Question,
  { tokens }: TextIndex,
  { firstToken, endToken }: IndexedSentence,
): Wording {
  const seen = new Set<number>();
  let runs = NO_RUNS;
  let weight = 0;
  let stopWords = 0;
  let heaviestRun = 0;
  let pairs = 0;
  let triples = 0;
  for (let token = firstToken; token < endToken; token++) {
    const form = tokens.form(token);
    const first = forms.indexOf(form);
    if (first < 0) {
      runs = NO_RUNS;
      continue;
    }
    if (!seen.has(form)) {
      seen.add(form);
      weight += formWeights[first] as number;
      if (tokens.term(token) === NO_TERM) stopWords += formWeights[first] as number;
    }
    runs = runsEndingWith(form, first, forms, formWeights, runs);
    const longest = runs.reduce((most, { length }) => Math.max(most, length), 0);
    if (longest > 1) pairs++;
    if (longest > 2) triples++;
    for (const run of runs) heaviestRun = Math.max(heaviestRun, run.weight);
  }
  return { weight, stopWords, heaviestRun, pairs, triples };
}

/** A run of words that ends at a position of the question and at the current word of the sentence. */
interface Run {
  readonly end: number;
  readonly length: number;
  readonly weight: number;
}

const NO_RUNS: readonly Run[] = [];

function runsEndingWith(
  form: number,
  first: number,
  forms: readonly number[],
  weights: readonly number[],
  before: readonly Run[],
): Run[] {
  const runs: Run[] = [];
  for (let end = first; end >= 0; end = forms.indexOf(form, end + 1)) {
    const shorter = before.find((run) => run.end === end - 1);
    runs.push({
      end,
      length: (shorter?.length ?? 0) + 1,
      weight: (shorter?.weight ?? 0) + (weights[end] as number),
    });
  }
  return runs;
}
