import { termsOf } from '../english/terms.js';
import type { TermIndex } from '../text/term-index.js';
import type { Quotation } from './quotation.js';

/** Fewer shared words are a coincidence. */
const MIN_SHARED = 3;
/** Share of the shorter quotation's words that the longer one must have. */
const MIN_OVERLAP = 0.6;

/** Finds the same words as other articles report them. */
export class Variants {
  readonly #quotations: readonly Quotation[];
  readonly #terms: TermIndex;

  /** Takes all quotations, and the terms in each as the first field of an index. */
  constructor(quotations: readonly Quotation[], terms: TermIndex) {
    this.#quotations = quotations;
    this.#terms = terms;
  }

  /**
   * Quotations of other articles that share most words of the shorter of the two (overlap coefficient), the most
   * alike first; two speakers with different names never say the same quotation. Symmetric.
   */
  of(quotation: Quotation): Quotation[] {
    const terms = termsIn(quotation);
    return [...this.#sharing(terms)]
      .filter(([number, count]) => this.#isVariant(quotation, terms.size, number, count))
      .map(([number, count]) => ({ other: this.#quotations[number] as Quotation, count }))
      .sort((a, b) => b.count - a.count || compare(a.other, b.other))
      .map(({ other }) => other);
  }

  /** The quotations with enough of some terms, each with how many it has. */
  #sharing(terms: ReadonlySet<string>): [number, number][] {
    const counts = new Uint16Array(this.#quotations.length);
    const enough: number[] = [];
    for (const term of terms) {
      for (const number of this.#terms.inFirst(term)) {
        const count = (counts[number] as number) + 1;
        counts[number] = count;
        if (count === MIN_SHARED) enough.push(number);
      }
    }
    return enough.map((number) => [number, counts[number] as number]);
  }

  #isVariant(quotation: Quotation, size: number, number: number, shared: number): boolean {
    const other = this.#quotations[number] as Quotation;
    if (shared < MIN_OVERLAP * Math.min(size, this.#terms.countInFirst(number))) return false;
    return other.article !== quotation.article && maySpeakTogether(quotation, other);
  }
}

const termsIn = ({ article, start, end }: Quotation): Set<string> =>
  new Set(termsOf(article.text.slice(start, end)));

/** One of them may be unnamed; two names must share their last word. */
function maySpeakTogether(a: Quotation, b: Quotation): boolean {
  if (!a.speaker?.named || !b.speaker?.named) return true;
  return lastWord(a.speaker.name) === lastWord(b.speaker.name);
}

const lastWord = (name: string): string => name.toLowerCase().split(/\s+/).at(-1) ?? '';

const compare = (a: Quotation, b: Quotation): number =>
  a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : a.start - b.start;
