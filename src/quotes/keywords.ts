import { termsOfWord, wordsOf } from '../english/terms.js';
import { MAX_WORD_LENGTH } from '../limits.js';
import { eachInTurn } from '../turns.js';
import type { Quotation } from './quotation.js';

/** Words kept for suggestions; nobody scrolls further. */
const MAX_KEYWORDS = 500;

/** What quotations are about: their words without stop words, one form a stem, the most frequent first. */
export async function keywordsOf(quotations: readonly Quotation[]): Promise<string[]> {
  const counts = new Map<string, { readonly word: string; count: number }>();
  await eachInTurn(quotations, ({ article, start, end }) => {
    for (const { text: word } of wordsOf(article.text.slice(start, end))) {
      const [term] = termsOfWord(word);
      if (term === undefined || word.length < 3 || word.length > MAX_WORD_LENGTH) continue;
      const known = counts.get(term) ?? { word, count: 0 };
      counts.set(term, known);
      known.count++;
    }
  });
  const byCount = [...counts.values()].sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
  return byCount.slice(0, MAX_KEYWORDS).map(({ word }) => word);
}
