import { relatedWords } from '../src/text/related.js';
import { formsOf, stem, termsOfWord, wordsOf } from '../src/text/tokens.js';

/**
 * Rewrites an encyclopaedia question the way people ask in a chat: in lower case, as keywords, misspelt, and with
 * other words than the sentence that answers. Deterministic for a given random number generator.
 */
export function asInChat(question: string, answer: string, random: () => number): string {
  const likely = (share: number) => random() < share;
  const answerTerms = new Set(wordsOf(answer).flatMap(({ text }) => termsOfWord(text)));
  const keywordsOnly = likely(0.25);
  const paraphrased = likely(0.5);
  const misspelt = likely(0.25);
  const words = wordsOf(question).flatMap(({ text, start }) => {
    const terms = termsOfWord(text);
    if (terms.length === 0) return keywordsOnly ? [] : [text];
    const isName = start > 0 && /^\p{Lu}/u.test(text);
    const shared = terms.some((term) => answerTerms.has(term));
    if (paraphrased && shared && !isName && likely(0.6)) return otherWord(text, random);
    return [misspelt && likely(0.4) ? misspell(text, random) : text];
  });
  const text = words.length > 1 ? words.join(' ') : question;
  return likely(0.8) ? text.toLowerCase() : `${text}?`;
}

/** A word near the word, or none. */
function otherWord(word: string, random: () => number): string[] {
  const { derived, synonyms } = relatedWords(stem(formsOf(word)[0] ?? ''));
  const near = [...derived, ...synonyms];
  return near.length > 0 && random() < 0.4 ? [near[Math.floor(random() * near.length)] as string] : [];
}

/** One slip of the finger: two letters swapped, one left out, or one doubled. */
function misspell(word: string, random: () => number): string {
  if (word.length < 5 || !/^[A-Za-z]+$/.test(word)) return word;
  const at = 1 + Math.floor(random() * (word.length - 3));
  const [before, a = '', b = '', after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const slips = [before + b + a + after, before + b + after, before + a + a + b + after];
  return slips[Math.floor(random() * slips.length)] as string;
}
