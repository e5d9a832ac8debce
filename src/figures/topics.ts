import { Suggestions } from '../text/suggestions.js';
import { eachInTurn } from '../turns.js';
import { headOf, isBareNoun, isCounted } from './counted.js';
import type { Figure } from './figure.js';
import { pluralOf } from './wording.js';

/** Longest name of a topic that is suggested, in UTF-16 units; longer ones are half a sentence, which nobody looks for. */
const MAX_NAME_LENGTH = 80;

/** No topic. */
const NONE = 0xffffffff;

/** What some figures count and measure (in the plural, as a reader would ask) and whose they are, each known by a number. */
export class Topics {
  readonly #names: readonly string[];
  /** By the number of the figure the topic that it counts, its measure's, and the one whose it is. */
  readonly #topics: readonly Uint32Array[];
  readonly #suggestions: Suggestions<number>;

  private constructor(names: readonly string[], topics: readonly Uint32Array[], count: number) {
    this.#names = names;
    this.#topics = topics;
    this.#suggestions = new Suggestions(this.#byCount(Array(count).keys()), (topic) => this.nameOf(topic));
  }

  /** The topics of figures that are numbered from 0. */
  static async of(figures: readonly Figure[]): Promise<Topics> {
    const numbers = new Map<string, number>();
    const names: string[] = [];
    const numberOf = (name: string): number => {
      if (name === '' || name.length > MAX_NAME_LENGTH) return NONE;
      const key = name.toLowerCase();
      const number = numbers.get(key) ?? names.length;
      if (number === names.length) names.push(name);
      numbers.set(key, number);
      return number;
    };
    const topics = NAMES.map(() => new Uint32Array(figures.length));
    await eachInTurn(figures.entries(), ([i, figure]) => {
      for (const [at, nameOf] of NAMES.entries()) (topics[at] as Uint32Array)[i] = numberOf(nameOf(figure));
    });
    return new Topics(names, topics, figures.length);
  }

  nameOf(topic: number): string {
    return this.#names[topic] as string;
  }

  /** Those whose name has what was typed, the most frequent first: of all figures, or of those with these numbers. */
  having(typed: string, among: readonly number[] | null): Iterable<number> {
    const all =
      among === null
        ? this.#suggestions
        : new Suggestions(this.#byCount(among), (topic) => this.nameOf(topic));
    return all.having(typed);
  }

  #byCount(figures: Iterable<number>): number[] {
    const counts = new Uint32Array(this.#names.length);
    const found: number[] = [];
    for (const figure of figures) {
      for (const topics of this.#topics) {
        const topic = topics[figure] as number;
        if (topic === NONE) continue;
        if (counts[topic] === 0) found.push(topic);
        counts[topic] = (counts[topic] as number) + 1;
      }
    }
    const countOf = (topic: number) => counts[topic] as number;
    const isPoor = (topic: number) => countOf(topic) === 1 && isBareNoun(this.nameOf(topic));
    return found.sort(
      (a, b) =>
        Number(isPoor(a)) - Number(isPoor(b)) ||
        countOf(b) - countOf(a) ||
        (this.nameOf(a) < this.nameOf(b) ? -1 : 1),
    );
  }
}

/** The plural that a figure counts; '' where that is no word. */
function countedIn(figure: Figure): string {
  return headOf(figure).length < 3 ? '' : (figure.of?.split(/\s+/).at(-1) ?? '');
}

/** The measure in the plural (`euros`); '' where there is none besides what is counted, and for what is told in words alone. */
function measuredIn(figure: Figure): string {
  const [base = ''] = figure.unit.split(' per ');
  return base === '' || isCounted(figure) ? '' : (TOLD.get(base) ?? pluralOf(base));
}

/** Units whose plural is not what a figure of them is found by. */
const TOLD: ReadonlyMap<string, string> = new Map([
  ['percentage', 'percentages'],
  ['count', ''],
]);

const NAMES: readonly ((figure: Figure) => string)[] = [countedIn, measuredIn, ({ holder }) => holder ?? ''];
