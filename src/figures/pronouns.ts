import type { Entity } from '../english/people.js';
import { FEMALE_NOUNS, MALE_NOUNS, TITLES } from '../english/titles.js';

/** Whom or what a phrase means, as far as a pronoun may mean it again. */
export interface Referent {
  readonly name: string;
  readonly named: boolean;
  readonly plural: boolean;
  /** `null` where the text does not tell a person from a thing. */
  readonly human: boolean | null;
  readonly gender: Entity['gender'];
  /** Whether it says something in its sentence. */
  readonly speaks: boolean;
  /** Whether a capital at the start of a sentence is all that makes it a name (`Turnout`). */
  readonly doubtful: boolean;
}

/** What a sentence speaks of, its subject apart. */
export interface Mentions {
  readonly subject: Referent | null;
  readonly others: readonly Referent[];
}

/** Of a sentence that speaks of nobody. */
export const NOBODY: Mentions = { subject: null, others: [] };

/** Whether a pronoun may mean it. */
export type Fits = (referent: Referent) => boolean;

const isPerson =
  (gender: Entity['gender']): Fits =>
  (one) =>
    !one.plural && !one.doubtful && one.human !== false && (one.gender === null || one.gender === gender);
const isThing: Fits = ({ plural, human }) => !plural && human !== true;

/** A name that is nowhere more than one word is rather a body's. */
const areMany: Fits = ({ plural, named, human, speaks, name }) =>
  plural || (named && (human === false || (human === null && !speaks && !name.includes(' '))));

/** What `the company` may mean. */
export const isBody: Fits = (one) => one.named && isThing(one);

/** Whom `we` may mean. */
export const speaks: Fits = (one) => one.speaks;

/** Pronouns of whoever speaks in the same sentence. */
export const FIRST_PERSON = new Set(['i', 'we', 'me', 'us', 'my', 'our']);

/** What each pronoun may mean; the others (`you`, `this`) mean nothing that a text names. */
export const MEANT: ReadonlyMap<string, Fits> = new Map([
  ...['he', 'him', 'his'].map((word): [string, Fits] => [word, isPerson('male')]),
  ...['she', 'her'].map((word): [string, Fits] => [word, isPerson('female')]),
  ...['it', 'its'].map((word): [string, Fits] => [word, isThing]),
  ...['they', 'them', 'their'].map((word): [string, Fits] => [word, areMany]),
  ['there', isBody],
]);

/**
 * The subject where it fits, else the only other one that does: `the firm` after `Berg said the firm is old`, since who
 * speaks is rather a person.
 */
export function choose({ subject, others }: Mentions, fits: Fits): Referent | null {
  const [first, ...more] = others.filter(fits);
  if (subject && fits(subject) && (!first || subject.human !== null || !subject.speaks)) return subject;
  return first && more.every(({ name }) => name === first.name) ? first : null;
}

/** What is told of a common noun until more is known. */
export const NOUN = { named: false, human: false, gender: null, speaks: false, doubtful: false } as const;

/** `driver`, `spokeswoman`: a noun that tells a person. */
export function personOf(noun: string): Pick<Referent, 'human' | 'gender'> | null {
  if (MALE_NOUNS.has(noun)) return { human: true, gender: 'male' };
  if (FEMALE_NOUNS.has(noun)) return { human: true, gender: 'female' };
  return TITLES.has(noun) || /(?:man|woman|person|ist|cian|child)$/.test(noun)
    ? { human: true, gender: null }
    : null;
}
