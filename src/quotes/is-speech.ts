import type { Attribution } from './attribution.js';
import type { Quoted } from './marks.js';

const SMALL_WORDS = new Set(
  'a an the of in on at for from with by to and or but nor as vs v is are'.split(' '),
);
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’./:-]*/gu;
/** Longer than a title of a work, or than a nickname. */
const MAX_TITLE_WORDS = 12;
const MIN_SPEECH_WORDS = 3;
const MAX_TERM_WORDS = 5;
/** What a title stands behind. */
const WORK =
  /\b(?:album|article|blog|book|classic|column|commentary|documentary|editorial|episode|essay|exhibition|film|magazine|memoir|movie|musical|newsletter|novel|play|podcast|poem|program|segment|series|show|single|song|story|website)s?,?\s*$/i;
const QUALIFIES = /\b(?:an?|the|his|her|its|their|this|that|these|those)\s*$/i;
const NOUN_FOLLOWS =
  /^ (?!(?:of|in|on|at|for|from|with|by|to|about|and|or|but|that|which|who|is|are|was|were|as|when|while|because|if)\b)\p{Ll}/u;

/** A sentence of its own, however short: `“Never again.”` */
const UTTERANCE = /^\p{Lu}.*[.!?…]$/u;
const SENTENCE_BEGINS = /[.!?…][”"’']*\s+$/;

/** What a crowd calls may bear capitals like a title. */
const CHANT = /\b(?:chant(?:s|ed|ing)?|shout(?:s|ed|ing)?|slogans?|mottos?|cr(?:y|ies)|calls)(?: of)?\s*$/i;

/** What introduces a word or two that the writer only names. */
const TERM =
  /(?:so-called|known as|dubbed|nicknamed|named|titled|entitled|the (?:word|words|term|phrase|name))\s*$/;

/** Whether what stands in quote marks is speech, and not a title, a nickname or a word held at arm's length. */
export function looksLikeSpeech(text: string, quoted: Quoted, attribution: Attribution | undefined): boolean {
  const inner = text.slice(quoted.start, quoted.end);
  const words = inner.slice(0, 200).match(WORD) ?? [];
  const before = text.slice(Math.max(0, quoted.outerStart - 24), quoted.outerStart);
  const after = text.slice(quoted.outerEnd, quoted.outerEnd + 16);
  if (!/\p{L}/u.test(inner) || before.endsWith('=')) return false;
  const by = attribution?.by ?? 'subject';
  if (words.length < MIN_SPEECH_WORDS && !isShortSpeech(inner, before, words.length, by)) return false;
  if (isTitle(inner, words) && WORK.test(before)) return false;
  if (/[,:]\s*$/.test(before) || CHANT.test(before)) return true;
  return !isTerm(inner, words, before, after, by) && !isTitle(inner, words);
}

/** A word or two: a sentence of its own, or what a verb of speaking stands next to. */
function isShortSpeech(inner: string, before: string, words: number, by: Attribution['by']): boolean {
  if (UTTERANCE.test(inner) && SENTENCE_BEGINS.test(before)) return true;
  if (by !== 'adjacent' || TERM.test(before)) return false;
  return words > 1 || /[.,!?…]$/.test(inner);
}

/** A few words that nobody is said to speak: a name, a term, or what qualifies a noun (`the “can do” party`). */
function isTerm(
  inner: string,
  { length }: readonly string[],
  before: string,
  after: string,
  by: Attribution['by'],
): boolean {
  if (by === 'adjacent' || length > MAX_TERM_WORDS) return false;
  if (by === 'subject' && length === MIN_SPEECH_WORDS && !/[.!?…]$/.test(inner)) return true;
  if (by === 'subject' && /^\p{Lu}/u.test(inner) && /[\p{L}\p{N}]\s*$/u.test(before)) return true;
  return QUALIFIES.test(before) && /\p{L}$/u.test(inner) && NOUN_FOLLOWS.test(after);
}

/** Every word with a capital but for the small ones. */
function isTitle(inner: string, words: readonly string[]): boolean {
  if (words.length > MAX_TITLE_WORDS || words.length < 2 || /[.!?]\s|[?!;]$/.test(inner)) return false;
  return words.every((word, at) => /^[\p{Lu}\p{N}]/u.test(word) || (at > 0 && SMALL_WORDS.has(word)));
}
