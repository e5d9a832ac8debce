import { readFileSync } from 'node:fs';
import { dataFile } from '../data.js';

const [, ...lines] = readFileSync(dataFile('english', 'words.txt'), 'utf8').trim().split('\n');
const [verbs = [], mostlyVerbs = [], rarelyVerbs = [], nouns = [], common = []] = lines.map((line) =>
  line.split(' '),
);

/**
 * Words of WordNet 3.1, lower case: verbs that are hardly anything else, that are more often a verb, that are less often one;
 * nouns with the ending of another class (`initiative`); and `common` nouns, which are no names. `train/words.mjs` wrote them.
 */
export const WORDNET = { verbs, mostlyVerbs, rarelyVerbs, nouns, common } as const;
