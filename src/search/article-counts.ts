/** How often each term occurs in each article: for every term, the articles that hold it. */
export class ArticleCounts {
  /** By term: where its entries start; they end where the next term's start. */
  readonly #starts: Uint32Array;
  readonly #articles: Uint32Array;
  readonly #counts: Uint32Array;

  /**
   * @param terms number of terms
   * @param articles by article: how often each of its terms occurs
   */
  constructor(terms: number, articles: readonly ReadonlyMap<number, number>[]) {
    this.#starts = new Uint32Array(terms + 1);
    for (const counts of articles) for (const term of counts.keys()) (this.#starts[term + 1] as number)++;
    for (let term = 0; term < terms; term++)
      (this.#starts[term + 1] as number) += this.#starts[term] as number;
    const size = this.#starts[terms] as number;
    this.#articles = new Uint32Array(size);
    this.#counts = new Uint32Array(size);
    const next = this.#starts.slice();
    for (const [article, counts] of articles.entries()) {
      for (const [term, count] of counts) {
        const at = next[term] as number;
        next[term] = at + 1;
        this.#articles[at] = article;
        this.#counts[at] = count;
      }
    }
  }

  /** Calls `visit` for every article that holds a term. */
  forEach(term: number, visit: (article: number, count: number) => void): void {
    const end = this.#starts[term + 1] as number;
    for (let at = this.#starts[term] as number; at < end; at++)
      visit(this.#articles[at] as number, this.#counts[at] as number);
  }
}
