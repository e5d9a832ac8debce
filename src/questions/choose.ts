import { STOP_WORDS } from '../english/stop-words.js';
import { termsOf, wordsOf } from '../english/terms.js';
import { fold } from '../text/fold.js';
import type { KnownQuestion } from './questions.js';

/** Those that have every word that was typed, the last of which may be unfinished, in their order. */
export function questionsWith(questions: readonly KnownQuestion[], typed: string): KnownQuestion[] {
  const wanted = wordsIn(typed);
  return questions.filter(({ text }) => {
    const words = wordsIn(text);
    return wanted.every((word) => words.some((own) => own.startsWith(word)));
  });
}

const wordsIn = (text: string): string[] => wordsOf(fold(text)).map((word) => word.text);

/** Shared with a question, words that tell it from others; a name is enough. */
const FEWEST_SHARED = 2;

/**
 * Those that are nearest to a question: they share a name with it or two other words, and more than others do; at most so
 * many, none where nothing is near.
 */
export function nearestTo(questions: readonly KnownQuestion[], asked: string, most: number): KnownQuestion[] {
  const terms = new Set(termsOf(asked));
  const counts = new Map<string, number>();
  const known = questions.map((question) => ({ question, own: [...new Set(termsOf(question.text))] }));
  for (const { own } of known) for (const term of own) counts.set(term, (counts.get(term) ?? 0) + 1);
  return known
    .map(({ question, own }) => {
      const shared = own.filter((term) => terms.has(term) && !SAYING.has(term));
      const names = new Set(namesIn(question.text).flatMap(termsOf));
      const isNear = shared.length >= FEWEST_SHARED || shared.some((term) => names.has(term));
      const score = shared.reduce((sum, term) => sum + 1 / (counts.get(term) ?? 1) + 1, 0);
      return { question, score: isNear ? score : 0 };
    })
    .filter(({ score, question }) => score > 0 && fold(question.text) !== fold(asked))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ question }) => question);
}

/** Terms of the asking. */
const SAYING = new Set(termsOf('say said mani much long person people'));

/** Words with a capital inside a question. */
const namesIn = (question: string): string[] =>
  wordsOf(question).flatMap(({ text, start }) =>
    start > 0 && /^\p{Lu}/u.test(text) && !STOP_WORDS.has(fold(text)) ? [text] : [],
  );
