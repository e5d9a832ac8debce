import { fold } from './fold.js';

/** Things to choose from, best first, by the words that they are known by, which are folded once. */
export class Suggestions<T> {
  readonly #all: readonly { readonly one: T; readonly folded: string }[];

  constructor(all: readonly T[], nameOf: (one: T) => string) {
    this.#all = all.map((one) => ({ one, folded: fold(nameOf(one)) }));
  }

  /** Those whose words have what was typed. */
  having(typed: string): Iterable<T> {
    return this.#those((folded, wanted) => folded.includes(wanted), typed);
  }

  /** Those whose words begin with what was typed. */
  beginningWith(typed: string): Iterable<T> {
    return this.#those((folded, wanted) => folded.startsWith(wanted), typed);
  }

  *#those(fits: (folded: string, wanted: string) => boolean, typed: string): Iterable<T> {
    const wanted = fold(typed.trim());
    for (const { one, folded } of this.#all) if (fits(folded, wanted)) yield one;
  }
}

/**
 * What can be made of the first of some things, at most so many.
 *
 * @param make `null` for what is passed over.
 */
export function firstOf<T, Made>(things: Iterable<T>, most: number, make: (one: T) => Made | null): Made[] {
  const made: Made[] = [];
  for (const one of things) {
    if (made.length === most) break;
    const next = make(one);
    if (next !== null) made.push(next);
  }
  return made;
}
