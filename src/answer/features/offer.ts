import { EXPECTED, FAR } from '../evidence.js';
import { Relation } from '../question.js';
import { AnswerType } from '../question-type.js';
import type { Feature } from './feature.js';

/** What the sentence offers as an answer. */

/** Number of words of the kind that the question asks for and does not hold itself, at most 3. */
export const expectedCount: Feature = ({ question, evidence }) => {
  const kinds = EXPECTED[question.type] ?? [];
  return Math.min(
    3,
    kinds.reduce((sum, kind) => sum + (evidence.counts[kind] as number), 0),
  );
};

/** How near the best of them is to a word of the question. */
export const expectedNear: Feature = ({ question, evidence }) => {
  const kinds = EXPECTED[question.type] ?? [];
  const distance = kinds.reduce((least, kind) => Math.min(least, evidence.distances[kind] as number), FAR);
  return 1 / (1 + distance);
};

/** How close the best of them is to how much of the question. */
export const expectedClose: Feature = ({ question, evidence }) => {
  const kinds = EXPECTED[question.type] ?? [];
  return kinds.reduce((most, kind) => Math.max(most, evidence.closeness[kind] as number), 0);
};

/** Share of the question's names that the article brings up here for the first time. */
export const firstMention: Feature = ({ question: { concepts }, own, article, id }) => {
  let names = 0;
  let first = 0;
  for (let c = 0; c < concepts.length; c++) {
    if (!concepts[c]?.isName || (own.relations[c] as number) < Relation.derived) continue;
    names++;
    if (article.firstSeen[c] === id) first++;
  }
  return names === 0 ? 0 : first / names;
};

/** Whether there is a word of the first kind that the type asks for. */
export const expectedBest: Feature = ({ question, evidence }) => {
  const kind = EXPECTED[question.type]?.[0];
  return kind !== undefined && (evidence.counts[kind] as number) > 0 ? 1 : 0;
};

/** Whether a quotation stands where speech is asked for. */
export const quotesAsked: Feature = ({ question, sentence }) =>
  question.type === AnswerType.speech && sentence.quotes ? 1 : 0;

/** Whether the sentence quotes. */
export const quotes: Feature = ({ sentence }) => (sentence.quotes ? 1 : 0);
/** Whether a number counts the asked noun. */
export const countsFocus: Feature = ({ evidence }) => (evidence.countsFocus ? 1 : 0);
/** Content words that the question does not hold, logarithmic. */
export const newWords: Feature = ({ evidence }) => Math.log1p(evidence.newWords);
/** Words of the longest new name. */
export const longestName: Feature = ({ evidence }) => Math.min(4, evidence.longestName);
/** Pronouns in the sentence. */
export const pronouns: Feature = ({ evidence }) => Math.min(3, evidence.pronouns);
