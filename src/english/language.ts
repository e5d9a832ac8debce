import { wordsOf } from './terms.js';

/** Characters that are looked at; a language shows in fewer. */
const SAMPLE_LENGTH = 2000;

/** Of the words of English prose nine in ten are known, of a German or French text three or four. */
const LEAST_KNOWN = 0.5;

/** Fewer words say nothing: they may all be names. */
const FEWEST_WORDS = 4;

/**
 * Whether a text is written in Latin letters and, if it is long enough to tell, mostly in words that are known.
 *
 * @param isKnown whether a lower-case word is English, or one that need not be.
 */
export function isEnglish(text: string, isKnown: (word: string) => boolean): boolean {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{scx=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters) return false;
  const words = wordsOf(sample).filter(({ text: word }) => /^\p{L}/u.test(word));
  const known = words.filter(({ text: word }) => isKnown(word.toLowerCase())).length;
  return words.length < FEWEST_WORDS || known >= LEAST_KNOWN * words.length;
}
