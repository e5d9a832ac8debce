import { readFileSync } from 'node:fs';
import type { IndexedSentence, TextIndex } from '../search/text-index.js';
import { candidatesOf } from './candidates.js';
import { featureRows } from './features.js';
import type { Question } from './question.js';
import { evaluate, type Forest } from './trees.js';
import type { View } from './view.js';

/** A candidate with its features and the ranker's score. */
export interface Ranked {
  readonly sentence: IndexedSentence;
  readonly row: Float32Array;
  readonly score: number;
}

/** The trees that rank, by the features of `features.ts`; fitted by `npm run train`. */
export const RANKER: Forest = loadForest('ranker.weights.json');

/** The sentences that may answer, best first; of one article or of some passages only if they are given. */
export function rank(
  question: Question,
  index: TextIndex,
  article: number | null,
  passages: readonly number[] | null = null,
): Ranked[] {
  return order(candidatesOf(question, index, article, passages), RANKER);
}

/** Orders candidates by what the forest says; equal ones stay as they are. */
export function order(views: readonly View[], forest: Forest): Ranked[] {
  return featureRows(views)
    .map((row, i) => ({ sentence: (views[i] as View).sentence, row, score: evaluate(forest, row) }))
    .sort((a, b) => b.score - a.score);
}

/** Reads a weights file of this folder. */
export function loadForest(file: string): Forest {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Forest;
}
