import type { Article } from '../corpus/article.js';
import { termsOf } from '../english/terms.js';
import { MAX_READ_CHARACTERS } from '../limits.js';
import type { FoundWindow } from '../search/finder.js';
import { range } from '../search/windows.js';
import type { Span } from '../text/span.js';
import type { Question } from './question.js';
import type { ReadSentence } from './reading.js';

/** What a question has and the place of its first sentence has not: how many of each. */
export interface Missing {
  /** Numbers that stand neither in the sentence's window nor above it. */
  readonly numbers: number;
  /** Years of which the sentence has another instead. */
  readonly years: number;
  /** Names that stand nowhere in what was found of the article, for the text may go on with "he" or "the company". */
  readonly names: number;
}

/** What is missing where the first sentence stands. */
export function missingIn(
  { text, names }: Pick<Question, 'text' | 'names'>,
  first: ReadSentence,
  found: readonly FoundWindow[],
): Missing {
  const { article } = first.found.window;
  const near = termsIn([first.found]);
  const inArticle = termsIn(found.filter(({ window }) => window.article === article));
  const numbers = numbersIn(text);
  const years = numbersIn(beginningOf(article, first.sentence)).filter(isYear);
  return {
    numbers: numbers.filter((number) => !near.has(number)).length,
    years:
      years.length === 0 ? 0 : numbers.filter((number) => isYear(number) && !years.includes(number)).length,
    names: names.filter((name) => !termsOf(name).some((term) => inArticle.has(term))).length,
  };
}

/** The numbers of a text as index terms: without separators, and small ones in digits. */
export const numbersIn = (text: string): string[] => termsOf(text).filter((term) => /^\p{N}/u.test(term));

/** Whether a number, as an index term, may be a year. */
export const isYear = (term: string): boolean => /^(?:1[0-9]|20)\d\d$/.test(term);

/** A sentence as far as it is read: a line of a megabyte costs no more than a long sentence. */
export function beginningOf({ text, sentences }: Article, sentence: number): string {
  const { start, end } = sentences[sentence] as Span;
  return text.slice(start, Math.min(end, start + MAX_READ_CHARACTERS));
}

/** The terms of some windows, of the headings above them and of their titles. */
export function termsIn(found: readonly Pick<FoundWindow, 'window'>[]): ReadonlySet<string> {
  const texts = found.flatMap(({ window: { article, firstSentence, endSentence, headings } }) => [
    article.title,
    article.date ?? '',
    ...[...headings, ...range(firstSentence, endSentence)].map((sentence) => beginningOf(article, sentence)),
  ]);
  return new Set(texts.flatMap(termsOf));
}
