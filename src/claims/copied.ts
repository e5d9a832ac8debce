import type { Article, SentencePlace } from '../corpus/article.js';
import { negates } from '../english/opposites.js';
import { fold } from '../text/fold.js';
import type { Span } from '../text/span.js';

/** A part of a sentence that is shorter says too little to be known as copied from there. */
const LEAST_WORDS = 6;

/** A text as the words and signs that tell it from another: no capitals, typography and marks. */
const plain = (text: string): string => ` ${(fold(text).match(WORD) ?? []).join(' ')} `;

const WORD = /[\p{L}\p{N}]+(?:[.,'-][\p{L}\p{N}]+)*|[%$€£°<>≤≥]|(?<![^\s(])[-+±−](?=[\d.])/gu;

/** Before a part, these take back what it says, or may: `he denied that …`, `if …`. */
const TAKES_BACK =
  /^(?:if|whether|unless|den(?:y|ies|ied)|doubt\w*|claim\w*|alleg\w*|rumou?r\w*|false\w*|myth|suppose\w*|would|could|might|may)$/;

/** Behind its first clause a sentence goes on with another: `… in 1911, and she built a new one`. */
const NEXT_CLAUSE = /(?:,\s+and|;)\s+/;

/**
 * The sentence that a claim is copied from, whole or as a part of it that is long enough: its end or its first clause, where
 * nothing in the rest takes that back. `null` when it stands in none of these.
 */
export function copiedFrom<T extends SentencePlace>(claim: string, places: readonly T[]): T | null {
  const wanted = plain(claim);
  const isLong = wanted.trim().split(' ').length >= LEAST_WORDS;
  const sentences = places.map(({ article, sentence }) => sentenceOf(article, sentence));
  const whole = sentences.findIndex((sentence) => plain(sentence) === wanted);
  const part = () => sentences.findIndex((sentence) => restOf(sentence, wanted)?.some(takesBack) === false);
  return places[whole >= 0 || !isLong ? whole : part()] ?? null;
}

/** The words of a sentence beside the part of it that is wanted; `null` where it has no such part. */
function restOf(sentence: string, wanted: string): readonly string[] | null {
  const all = plain(sentence);
  const words = (rest: string) => rest.trim().split(' ');
  if (all.endsWith(wanted)) return words(all.slice(0, all.length - wanted.length));
  const opening = plain(sentence.split(NEXT_CLAUSE)[0] ?? '');
  return opening === wanted ? words(all.slice(wanted.length)) : null;
}

/** "That is so" says it, "they hope that it is" does not. */
const takesBack = (word: string, at: number): boolean =>
  negates(word) || TAKES_BACK.test(word) || (word === 'that' && at > 0);

function sentenceOf({ text, sentences }: Article, sentence: number): string {
  const { start, end } = sentences[sentence] as Span;
  return text.slice(start, end);
}
