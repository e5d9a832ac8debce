import type { Quotation } from './quotation.js';

/** Fewer shared words are a coincidence. */
const MIN_SHARED = 3;
/** Share of the shorter quotation's words that the longer one must have. */
const MIN_OVERLAP = 0.6;

/** Finds the same words as other articles report them. */
export class Variants {
  readonly #terms: ReadonlyMap<Quotation, ReadonlySet<string>>;
  readonly #postings = new Map<string, Quotation[]>();

  /** Takes the index terms of each quotation. */
  constructor(terms: ReadonlyMap<Quotation, ReadonlySet<string>>) {
    this.#terms = terms;
    for (const [quotation, own] of terms) for (const term of own) this.#post(term, quotation);
  }

  /**
   * Quotations of other articles that share most words of the shorter of the two (overlap coefficient), the most
   * alike first; two speakers with different names never say the same quotation. Symmetric.
   */
  of(quotation: Quotation): Quotation[] {
    const terms = this.#terms.get(quotation) ?? new Set<string>();
    const shared = new Map<Quotation, number>();
    for (const term of terms)
      for (const other of this.#postings.get(term) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    return [...shared]
      .filter(([other, count]) => this.#isVariant(quotation, other, count))
      .sort(([a, shares], [b, others]) => others - shares || compare(a, b))
      .map(([other]) => other);
  }

  #isVariant(quotation: Quotation, other: Quotation, shared: number): boolean {
    if (other.article === quotation.article || shared < MIN_SHARED) return false;
    const shorter = Math.min(this.#terms.get(quotation)?.size ?? 0, this.#terms.get(other)?.size ?? 0);
    return shared >= MIN_OVERLAP * shorter && maySpeakTogether(quotation, other);
  }

  #post(term: string, quotation: Quotation): void {
    const posted = this.#postings.get(term);
    if (posted) posted.push(quotation);
    else this.#postings.set(term, [quotation]);
  }
}

/** One of them may be unnamed; two names must share their last word. */
function maySpeakTogether(a: Quotation, b: Quotation): boolean {
  if (!a.speaker?.named || !b.speaker?.named) return true;
  return lastWord(a.speaker.name) === lastWord(b.speaker.name);
}

const lastWord = (name: string): string => name.toLowerCase().split(/\s+/).at(-1) ?? '';

const compare = (a: Quotation, b: Quotation): number =>
  a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : a.start - b.start;
