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
    for (const [field, { runs, starts }] of this.#fields.entries()) {
      for (const run of runs(term)) {
        const end = starts[run + 1] ?? this.size;
        for (let number = starts[run] as number; number < end; number++) {
          if (isSeen[number] === 1) continue;
          isSeen[number] = 1;
          found(number, field);
        }
      }
    }
  }

  /** The numbers of the things that have a term in the first field; none may share that with another. */
  inFirst(term: string): Uint32Array {
    return this.#fields[0]?.runs(term) ?? NONE;
  }

  /** How many terms a thing has in the first field. */
  countInFirst(number: number): number {
    const ends = this.#fields[0]?.ends ?? NONE;
    return (ends[number] ?? 0) - (ends[number - 1] ?? 0);
  }
}

const NONE = new Uint32Array();

/** The terms of a field, a list a run of neighbours that share them. */
interface Field {
  /** The first thing of each run. */
  readonly starts: Uint32Array;
  /** Up to each run, how many terms there are. */
  readonly ends: Uint32Array;
  /** The runs that have a term, ascending. */
  readonly runs: (term: string) => Uint32Array;
}

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
  const { offsets, runs } = await inverted(terms, ends, counts);
  return {
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    runs(term) {
      const id = vocabulary.get(term);
      return id === undefined ? NONE : runs.subarray(offsets[id], offsets[id + 1]);
    },
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
