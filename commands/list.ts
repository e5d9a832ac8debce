import { type Card, note, type Reply } from '../src/reply.js';
import { numbersIn, packNumbers, unpackNumbers } from './memory.js';

/**
 * A list of what was found among `all`, on as many pages as it takes, remembered by the places in `all`. What a
 * button could not remember is not listed; `narrow` says how to get at it. `mark` is remembered too.
 */
export function listReply<T>(
  all: readonly T[],
  found: readonly T[],
  cardsOf: (shown: readonly T[]) => readonly Card[],
  narrow: string,
  mark = '',
): Reply {
  const memory = packNumbers(numbersIn(all, found), mark.length) + mark;
  const shown = listFrom(all, memory) ?? [];
  const left = found.length - shown.length;
  return {
    kind: 'answer',
    private: false,
    question: null,
    cards: [...cardsOf(shown), ...(left > 0 ? [{ items: [note(`${left} more; ${narrow}`)] }] : [])],
    layout: 'flow',
    unit: 'page',
    memory,
  };
}

/** What a list's memory stands for, but for its mark; `null` when it is none, or not all of it is in `all`. */
export function listFrom<T>(all: readonly T[], memory: string): T[] | null {
  const members = unpackNumbers(memory.replace(/~$/, ''))?.flatMap((number) => {
    const member = all[number];
    return member === undefined ? [null] : [member];
  });
  return members?.every((member) => member !== null) ? members : null;
}
