import { FEMALE_NOUNS, MALE_NOUNS } from './titles.js';
import { WORDNET } from './wordnet.js';

/** Offices and callings that WordNet does not have, or has as something else first. */
const MORE_PERSONS =
  'anchor caseworker ceo cfo chair coo councilmember frontman host moderator newlywed ranger vlogger';

const PERSONS: ReadonlySet<string> = new Set([
  ...WORDNET.persons,
  ...MORE_PERSONS.split(' '),
  ...MALE_NOUNS,
  ...FEMALE_NOUNS,
]);

/** Whether a noun, in lower case and in the singular, tells a person: `cyclist`, `clerk`. */
export const isPerson = (noun: string): boolean => PERSONS.has(noun);
