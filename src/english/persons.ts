import { readFileSync } from 'node:fs';
import { dataFile } from '../data.js';
import { FEMALE_NOUNS, MALE_NOUNS } from './titles.js';

/** Offices and callings that WordNet does not have, or has as something else first. */
const MORE_PERSONS =
  'anchor caseworker ceo cfo chair coo councilmember frontman host moderator newlywed ranger vlogger';

const [, persons = ''] = readFileSync(dataFile('english', 'persons.txt'), 'utf8').split('\n');

const PERSONS: ReadonlySet<string> = new Set([
  ...`${persons} ${MORE_PERSONS}`.split(' '),
  ...MALE_NOUNS,
  ...FEMALE_NOUNS,
]);

/** Whether a noun, in lower case and in the singular, tells a person: `cyclist`, `clerk`. */
export const isPerson = (noun: string): boolean => PERSONS.has(noun);
