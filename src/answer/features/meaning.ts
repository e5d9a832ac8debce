import { type Concept, RELATION_WEIGHT, Relation } from '../question.js';
import type { View } from '../view.js';
import type { Feature } from './feature.js';

/** How near the sentence comes to the question in meaning, where it does not use its words. */

/** How closely a concept is met, by a related word or by one near in meaning. */
const closeness = (relations: readonly number[], nearest: readonly number[], c: number): number =>
  Math.max(RELATION_WEIGHT[relations[c] as number] as number, nearest[c] as number);

/** Mean closeness of the concepts of one sort, weighted by idf; -1 when there are none. */
function meanCloseness(
  { question: { concepts }, own, meaning }: View,
  isOfSort: (concept: Concept, c: number) => boolean,
): number {
  let sum = 0;
  let weight = 0;
  for (let c = 0; c < concepts.length; c++) {
    const concept = concepts[c] as Concept;
    if (!isOfSort(concept, c)) continue;
    sum += concept.idf * closeness(own.relations, meaning.nearest, c);
    weight += concept.idf;
  }
  return weight === 0 ? -1 : sum / weight;
}

const isPlain = ({ isName, isNumber }: Concept): boolean => !isName && !isNumber;

/** Mean closeness of all concepts, */
export const meaningCoverage: Feature = (view) => meanCloseness(view, () => true);
/** of those that the sentence has no related word for, */
export const meaningOfMissing: Feature = (view) =>
  meanCloseness(view, (_, c) => (view.own.relations[c] as number) < Relation.synonym);
/** of the nouns, */
export const meaningOfNouns: Feature = (view) =>
  meanCloseness(view, (concept) => isPlain(concept) && concept.isNoun);
/** of the other words, mostly verbs and adjectives, */
export const meaningOfVerbs: Feature = (view) =>
  meanCloseness(view, (concept) => isPlain(concept) && !concept.isNoun);
/** of the names. */
export const meaningOfNames: Feature = (view) => meanCloseness(view, ({ isName }) => isName);
/** Mean closeness of all concepts, weighted by how rare they are within the article. */
export const localMeaning: Feature = ({ own, meaning, article: { localIdf, localWeight } }) => {
  let sum = 0;
  for (let c = 0; c < localIdf.length; c++)
    sum += (localIdf[c] as number) * closeness(own.relations, meaning.nearest, c);
  return sum / (localWeight || 1);
};
/** Closeness of the concept that is least met. */
export const leastMeaning: Feature = ({ own, meaning }) => {
  let least = 1;
  for (let c = 0; c < own.relations.length; c++)
    least = Math.min(least, closeness(own.relations, meaning.nearest, c));
  return least;
};
/** How near the other words of the sentence come to the question. */
export const meaningOfRest: Feature = ({ meaning }) => meaning.ofTheRest;
/** How near one of them comes to the asked word. */
export const meaningOfFocus: Feature = ({ meaning }) => meaning.nearestToFocus;
