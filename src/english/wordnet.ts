import { wordGroups } from '../data.js';

const [verbs = [], mostlyVerbs = [], rarelyVerbs = [], nouns = [], common = [], persons = []] = wordGroups(
  'english',
  'words.txt',
);

/**
 * Words of WordNet 3.1, lower case: verbs that are hardly anything else, that are more often a verb, that are less often one;
 * nouns with the ending of another class (`initiative`); `common` nouns, which are no names; and those that tell a person.
 * `train/words.mjs` wrote them.
 */
export const WORDNET = { verbs, mostlyVerbs, rarelyVerbs, nouns, common, persons } as const;
