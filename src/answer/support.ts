import { FEATURE_NAMES } from './features.js';
import { type Question, Relation } from './question.js';
import type { Ranked } from './ranker.js';

const featureOf = ({ row }: Ranked, feature: string): number => row[FEATURE_NAMES.indexOf(feature)] ?? 0;

/** A synonym says less surely than this that the asked word is meant. */
const SURE = 0.6;

/** What may be missing where the best sentence stands, and the confidence that an answer needs nevertheless. */
const NEEDED = [
  { isMissing: neverUsesAskedWord, confidence: 0.25 },
  { isMissing: hasNothingForAskedWord, confidence: 0.6 },
  { isMissing: dropsNarrowingWord, confidence: 0.4 },
  { isMissing: lacksName, confidence: 0.25 },
] as const;

/**
 * The confidence that an answer needs although something is missing that the question turns on, the highest of
 * all that is missing; 0 when nothing is.
 */
export const neededConfidence = (question: Question, best: Ranked): number =>
  Math.max(0, ...NEEDED.map(({ isMissing, confidence }) => (isMissing(question, best) ? confidence : 0)));

/** The texts never use the asked word, nor one that may stand for it but a looser one. */
function neverUsesAskedWord({ concepts, focus }: Question): boolean {
  return concepts[focus]?.alternatives.every(({ relation }) => relation < Relation.corrected) ?? false;
}

/** Nor does anything that is related to it stand in the sentence or next to it. */
function hasNothingForAskedWord(question: Question, best: Ranked): boolean {
  return neverUsesAskedWord(question) && featureOf(best, 'focusFar') === 1;
}

/** The asked word stands here without the word that narrows it ("*share* price"). */
function dropsNarrowingWord({ isNarrowed }: Question, best: Ranked): boolean {
  return isNarrowed && featureOf(best, 'focusNear') >= SURE && featureOf(best, 'askedNear') < 1;
}

/** A name of the question is neither in the sentence nor what its pronoun may take up. */
function lacksName(_: Question, best: Ranked): boolean {
  return featureOf(best, 'namesCarried') < 1;
}
