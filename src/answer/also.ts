import type { SentencePlace, Span } from '../corpus/article.js';
import { wordsOf } from '../text/tokens.js';
import type { ReadSentence } from './reading.js';

/** A sentence of another article answers too when the reader takes it for an answer by itself, */
const LEAST_SCORE = 0;

/** and it says the same when it lies this near to the first one in meaning. */
const LEAST_COSINE = 0.6;

/**
 * Sentences of other articles that answer the same question with the same: the best of each, never one with other
 * numbers.
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
  const [inA, inB] = [a, b].map(numbersIn) as [Set<string>, Set<string>];
  return [...inA].some((number) => !inB.has(number)) && [...inB].some((number) => !inA.has(number));
}

function numbersIn({ article, sentence }: SentencePlace): Set<string> {
  const { start, end } = article.sentences[sentence] as Span;
  const words = wordsOf(article.text.slice(start, end)).map(({ text }) => text);
  return new Set(words.filter((word) => /^\p{N}/u.test(word)));
}
