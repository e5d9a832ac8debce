import { joined } from '../answer/follow-up.js';
import { askedIn, asks, opensQuestion } from '../english/asking.js';
import { MAX_QUESTION_LENGTH } from '../limits.js';
import { phraseIn } from '../search/phrase.js';

/**
 * What the words of a message ask, no longer than is looked up: the last sentence that asks, with what it means by "he" or
 * "that" from the sentence before; a short message that asks nothing as a whole. `null` where a long one asks nothing.
 */
export function questionIn(words: string): string | null {
  // A phrase to be found as it stands is not taken apart.
  if (words.length <= MAX_QUESTION_LENGTH && phraseIn(words) !== null) return words;
  const { question, context } = askedIn(words);
  if (question.length > MAX_QUESTION_LENGTH) return asks(question) ? endOf(question) : null;
  const whole = context === '' ? null : joined(context, question);
  return (whole !== null && whole.length <= MAX_QUESTION_LENGTH ? whole : question).replace(MARKS, '?');
}

/** `??`, `?!` */
const MARKS = /\?[?!]+$/;

/** The last clause of a long sentence that asks by itself, else its last words. */
function endOf(sentence: string): string {
  const end = sentence.slice(-MAX_QUESTION_LENGTH).replace(/^\S*\s/, '');
  const clauses = end.split(/(?<=[,;:–—])\s+/);
  const at = clauses.findLastIndex(opensQuestion);
  return at < 0 ? end : clauses.slice(at).join(' ');
}
