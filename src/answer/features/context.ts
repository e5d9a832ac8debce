import { Cue } from '../../search/cues.js';
import type { ArticleEntry, Passage } from '../../search/text-index.js';
import { RELATION_WEIGHT, Relation } from '../question.js';
import type { View } from '../view.js';
import type { Feature } from './feature.js';

/** What the sentence takes up from what stands before it in its passage, and what follows it there. */

/** Soft share of the question over the sentences from this one to an end of its passage, each step counting less. */
function reach({ question, matcher, id, sentence, index }: View, step: 1 | -1, decay: number): number {
  const { firstSentence, endSentence } = index.passages[sentence.passage] as Passage;
  const held = question.concepts.map(() => 0);
  let factor = 1;
  for (let other = id; other >= firstSentence && other < endSentence; other += step) {
    const { relations } = matcher.sentence(other);
    for (let c = 0; c < held.length; c++) {
      const weight = factor * (RELATION_WEIGHT[relations[c] as number] as number);
      if (weight > (held[c] as number)) held[c] = weight;
    }
    factor *= decay;
  }
  const sum = held.reduce((all, weight, c) => all + weight * (question.concepts[c]?.idf ?? 0), 0);
  return sum / (question.weight || 1);
}

const FADING = 0.7;

/** With the sentences before it, the farther the less, */
export const reachBack: Feature = (view) => reach(view, -1, FADING);
/** or all alike. */
export const reachStart: Feature = (view) => reach(view, -1, 1);
/** With the sentences after it, the farther the less. */
export const reachAhead: Feature = (view) => reach(view, 1, FADING);

/** Farther back than this, a name is not what the sentence is about. */
const MOST_BACK = 6;

/** Mean number of sentences back to where each name of the question stands, -1 without names. */
export const namesBack: Feature = ({ question, matcher, id, sentence, index }) => {
  const { firstSentence } = index.entries[sentence.article] as ArticleEntry;
  const back = (name: number): number => {
    for (let steps = 0; steps < MOST_BACK && id - steps >= firstSentence; steps++) {
      if ((matcher.sentence(id - steps).relations[name] as number) >= Relation.derived) return steps;
    }
    return MOST_BACK;
  };
  let sum = 0;
  let names = 0;
  for (let c = 0; c < question.concepts.length; c++) {
    if (!question.concepts[c]?.isName) continue;
    sum += back(c);
    names++;
  }
  return names === 0 ? -1 : sum / names;
};

/** Whether it opens with a pronoun, */
export const opensWithPronoun: Feature = ({ index, sentence }) =>
  index.cueOf(sentence.firstToken) & Cue.pronoun ? 1 : 0;
/** with an article. */
export const opensWithArticle: Feature = ({ index, sentence }) =>
  index.cueOf(sentence.firstToken) & Cue.article ? 1 : 0;
