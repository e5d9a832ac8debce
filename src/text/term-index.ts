import { eachInTurn } from '../turns.js';

/** What something is found by: for each field its terms, parted by spaces; `null` where they are those of the one before. */
export type FieldTerms = readonly (string | null)[];

/** The terms of a text as a field takes them, each once. */
export const joined = (terms: readonly string[]): string => [...new Set(terms)].join(' ');

/**
 * Tells which of many numbered things have a term, and in which field. It keeps numbers alone, so that a hundred thousand take
 * no more than some megabytes.
 */
export class TermIndex {
  readonly #fields: readonly Field[];
  /** How many there are. */
  readonly size: number;

  private constructor(fields: readonly Field[], size: number) {
    this.#fields = fields;
    this.size = size;
  }

  /** Numbers things in the order given; the first of an article must not have `null`. */
  static async create(things: readonly FieldTerms[]): Promise<TermIndex> {
    const fields: Field[] = [];
    for (const [field] of (things[0] ?? []).entries())
      fields.push(await makeField(things, (thing) => thing[field] ?? null));
    return new TermIndex(fields, things.length);
  }

  /** Calls `found` once for each thing that has the term, with the first field that has it. */
  each(term: string, found: (number: number, field: number) => void): void {
    const isSeen = new Uint8Array(this.size);
    for (const [field, { vocabulary, offsets, runs, starts }] of this.#fields.entries()) {
      const id = vocabulary.get(term);
      if (id === undefined) continue;
      for (const run of runs.subarray(offsets[id], offsets[id + 1])) {
        const end = starts[run + 1] ?? this.size;
        for (let number = starts[run] as number; number < end; number++) {
          if (isSeen[number] === 1) continue;
          isSeen[number] = 1;
          found(number, field);
        }
      }
    }
  }

  /** The number of a term among those of all fields, by which `termAt` gives it back; `null` where no field has it. */
  numberOf(term: string): number | null {
    let first = 0;
    for (const { vocabulary } of this.#fields) {
      const id = vocabulary.get(term);
      if (id !== undefined) return first + id;
      first += vocabulary.size;
    }
    return null;
  }

  /** The term with that number, which takes a look at each; `null` where there are not as many. */
  termAt(number: number): string | null {
    let first = 0;
    for (const { vocabulary } of this.#fields) {
      if (number < first + vocabulary.size) return [...vocabulary.keys()][number - first] ?? null;
      first += vocabulary.size;
    }
    return null;
  }

  /** The terms of a thing in the first field, each as a number; no two things may share that field. */
  termsOf(number: number): Uint32Array {
    const { terms, ends } = this.#fields[0] ?? NO_FIELD;
    return terms.subarray(ends[number - 1] ?? 0, ends[number]);
  }

  /** How many those are. */
  termCountOf(number: number): number {
    const { ends } = this.#fields[0] ?? NO_FIELD;
    return (ends[number] ?? 0) - (ends[number - 1] ?? 0);
  }

  /** The things that have a term, given as a number, in the first field. */
  having(term: number): Uint32Array {
    const { offsets, runs } = this.#fields[0] ?? NO_FIELD;
    return runs.subarray(offsets[term], offsets[term + 1]);
  }

  /** How many terms there are in the first field. */
  get termCount(): number {
    return this.#fields[0]?.vocabulary.size ?? 0;
  }
}

/** The terms of a field, a list a run of neighbours that share them. */
interface Field {
  readonly vocabulary: ReadonlyMap<string, number>;
  /** The first thing of each run. */
  readonly starts: Uint32Array;
  /** The terms of each run, one list after another, and where each ends. */
  readonly terms: Uint32Array;
  readonly ends: Uint32Array;
  /** The runs of each term, ascending, one list after another, and where each begins. */
  readonly runs: Uint32Array;
  readonly offsets: Uint32Array;
}

const NONE = new Uint32Array();
const NO_FIELD: Field = {
  vocabulary: new Map(),
  starts: NONE,
  terms: NONE,
  ends: NONE,
  runs: NONE,
  offsets: NONE,
};

async function makeField(
  things: readonly FieldTerms[],
  termsOf: (thing: FieldTerms) => string | null,
): Promise<Field> {
  const vocabulary = new Map<string, number>();
  const counts: number[] = [];
  const starts: number[] = [];
  const terms: number[] = [];
  const ends: number[] = [];
  await eachInTurn(things.keys(), (number) => {
    const own = termsOf(things[number] as FieldTerms);
    if (own === null) return;
    starts.push(number);
    for (const term of own === '' ? [] : own.split(' ')) {
      const id = vocabulary.get(term) ?? vocabulary.size;
      if (id === vocabulary.size) vocabulary.set(term, id);
      counts[id] = (counts[id] ?? 0) + 1;
      terms.push(id);
    }
    ends.push(terms.length);
  });
  return {
    vocabulary,
    starts: Uint32Array.from(starts),
    terms: Uint32Array.from(terms),
    ends: Uint32Array.from(ends),
    ...(await inverted(terms, ends, counts)),
  };
}

/** From the terms of each run the runs of each term, one list after another. */
async function inverted(terms: readonly number[], ends: readonly number[], counts: readonly number[]) {
  const offsets = new Uint32Array(counts.length + 1);
  for (const [id, count] of counts.entries()) offsets[id + 1] = (offsets[id] as number) + count;
  const next = offsets.slice();
  const runs = new Uint32Array(terms.length);
  let at = 0;
  await eachInTurn(ends.keys(), (run) => {
    for (const end = ends[run] as number; at < end; at++) {
      const id = terms[at] as number;
      runs[next[id] as number] = run;
      next[id] = (next[id] as number) + 1;
    }
  });
  return { offsets, runs };
}
