import type { Span } from '../corpus/article.js';
import type { FoundWindow } from '../search/finder.js';
import { formsOf, wordsOf } from '../text/tokens.js';
import type { ReadSentence } from './reading.js';

/** How many numbers and names of a question do not stand where its first sentence does. */
export interface Missing {
  readonly numbers: number;
  readonly names: number;
}

/**
 * A number must stand in the sentence's window or above it; a name may also stand in another window of the article that
 * was found, because the text then says "he" or "the company".
 *
 * @param isName whether a word of the question is a name.
 */
export function missingIn(
  question: string,
  first: ReadSentence,
  found: readonly FoundWindow[],
  isName: (word: string, position: number) => boolean,
): Missing {
  const near = formsIn([first.found]);
  const inArticle = formsIn(found.filter(({ window }) => window.article === first.found.window.article));
  const words = wordsOf(question).map(({ text }, position) => ({ text, position, forms: formsOf(text) }));
  const lacks = (forms: readonly string[], there: ReadonlySet<string>) =>
    !forms.some((form) => there.has(form));
  return {
    numbers: words.filter(({ text, forms }) => /^\p{N}/u.test(text) && lacks(forms, near)).length,
    names: words.filter(({ text, position, forms }) => isName(text, position) && lacks(forms, inArticle))
      .length,
  };
}

/** The words of some windows, of the headings above them and of their titles. */
function formsIn(found: readonly FoundWindow[]): ReadonlySet<string> {
  const texts = found.flatMap(({ window: { article, firstSentence, endSentence, headings } }) => [
    article.title,
    article.date ?? '',
    ...headings
      .map((heading) => article.sentences[heading] as Span)
      .map(({ start, end }) => article.text.slice(start, end)),
    article.text.slice(article.sentences[firstSentence]?.start, article.sentences[endSentence - 1]?.end),
  ]);
  return new Set(texts.flatMap((text) => wordsOf(text).flatMap(({ text: word }) => formsOf(word))));
}
