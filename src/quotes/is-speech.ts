import type { Attribution } from './cues.js';
import type { Quoted } from './marks.js';
import { isNamedThing, isTitle, type Surroundings } from './named-things.js';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’./:-]*/gu;
const MIN_SPEECH_WORDS = 3;
const MAX_TERM_WORDS = 5;
/** Longest term that qualifies a noun although a verb of speaking stands in the sentence. */
const MAX_QUALIFIER_WORDS = 3;
/** Characters before and behind a quotation that are looked at. */
const REACH = 80;

const QUALIFIES = /\b(?:an?|the|his|her|its|their|this|that|these|those)\s*$/i;
const NOUN_FOLLOWS =
  /^ (?!(?:of|in|on|at|for|from|with|by|to|about|and|or|but|that|which|who|is|are|was|were|as|when|while|because|if)\b)\p{Ll}/u;

/** A sentence of its own, however short: `“Never again.”` */
const UTTERANCE = /^\p{Lu}.*[.!?…]$/u;
const SENTENCE_BEGINS = /[.!?…][”"’']*\s+$/;

/** What a crowd calls may bear capitals like a title. */
const CHANT = /\b(?:chant(?:s|ed|ing)?|shout(?:s|ed|ing)?|slogans?|mottos?|cr(?:y|ies)|calls)(?: of)?\s*$/i;

/** `called Ma “The Queen of Piers”`: what somebody calls another may bear capitals too. */
const CALLING =
  /\b(?:(?:brand|call|describe?|dubb?|hail|label|nickname?)(?:s|d|ed|ing)|describing|(?:to|will|would) call)\s(?:[\p{L}.'’-]+\s){1,5}$/u;

/** What introduces a word or two that the writer only names. */
const TERM = /(?:dubbed|named|the (?:word|words|term|phrase|name))\s*$/;

/** Whether what stands in quote marks is speech, and not a title, a nickname or a word held at arm's length. */
export function looksLikeSpeech(text: string, quoted: Quoted, attribution: Attribution | undefined): boolean {
  const inner = text.slice(quoted.start, quoted.end);
  const words = inner.slice(0, 200).match(WORD) ?? [];
  const before = text
    .slice(Math.max(0, quoted.outerStart - REACH), quoted.outerStart)
    .replace(/^.*\n\s*\n/s, '');
  const after = text.slice(quoted.outerEnd, quoted.outerEnd + REACH);
  const place = { inner, words, before, after };
  if (!/\p{L}/u.test(inner) || before.endsWith('=')) return false;
  const by = attribution?.by ?? 'subject';
  if (isNamedThing(place)) return false;
  if (words.length < MIN_SPEECH_WORDS && !isShortSpeech(place, by)) return false;
  if (/[,:]\s*$/.test(before) || CHANT.test(before)) return true;
  return !isTerm(place, by) && (!isTitle(inner, words) || (by !== 'subject' && CALLING.test(before)));
}

/** A word or two: a sentence of its own, or what a verb of speaking stands next to. */
function isShortSpeech({ inner, words, before }: Surroundings, by: Attribution['by']): boolean {
  if (UTTERANCE.test(inner) && SENTENCE_BEGINS.test(before)) return true;
  if (by !== 'adjacent' || TERM.test(before)) return false;
  return words.length > 1 || /[.,!?…]$/.test(inner);
}

/** A few words that nobody is said to speak: a name, a term, or what qualifies a noun (`the “can do” party`). */
function isTerm({ inner, words, before, after }: Surroundings, by: Attribution['by']): boolean {
  const { length } = words;
  if (by === 'adjacent' || length > MAX_TERM_WORDS) return false;
  if (by === 'subject' && length === MIN_SPEECH_WORDS && !/[.!?…]$/.test(inner)) return true;
  if (by === 'subject' && /^\p{Lu}/u.test(inner) && /[\p{L}\p{N}][^\S\n]*$/u.test(before)) return true;
  if (by === 'sentence' && length > MAX_QUALIFIER_WORDS) return false;
  return QUALIFIES.test(before) && /\p{L}$/u.test(inner) && NOUN_FOLLOWS.test(after);
}
