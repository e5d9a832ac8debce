import { FEATURE_NAMES } from './features.js';
import { type Question, Relation } from './question.js';
import type { Ranked } from './ranker.js';

const featureOf = ({ row }: Ranked, feature: string): number => row[FEATURE_NAMES.indexOf(feature)] ?? 0;

/** A synonym says less surely than this that the asked word is meant. */
const SURE = 0.6;

/**
 * Whether what the question turns on is missing where the sentence stands: the texts never use the asked word, or
 * they use it here without the word that narrows it ("*share* price"), or a name of the question is neither in the
 * sentence nor what its pronoun may take up.
 */
export function lacksSupport({ concepts, focus }: Question, best: Ranked): boolean {
  const asked = concepts[focus];
  const neverUsed = asked?.alternatives.every(({ relation }) => relation < Relation.corrected) ?? false;
  const widened = featureOf(best, 'focusNear') >= SURE && featureOf(best, 'askedNear') < 1;
  return neverUsed || widened || featureOf(best, 'namesCarried') < 1;
}
