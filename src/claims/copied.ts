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

/**
 * The sentence that a claim is copied from, whole or as its end, where that is long enough and nothing before it takes it back;
 * what follows a part may do so too. `null` when it stands in none of these.
 */
export function copiedFrom<T extends SentencePlace>(claim: string, places: readonly T[]): T | null {
  const wanted = plain(claim);
  const words = wanted.trim().split(' ').length;
  const plains = places.map(({ article, sentence }) => plain(sentenceOf(article, sentence)));
  const whole = plains.indexOf(wanted);
  if (whole >= 0 || words < LEAST_WORDS) return places[whole] ?? null;
  const part = plains.findIndex((own) => {
    const before = own
      .slice(0, own.length - wanted.length)
      .trim()
      .split(' ');
    return own.endsWith(wanted) && !before.some(takesBack);
  });
  return places[part] ?? null;
}

/** "That is so" says it, "they hope that it is" does not. */
const takesBack = (word: string, at: number): boolean =>
  negates(word) || TAKES_BACK.test(word) || (word === 'that' && at > 0);

function sentenceOf({ text, sentences }: Article, sentence: number): string {
  const { start, end } = sentences[sentence] as Span;
  return text.slice(start, end);
}
