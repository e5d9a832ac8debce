import SearchableMap from 'minisearch/SearchableMap';

/** Words of this length or shorter are too easily another word. */
const SHORTEST = 4;
const LONGEST = 24;
/** From this length on two mistakes are forgiven. */
const LONG = 7;

/**
 * Corrects misspelt words against the words of the texts (edit distance 1, or 2 in a long word, a swap of
 * neighbours counting once). Of several corrections the nearest, then one that only goes on, then one with the same first
 * letter, then the most frequent wins.
 */
export class Spelling {
  readonly #frequency = new SearchableMap<number>();

  /** Takes a word that is rightly spelt so. */
  add(form: string, frequency: number): void {
    this.#frequency.set(form, frequency);
  }

  /** The word of the texts that is meant, or `null` when none is near. */
  correct(form: string): string | null {
    if (form.length < SHORTEST || form.length > LONGEST || !/^\p{L}+$/u.test(form)) return null;
    const allowed = form.length < LONG ? 1 : 2;
    let best: string | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const [candidate, [frequency]] of this.#frequency.fuzzyGet(form, 2)) {
      const distance = editDistance(form, candidate);
      if (distance > allowed) continue;
      const beginning = candidate.startsWith(form) ? -0.3 : candidate[0] === form[0] ? 0 : 0.5;
      const cost = distance + beginning + 0.2 / (1 + Math.log(frequency));
      if (cost < bestCost) [best, bestCost] = [candidate, cost];
    }
    return best;
  }
}

/** Optimal string alignment distance: insert, delete, replace, or swap two neighbours. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
