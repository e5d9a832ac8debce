import { remembered } from '../text/remembered.js';
import type { TermIndex } from '../text/term-index.js';
import { eachInTurn } from '../turns.js';
import type { Quotation } from './quotation.js';

/** Fewer shared words are a coincidence. */
const MIN_SHARED = 3;
/** Share of the shorter quotation's words that the longer one must have. */
const MIN_OVERLAP = 0.6;

/** A word that more quotations have tells none of them from the others. */
const MAX_HAVING = 2000;

/** Reports of one quotation that are kept, the most alike; nobody reads more. */
const MAX_KEPT = 100;

/** Another report of a quotation. */
interface Report {
  readonly number: number;
  readonly shared: number;
}

/** The same words as other articles report them, found once. */
export class Variants {
  readonly #quotations: readonly Quotation[];
  readonly #reports: readonly (Uint32Array | undefined)[];

  private constructor(quotations: readonly Quotation[], reports: readonly (Uint32Array | undefined)[]) {
    this.#quotations = quotations;
    this.#reports = reports;
  }

  /** Takes all quotations, and the terms in each as the first field of an index. */
  static async among(quotations: readonly Quotation[], terms: TermIndex): Promise<Variants> {
    const found = new Map<number, Report[]>();
    const order = byLikeness(quotations);
    const add = (number: number, report: Report) => {
      const others = found.get(number) ?? [];
      found.set(number, others);
      others.push(report);
      if (others.length > 2 * MAX_KEPT) others.sort(order).splice(MAX_KEPT);
    };
    const search = new Search(quotations, terms);
    await eachInTurn(quotations.keys(), (number) => {
      for (const { number: other, shared } of search.asShorter(number)) {
        add(number, { number: other, shared });
        add(other, { number, shared });
      }
    });
    const reports: Uint32Array[] = [];
    await eachInTurn(found, ([number, others]) => {
      const best = others.sort(order).slice(0, MAX_KEPT);
      reports[number] = Uint32Array.from(best, (report) => report.number);
    });
    return new Variants(quotations, reports);
  }

  /**
   * Quotations of other articles that share most words of the shorter of the two (overlap coefficient), the most
   * alike first; two speakers with different names never say the same quotation.
   */
  of(number: number): Quotation[] {
    return Array.from(this.#reports[number] ?? [], (other) => this.#quotations[other] as Quotation);
  }

  /** How many quotations some are together with the other reports of each, all by their numbers. */
  countWith(numbers: readonly number[]): number {
    const all = new Set(numbers);
    for (const number of numbers) for (const other of this.#reports[number] ?? []) all.add(other);
    return all.size;
  }
}

/** The most alike first, then by article and place. */
const byLikeness = (quotations: readonly Quotation[]) => (a: Report, b: Report) =>
  b.shared - a.shared || compare(quotations[a.number] as Quotation, quotations[b.number] as Quotation);

/** Looks for the longer of two reports of the same words. */
class Search {
  readonly #quotations: readonly Quotation[];
  readonly #terms: TermIndex;
  /** By term and by quotation, for which one, counted from 1, it was noted last. */
  readonly #termNoted: Uint32Array;
  readonly #noted: Uint32Array;

  constructor(quotations: readonly Quotation[], terms: TermIndex) {
    this.#quotations = quotations;
    this.#terms = terms;
    this.#termNoted = new Uint32Array(terms.termCount);
    this.#noted = new Uint32Array(quotations.length);
  }

  /**
   * The reports of a quotation that are longer, or as long and stand behind it. They share all but a few of its words, so
   * they have one of its rarest, of which there is one more than those few.
   */
  asShorter(number: number): Report[] {
    const own = this.#terms.termsOf(number);
    const needed = Math.max(MIN_SHARED, Math.ceil(MIN_OVERLAP * own.length));
    if (own.length < needed) return [];
    for (const term of own) this.#termNoted[term] = number + 1;
    const rarest = Array.from(own, (term) => this.#terms.having(term)).sort((a, b) => a.length - b.length);
    return rarest
      .slice(0, own.length - needed + 1)
      .filter((having) => having.length <= MAX_HAVING)
      .flatMap((having) => this.#among(having, number, needed));
  }

  #among(others: Uint32Array, number: number, needed: number): Report[] {
    const found: Report[] = [];
    for (const other of others) {
      if (this.#noted[other] === number + 1) continue;
      this.#noted[other] = number + 1;
      if (!this.#mayBeLonger(number, other)) continue;
      const shared = this.#sharedWith(other, number);
      if (shared >= needed && this.#maySpeakTogether(number, other)) found.push({ number: other, shared });
    }
    return found;
  }

  #mayBeLonger(number: number, other: number): boolean {
    const longer = this.#terms.termCountOf(other) - this.#terms.termCountOf(number);
    if (longer < 0 || (longer === 0 && other <= number)) return false;
    return this.#quotations[number]?.article !== this.#quotations[other]?.article;
  }

  #maySpeakTogether(number: number, other: number): boolean {
    return maySpeakTogether(this.#quotations[number] as Quotation, this.#quotations[other] as Quotation);
  }

  #sharedWith(other: number, number: number): number {
    let shared = 0;
    for (const term of this.#terms.termsOf(other)) if (this.#termNoted[term] === number + 1) shared++;
    return shared;
  }
}

/** One of them may be unnamed; two names must share their last word. */
function maySpeakTogether(a: Quotation, b: Quotation): boolean {
  if (!a.speaker?.named || !b.speaker?.named) return true;
  return lastWord(a.speaker.name) === lastWord(b.speaker.name);
}

const lastWord: (name: string) => string = remembered((name) => name.toLowerCase().split(/\s+/).at(-1) ?? '');

const compare = (a: Quotation, b: Quotation): number =>
  a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : a.start - b.start;
