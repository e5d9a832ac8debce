import type { SentencePlace } from '../src/answer/answer.js';
import type { Library } from '../src/library.js';
import { MAX_MEMORY_LENGTH } from '../src/reply.js';

/*
 * Positions as short strings: sentence numbers in base 36, joined by dots. They fit in a button's id, so nothing
 * has to be kept while a message lives.
 */

/** The places as far as they fit, so that the memory is never longer than a button's id can hold. */
export function packPlaces(library: Library, places: readonly SentencePlace[]): string {
  let packed = '';
  for (const place of places) {
    const next = `${packed === '' ? '' : '.'}${library.numberOf(place).toString(36)}`;
    if (packed.length + next.length >= MAX_MEMORY_LENGTH) break;
    packed += next;
  }
  return packed;
}

/** The places that were packed; `null` when the text is no list of places of this corpus. */
export function unpackPlaces(library: Library, packed: string): SentencePlace[] | null {
  if (packed === '') return [];
  const places = packed
    .split('.')
    .map((part) => (/^[0-9a-z]{1,8}$/.test(part) ? library.sentenceAt(parseInt(part, 36)) : null));
  return places.every((place) => place !== null) ? places : null;
}
