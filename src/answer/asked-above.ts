import { formsOf, wordsOf } from '../english/terms.js';
import { asks, headingsAbove } from '../search/windows.js';
import { beginningOf } from './missing.js';
import type { Question } from './question.js';
import type { ReadSentence } from './reading.js';

/** Whether the text itself asks the question, word for word, right above a sentence or in the heading over it. */
export function isAskedAbove({ text }: Pick<Question, 'text'>, { found, sentence }: ReadSentence): boolean {
  const { window } = found;
  const { article } = window;
  return [sentence - 1, headingsAbove(window, sentence).at(-1)].some((above) => {
    const own = above === undefined ? undefined : article.sentences[above];
    return own && asks(article, own) && plain(beginningOf(article, above as number)) === plain(text);
  });
}

/** The words, whatever their capitals and marks. */
const plain = (text: string): string =>
  wordsOf(text)
    .map((word) => formsOf(word.text)[0])
    .join(' ');
