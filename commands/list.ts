import { firstEndingAfter } from '../src/corpus/spans.js';
import type { Library } from '../src/library.js';
import { type Card, note, type Reply } from '../src/reply.js';
import { wayToText } from './sources.js';

/** Most members of a list; nobody turns as many pages. */
export const MAX_LISTED = 1000;

/** What a list says of itself. */
interface Telling {
  /** How to get at what is not listed. */
  readonly narrow: string;
  /** How many were found beyond those given. */
  readonly left: number;
  /** See `Reply`. */
  readonly memory: string;
}

/** A single quotation can be opened in its text; of several nobody could tell which a button opens. */
function withWayToText(library: Library, cards: readonly Card[]): readonly Card[] {
  const [only, ...others] = cards.flatMap(({ items }) => items.filter((item) => item.kind === 'quotation'));
  const [first, ...rest] = cards;
  if (!first || !only || others.length > 0) return cards;
  const { article, start } = only.emphasis === null ? only : { ...only, ...only.emphasis };
  const sentence = firstEndingAfter(article.sentences, start);
  return [{ ...first, ways: [wayToText(library, { article, sentence })] }, ...rest];
}

/** A list of what was found, on as many pages as it takes; what is beyond the thousandth is only counted. */
export function listReply<T>(
  library: Library,
  found: readonly T[],
  cardsOf: (shown: readonly T[]) => readonly Card[],
  { narrow, left, memory }: Telling,
): Reply {
  const members = found.slice(0, MAX_LISTED);
  const more = found.length - members.length + left;
  return {
    kind: 'answer',
    private: false,
    question: null,
    cards: [
      ...withWayToText(library, cardsOf(members)),
      ...(more > 0 ? [{ items: [note(`${more} more; ${narrow}`)] }] : []),
    ],
    layout: 'flow',
    unit: 'page',
    memory,
  };
}
