import { type Card, note, type Reply } from '../src/reply.js';

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

/** A list of what was found, on as many pages as it takes; what is beyond the thousandth is only counted. */
export function listReply<T>(
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
    cards: [...cardsOf(members), ...(more > 0 ? [{ items: [note(`${more} more; ${narrow}`)] }] : [])],
    layout: 'flow',
    unit: 'page',
    memory,
  };
}
