import type { Span } from '../corpus/article.js';
import type { FoundWindow } from '../search/finder.js';
import { termsOf } from '../text/tokens.js';
import type { Question } from './question.js';
import type { ReadSentence } from './reading.js';

/** How many numbers and names of a question do not stand where its first sentence does. */
export interface Missing {
  readonly numbers: number;
  readonly names: number;
}

/**
 * A number must stand in the sentence's window or above it; a name may also stand in another window of the article that
 * was found, because the text then says "he" or "the company".
 */
export function missingIn(
  { text, names }: Pick<Question, 'text' | 'names'>,
  first: ReadSentence,
  found: readonly FoundWindow[],
): Missing {
  const near = termsIn([first.found]);
  const inArticle = termsIn(found.filter(({ window }) => window.article === first.found.window.article));
  return {
    numbers: numbersIn(text).filter((number) => !near.has(number)).length,
    names: names.filter((name) => !termsOf(name).some((term) => inArticle.has(term))).length,
  };
}

/** The numbers of a text as index terms: without separators, and small ones in digits. */
export const numbersIn = (text: string): string[] => termsOf(text).filter((term) => /^\p{N}/u.test(term));

/** The terms of some windows, of the headings above them and of their titles. */
function termsIn(found: readonly FoundWindow[]): ReadonlySet<string> {
  const texts = found.flatMap(({ window: { article, firstSentence, endSentence, headings } }) => [
    article.title,
    article.date ?? '',
    ...headings
      .map((heading) => article.sentences[heading] as Span)
      .map(({ start, end }) => article.text.slice(start, end)),
    article.text.slice(article.sentences[firstSentence]?.start, article.sentences[endSentence - 1]?.end),
  ]);
  return new Set(texts.flatMap(termsOf));
}
