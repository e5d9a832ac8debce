import { Kind } from './evidence.js';
import * as context from './features/context.js';
import * as coverage from './features/coverage.js';
import type { Feature } from './features/feature.js';
import * as meaning from './features/meaning.js';
import * as offer from './features/offer.js';
import * as order from './features/order.js';
import * as position from './features/position.js';
import * as topic from './features/topic.js';
import { AnswerType } from './question-type.js';
import type { View } from './view.js';

/** Whether the question is of a type. */
const isType = Object.entries(AnswerType).map(([name, type]): [string, Feature] => [
  `is_${name}`,
  ({ question }) => (question.type === type ? 1 : 0),
]);

/** How close a new word of a kind is to how much of the question. */
const kindNear = Object.entries(Kind).map(([name, kind]): [string, Feature] => [
  `near_${name}`,
  ({ evidence }) => evidence.closeness[kind] as number,
]);

const FEATURES: readonly [string, Feature][] = [
  ...Object.entries({ ...context, ...coverage, ...meaning, ...offer, ...order, ...position, ...topic }).sort(
    ([a], [b]) => (a < b ? -1 : 1),
  ),
  ...isType,
  ...kindNear,
];

/** Features whose distance to the best candidate's tells more than their value. */
const COMPARED: readonly string[] = [
  'bm25Own',
  'bm25Passage',
  'bm25Article',
  'bm25All',
  'stemCoverage',
  'softCoverage',
  'localCoverage',
  'localSoftCoverage',
  'windowCoverage',
  'localWindowCoverage',
  'passageCoverage',
  'exactPairs',
  'formCoverage',
  'familyCoverage',
  'expectedNear',
  'expectedClose',
  'density',
  'inOrder',
  'meaningCoverage',
  'meaningOfFocus',
  'meaningOfMissing',
  'meaningOfNouns',
  'meaningOfVerbs',
  'wordShare',
  'heaviestRun',
  'clauseCoverage',
  'reachBack',
  'reachAhead',
  'restCoverage',
  'restNear',
  'restMeaning',
  'topicHere',
  'localMeaning',
] satisfies (
  | keyof typeof context
  | keyof typeof coverage
  | keyof typeof meaning
  | keyof typeof offer
  | keyof typeof order
  | keyof typeof topic
)[];

/** In the order of the columns of `featureRows`. */
export const FEATURE_NAMES: readonly string[] = [
  ...FEATURES.map(([name]) => name),
  ...COMPARED.map((name) => `gap_${name}`),
  ...COMPARED.map((name) => `lead_${name}`),
];

const COMPARED_COLUMNS = COMPARED.map((name) => FEATURE_NAMES.indexOf(name));

/**
 * One row per candidate. The last columns are how far each compared feature is below the best candidate's, and
 * below or above the best other candidate of the same passage.
 */
export function featureRows(views: readonly View[]): Float32Array[] {
  const rows = views.map((view) => {
    const row = new Float32Array(FEATURE_NAMES.length);
    for (let f = 0; f < FEATURES.length; f++) row[f] = (FEATURES[f] as [string, Feature])[1](view);
    return row;
  });
  const passages = new Map<number, number[]>();
  for (const [i, { sentence }] of views.entries()) {
    const members = passages.get(sentence.passage);
    if (members) members.push(i);
    else passages.set(sentence.passage, [i]);
  }
  const all = [...rows.keys()];
  for (const [f, column] of COMPARED_COLUMNS.entries()) {
    compare(rows, all, column, FEATURES.length + f, false);
    for (const members of passages.values()) {
      compare(rows, members, column, FEATURES.length + COMPARED.length + f, true);
    }
  }
  return rows;
}

/** Writes into column `to` how far column `from` is from the best of the members (of the others, when `lead`). */
function compare(
  rows: readonly Float32Array[],
  members: readonly number[],
  from: number,
  to: number,
  lead: boolean,
) {
  let best = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const i of members) {
    const value = (rows[i] as Float32Array)[from] as number;
    if (value > best) [best, second] = [value, best];
    else if (value > second) second = value;
  }
  if (second === Number.NEGATIVE_INFINITY) second = 0;
  for (const i of members) {
    const row = rows[i] as Float32Array;
    const value = row[from] as number;
    row[to] = value - (lead && value === best ? second : best);
  }
}
