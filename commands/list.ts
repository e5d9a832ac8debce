import { type Card, note, type Reply } from '../src/reply.js';
import { packNumbers, unpackNumbers } from './memory.js';

/** Most members of a list; nobody turns as many pages, and a button's id could claim any run. */
export const MAX_LISTED = 1000;

/** An index whose members can be listed, each by its number there. */
interface Numbered<T> {
  /** `null` where there are not as many. */
  at(number: number): T | null;
  numberOf(one: T): number;
}

/** What a list says of itself. */
interface Telling {
  /** How to get at what is not listed. */
  readonly narrow: string;
  /** How many were found beyond those given. */
  readonly left: number;
  /** `~` or nothing, remembered too. */
  readonly mark?: string;
}

/** The members that a memory stands for, and how many more were found. */
interface Listed<T> {
  readonly members: readonly T[];
  readonly left: number;
}

/** The numbers, how many more there were, the mark. */
const MEMORY = /^([0-9a-z.-]*)(?:~([0-9a-z]{1,6}))?~?$/;

/** What the count of those left takes in a memory. */
const LEFT_LENGTH = 7;

/**
 * A list of what was found in an index, on as many pages as it takes, remembered by the numbers there. What a button
 * could not remember is not listed, but counted.
 */
export function listReply<T>(
  index: Numbered<T>,
  found: readonly T[],
  cardsOf: (shown: readonly T[]) => readonly Card[],
  { narrow, left, mark = '' }: Telling,
): Reply {
  const { packed, members } = remembered(index, found, mark);
  const more = found.length - members.length + left;
  return {
    kind: 'answer',
    private: false,
    question: null,
    cards: [...cardsOf(members), ...(more > 0 ? [{ items: [note(`${more} more; ${narrow}`)] }] : [])],
    layout: 'flow',
    unit: 'page',
    memory: packed + (more > 0 ? `~${more.toString(36)}` : '') + mark,
  };
}

/** As many of the members as can be remembered, with the count of the others where there are any. */
function remembered<T>(index: Numbered<T>, found: readonly T[], mark: string) {
  const numbers = found.slice(0, MAX_LISTED).map(index.numberOf);
  const countIn = (packed: string) => unpackNumbers(packed, MAX_LISTED)?.length ?? 0;
  const whole = packNumbers(numbers, mark.length);
  const packed = countIn(whole) === found.length ? whole : packNumbers(numbers, LEFT_LENGTH + mark.length);
  return { packed, members: found.slice(0, countIn(packed)) };
}

/** What a list's memory stands for; `null` when it is none, or not all of it is in the index. */
export function listFrom<T>(index: Numbered<T>, memory: string): Listed<T> | null {
  const [, packed = '-', left = '0'] = MEMORY.exec(memory) ?? [];
  const members = unpackNumbers(packed, MAX_LISTED)?.map((number) => index.at(number));
  return members?.every((member) => member !== null) ? { members, left: Number.parseInt(left, 36) } : null;
}
