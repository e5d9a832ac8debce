import { stemmer } from 'stemmer';
import { MAX_WORD_LENGTH } from '../limits.js';
import { fold } from '../text/fold.js';
import { remembered } from '../text/remembered.js';
import type { Span } from '../text/span.js';
import { SMALL } from './number-words.js';
import { STOP_WORDS } from './stop-words.js';

/** A word as it stands in a text: letters and digits with the marks that hold it together (`36,446`, `Wal-Mart`). */
export interface Word extends Span {
  readonly text: string;
}

/**
 * In this order: initials (`U.S`), numbers with their separators and an attached unit (`36,446`, `2.5bn`), words
 * joined by hyphens, apostrophes or `&`. Each part is a run without overlap, so matching is linear.
 */
const WORD =
  /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])|\p{N}+(?:[.,]\p{N}+)*[\p{L}\p{M}]*(?:[-‐‑–][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’&\-‐‑–][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/** The country, so that it is not the pronoun: also in a compound (`US-China`). */
const UNITED_STATES = /(?<![\p{L}\p{N}])(?:US|U\.S(?:\.A)?)(?![\p{L}\p{N}])/gu;

const UNSPACED_SCRIPT = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]+/gu;

/** Characters that are searched for words at a time: megabytes of one word are more than the search has a stack for. */
const PART_LENGTH = 10_000;

/** A part ends where a word does, unless that goes on for longer. */
const PART = new RegExp(`[^]{1,${PART_LENGTH}}(?!\\S)|\\S{1,${PART_LENGTH}}`, 'gu');

const partsOf = (text: string): { readonly part: string; readonly at: number }[] =>
  text.length <= PART_LENGTH
    ? [{ part: text, at: 0 }]
    : Array.from(text.matchAll(PART), (match) => ({ part: match[0], at: match.index }));

/** The words of a text, in order, with their places. */
export const wordsOf = (text: string): Word[] =>
  partsOf(text).flatMap(({ part, at }) =>
    Array.from(part.matchAll(WORD), (match) => ({
      text: match[0],
      start: at + match.index,
      end: at + match.index + match[0].length,
    })),
  );

const cut = (word: string): string => word.slice(0, MAX_WORD_LENGTH);

/** Number of words; a hyphenated one counts once. */
export function countWords(text: string): number {
  let count = 0;
  for (const { part } of partsOf(text)) for (const _ of part.matchAll(WORD)) count++;
  return count;
}

/**
 * The folded forms of a word, unstemmed: itself, and for a compound also its parts (`Wal-Mart` → `walmart`, `wal`,
 * `mart`). `US`, `U.S.` and `USA` are all `usa`, so that the country is not the pronoun.
 */
export function formsOf(word: string): string[] {
  if (word.search(UNSPACED_SCRIPT) >= 0) return unspacedForms(fold(word));
  const folded = fold(cut(word).replace(UNITED_STATES, 'USA')).replace(/'s?$/, '');
  if (/^\d/.test(folded)) return numberForms(folded);
  const plain = folded.replace(/['.]/g, '');
  const parts = plain.split(/[-&]/);
  return parts.length > 1 ? [parts.join(''), ...parts.filter((part) => part.length > 1)] : [plain];
}

/** The index terms of a text: folded, without stop words, stemmed, numbers without separators, in order. */
export function termsOf(text: string): string[] {
  return wordsOf(text).flatMap(({ text: word }) => termsOfWord(word));
}

/** The index terms of one word; none for a stop word. */
export const termsOfWord: (word: string) => readonly string[] = remembered((word) =>
  formsOf(word).flatMap((form) => termOfForm(form) ?? []),
);

/** The term of a folded form, or `null` for a stop word. */
function termOfForm(form: string): string | null {
  const value = SMALL.get(form);
  if (value !== undefined) return String(value);
  if (form === '' || STOP_WORDS.has(form)) return null;
  return stem(form);
}

/** Porter's stem (M. F. Porter, "An algorithm for suffix stripping", 1980) of an English word, else the word. */
export const stem = (form: string): string => (/^[a-z]+$/.test(form) ? stemmer(form) : form);

/** `36,446` → `36446`; `2.5bn` → `2.5bn`, `2.5`; `10-15` → `10`, `15`. */
function numberForms(folded: string): string[] {
  return folded.split('-').flatMap((part) => {
    const plain = part.replace(/,/g, '');
    const number = /^[\d.]+/.exec(plain)?.[0] ?? plain;
    return number === plain ? [plain] : [plain, number];
  });
}

/** Scripts written without spaces are matched by pairs of characters (`iPhone手机壳` → `iphone`, `手机`, `机壳`). */
const unspacedForms = (folded: string): string[] =>
  folded
    .replace(UNSPACED_SCRIPT, (run) => ` ${bigrams(run).join(' ')} `)
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((form) => (form === '' ? [] : [cut(form)]));

function bigrams(text: string): string[] {
  const characters = [...text];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, i) => (characters[i] as string) + character);
}
