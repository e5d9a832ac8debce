import { fold } from './fold.js';

/** Things to choose from, best first, by the words that they are known by, which are folded once. */
export class Suggestions<T> {
  readonly #all: readonly { readonly one: T; readonly folded: string }[];

  constructor(all: readonly T[], nameOf: (one: T) => string) {
    this.#all = all.map((one) => ({ one, folded: fold(nameOf(one)) }));
  }

  /** The first whose words have what was typed, at most so many. */
  having(typed: string, most: number): T[] {
    return this.#first(most, (folded, wanted) => folded.includes(wanted), typed);
  }

  /** The first whose words begin with what was typed, at most so many. */
  beginningWith(typed: string, most: number): T[] {
    return this.#first(most, (folded, wanted) => folded.startsWith(wanted), typed);
  }

  #first(most: number, fits: (folded: string, wanted: string) => boolean, typed: string): T[] {
    const wanted = fold(typed);
    const found: T[] = [];
    for (const { one, folded } of this.#all) {
      if (found.length === most) break;
      if (fits(folded, wanted)) found.push(one);
    }
    return found;
  }
}
