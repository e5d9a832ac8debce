import { termsOf } from '../english/terms.js';
import type { FoundWindow } from '../search/finder.js';
import { beginningOf } from './missing.js';
import type { ReadSentence } from './reading.js';

/**
 * The order by words alone, for texts and questions that the reader cannot read: MiniSearch's of the windows, within
 * each those first that share most words with the question.
 */
export function rankByWords(question: string, windows: readonly FoundWindow[]): ReadSentence[] {
  const asked = new Set(termsOf(question));
  return windows.flatMap((found) => {
    const sentencesHere = found.answers.map((sentence) => {
      const terms = termsOf(beginningOf(found.window.article, sentence));
      const shared = new Set(terms.filter((term) => asked.has(term))).size;
      return { found, sentence, score: shared / asked.size };
    });
    return sentencesHere.sort((a, b) => b.score - a.score);
  });
}
