import type { Article } from '../corpus/article.js';
import type { Answer } from './answer.js';

const NAME = /(?<=[\p{L}\p{N},;:’”"'] )\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}/gu;

/**
 * Questions that this corpus answers, for people who do not know it: about the names that most of it is about,
 * as far as the answer is a sure one.
 */
export function exampleQuestions(
  articles: readonly Article[],
  answer: (question: string) => Answer,
  count = 3,
): string[] {
  const names = new Map<string, number>();
  for (const { text } of articles) {
    for (const [name] of text.matchAll(NAME)) names.set(name, (names.get(name) ?? 0) + 1);
  }
  const frequent = [...names].sort((a, b) => b[1] - a[1]).slice(0, 4 * count);
  return frequent
    .map(([name]) => `what do the texts say about ${name}?`)
    .filter((question) => answer(question).answered)
    .slice(0, count);
}
