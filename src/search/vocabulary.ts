/** Consecutive numbers for strings, so that texts can be kept as arrays of integers. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #entries: string[] = [];

  get size(): number {
    return this.#entries.length;
  }

  /** The number of an entry, which is added if it is new. */
  add(entry: string): number {
    const known = this.#ids.get(entry);
    if (known !== undefined) return known;
    this.#ids.set(entry, this.#entries.length);
    this.#entries.push(entry);
    return this.#entries.length - 1;
  }

  idOf(entry: string): number | undefined {
    return this.#ids.get(entry);
  }

  entry(id: number): string {
    return this.#entries[id] as string;
  }

  /** In the order of their numbers. */
  entries(): readonly string[] {
    return this.#entries;
  }
}
