import { RELATION_WEIGHT } from '../question.js';
import type { Feature } from './feature.js';

/** Whether the words of the question stand in the sentence as they stand in the question. */

/** Share of the neighbouring concepts of the question that stand next to one another in the sentence too. */
export const bigrams: Feature = ({ question, own }) => {
  const pairs = question.concepts.length - 1;
  if (pairs < 1) return 0;
  let found = 0;
  for (let i = 1; i < own.hits.length; i++) {
    const a = own.hits[i - 1] as { token: number; concept: number };
    const b = own.hits[i] as { token: number; concept: number };
    if (b.concept === a.concept + 1 && b.token - a.token <= 3) found++;
  }
  return Math.min(1, found / pairs);
};

/** Share of the question's word pairs, stop words included, that the sentence has side by side. */
export const exactPairs: Feature = ({ question: { forms }, wording }) =>
  forms.length < 2 ? 0 : Math.min(1, wording.pairs / (forms.length - 1));

/** Number of its word triples that the sentence has side by side, at most 4. */
export const exactTriples: Feature = ({ wording }) => Math.min(4, wording.triples);

/** Idf of the heaviest run of words that stands in both. */
export const heaviestRun: Feature = ({ wording }) => wording.heaviestRun;

/** Idf-weighted share of all words of the question, stop words included, that the sentence holds as they are. */
export const wordShare: Feature = ({ question: { formWeights }, wording }) =>
  wording.weight / (formWeights.reduce((sum, weight) => sum + weight, 0) || 1);

/** Idf of the stop words in both. */
export const stopWords: Feature = ({ wording }) => wording.stopWords;

/** Longest common subsequence of question and sentence over concepts, as a share of the concepts. */
export const inOrder: Feature = ({ question, own }) => {
  const size = question.concepts.length;
  const best = question.concepts.map(() => 0);
  for (const { concept } of own.hits) {
    let before = 0;
    for (let c = 0; c < concept; c++) before = Math.max(before, best[c] as number);
    best[concept] = Math.max(best[concept] as number, before + 1);
  }
  return size === 0 ? 0 : Math.max(...best) / size;
};

/** How close together the matched words stand: their number against the words they are spread over. */
export const density: Feature = ({ own: { hits } }) => {
  const first = hits[0]?.token ?? 0;
  const last = hits.at(-1)?.token ?? 0;
  return hits.length < 2 ? 0 : hits.length / (last - first + 1);
};

/** How far into the sentence the first matched word stands, and how far from its end the last one, as shares of it. */
export const firstHit: Feature = ({ own, sentence }) =>
  own.hits.length === 0 ? 1 : ((own.hits[0]?.token ?? 0) - sentence.firstToken) / own.length;
export const lastHit: Feature = ({ own, sentence }) =>
  own.hits.length === 0 ? 1 : (sentence.endToken - (own.hits.at(-1)?.token ?? 0)) / own.length;

/** Words of a clause, more or less. */
const CLAUSE = 12;

/** Soft share of the question in the best clause. */
export const clauseCoverage: Feature = ({ own: { hits }, question: { concepts, weight } }) => {
  let best = 0;
  const held = concepts.map(() => 0);
  for (const [from, first] of hits.entries()) {
    held.fill(0);
    for (let h = from; h < hits.length && (hits[h]?.token ?? 0) - first.token < CLAUSE; h++) {
      const { concept, relation } = hits[h] as (typeof hits)[number];
      held[concept] = Math.max(held[concept] as number, RELATION_WEIGHT[relation] as number);
    }
    best = Math.max(
      best,
      held.reduce((sum, closeness, c) => sum + closeness * (concepts[c]?.idf ?? 0), 0),
    );
  }
  return best / (weight || 1);
};
