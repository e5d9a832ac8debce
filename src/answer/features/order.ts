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
export const exactPairs: Feature = ({ question: { forms }, index: { tokens }, sentence }) => {
  if (forms.length < 2) return 0;
  let found = 0;
  for (let token = sentence.firstToken + 1; token < sentence.endToken; token++) {
    const at = forms.indexOf(tokens.form(token));
    if (at > 0 && forms[at - 1] === tokens.form(token - 1)) found++;
  }
  return Math.min(1, found / (forms.length - 1));
};

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
