import type { SentencePlace } from '../corpus/article.js';
import { beginningOf, numbersIn } from './missing.js';
import type { ReadSentence } from './reading.js';

/** A sentence of another article answers too when the reader takes it for an answer by itself, */
const LEAST_SCORE = 0;

/** and it says the same when it lies this near to the first one in meaning. */
const LEAST_COSINE = 0.6;

/**
 * Sentences of other articles that answer the same question with the same: the best of each, and none where each of the
 * two has a number that the other has not.
 *
 * @param cosine of the vectors of two sentences.
 */
export function alsoSaid(
  [first, ...others]: readonly ReadSentence[],
  cosine: (a: SentencePlace, b: SentencePlace) => number,
): SentencePlace[] {
  if (!first) return [];
  const place = ({ found, sentence }: ReadSentence) => ({ article: found.window.article, sentence });
  const best = new Map<unknown, SentencePlace>();
  for (const other of others) {
    const { article } = place(other);
    if (other.score < LEAST_SCORE || article === first.found.window.article || best.has(article)) continue;
    if (cosine(place(first), place(other)) < LEAST_COSINE || differ(place(first), place(other))) continue;
    best.set(article, place(other));
  }
  return [...best.values()];
}

/** Whether each of two sentences has a number that the other has not. */
function differ(a: SentencePlace, b: SentencePlace): boolean {
  const [inA = [], inB = []] = [a, b].map(({ article, sentence }) =>
    numbersIn(beginningOf(article, sentence)),
  );
  return inA.some((number) => !inB.includes(number)) && inB.some((number) => !inA.includes(number));
}
