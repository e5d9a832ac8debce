import { RELATION_WEIGHT, Relation } from '../question.js';
import type { View } from '../view.js';
import type { Feature } from './feature.js';

/**
 * What the question asks beyond naming what an article is about, which its title and its first sentences say: "who
 * *coaches* Ilves", "Tosch *prison time*". The sentence that answers needs to say the rest.
 */

/** Whether the title or the first sentences of the article have a concept. */
const isTopic = ({ article }: View, concept: number): boolean =>
  Math.max(article.title[concept] as number, article.lead[concept] as number) >= Relation.derived;

/** Mean of what `closeness` says of the concepts beyond the topic, weighted by idf; -1 when there are none. */
function beyond(view: View, closeness: (concept: number) => number): number {
  const { concepts } = view.question;
  let sum = 0;
  let weight = 0;
  for (let c = 0; c < concepts.length; c++) {
    if (isTopic(view, c)) continue;
    const idf = concepts[c]?.idf ?? 0;
    sum += idf * closeness(c);
    weight += idf;
  }
  return weight === 0 ? -1 : sum / weight;
}

const related = (relations: readonly number[], concept: number): number =>
  RELATION_WEIGHT[relations[concept] as number] as number;

/** How closely the sentence meets the rest by related words, */
export const restCoverage: Feature = (view) => beyond(view, (c) => related(view.own.relations, c));
/** and with one neighbour on each side; */
export const restNear: Feature = (view) => beyond(view, (c) => related(view.window, c));
/** by related words or in meaning. */
export const restMeaning: Feature = (view) =>
  beyond(view, (c) => Math.max(related(view.own.relations, c), view.meaning.nearest[c] as number));

/** Share of the question's weight that is the topic. */
export const topicShare: Feature = (view) => {
  const { concepts, weight } = view.question;
  let topic = 0;
  for (let c = 0; c < concepts.length; c++) if (isTopic(view, c)) topic += concepts[c]?.idf ?? 0;
  return topic / (weight || 1);
};
/** How much of the topic the sentence says again, -1 without a topic. */
export const topicHere: Feature = (view) => {
  const { concepts } = view.question;
  let sum = 0;
  let weight = 0;
  for (let c = 0; c < concepts.length; c++) {
    if (!isTopic(view, c)) continue;
    sum += (concepts[c]?.idf ?? 0) * related(view.own.relations, c);
    weight += concepts[c]?.idf ?? 0;
  }
  return weight === 0 ? -1 : sum / weight;
};
