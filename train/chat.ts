import { relatedWords } from '../src/text/related.js';
import { formsOf, stem, termsOfWord, type Word, wordsOf } from '../src/text/tokens.js';

/**
 * Rewrites an encyclopaedia question the way people ask about the news in a chat: in lower case, as keywords, misspelt,
 * with other words than the sentence that answers, and naming what the article is about, which its first sentences say
 * and the one that answers does not. Deterministic for a given random number generator.
 *
 * @param answer a sentence that answers, '' without one
 * @param lead the first sentences on the subject, none when the question is off topic
 */
export function asInChat(
  question: string,
  answer: string,
  lead: readonly string[],
  random: () => number,
): string {
  const likely = (share: number) => random() < share;
  const answerTerms = termsIn(answer);
  const keywordsOnly = likely(0.25);
  const paraphrased = likely(0.5);
  const misspelt = likely(0.25);
  const naming = lead[Math.floor(random() * lead.length)] ?? '';
  const topic = naming !== answer && likely(TOPICAL) ? topicOf(naming, answerTerms, random) : [];
  const general = lead.length === 0 && likely(0.6);
  const words = wordsOf(question).flatMap(({ text, start }) => {
    const terms = termsOfWord(text);
    if (terms.length === 0) return keywordsOnly ? [] : [text];
    const isName = start > 0 && /^\p{Lu}/u.test(text);
    if (isName && (general || (topic.length > 0 && likely(0.5)))) return [];
    const shared = terms.some((term) => answerTerms.has(term));
    if (paraphrased && shared && !isName && likely(0.6)) return otherWord(text, random);
    return [misspelt && likely(0.4) ? misspell(text, random) : text];
  });
  const all = likely(0.5) ? [...topic, ...words] : [...words, ...topic];
  const text = all.length > 1 ? all.join(' ') : question;
  return likely(0.8) ? text.toLowerCase() : `${text}?`;
}

/** Share of the questions that name the topic. */
const TOPICAL = 0.6;

const termsIn = (text: string): Set<string> =>
  new Set(wordsOf(text).flatMap(({ text: word }) => termsOfWord(word)));

/** One to three neighbouring content words that the answer does not have, from a name on if there is one. */
function topicOf(naming: string, answerTerms: ReadonlySet<string>, random: () => number): string[] {
  const words = wordsOf(naming).filter(({ text }) => {
    const terms = termsOfWord(text);
    return terms.length > 0 && !terms.some((term) => answerTerms.has(term));
  });
  const isName = ({ text, start }: Word): boolean => start > 0 && /^\p{Lu}/u.test(text);
  const names = words.filter(isName);
  const from = names.length > 0 && random() < 0.7 ? names : words;
  const first = words.indexOf(from[Math.floor(random() * from.length)] as Word);
  return first < 0 ? [] : words.slice(first, first + 1 + Math.floor(random() * 3)).map(({ text }) => text);
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
