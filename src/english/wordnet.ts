import { readFileSync } from 'node:fs';
import { dataFile } from '../data.js';

const [, ...lines] = readFileSync(dataFile('english', 'words.txt'), 'utf8').trim().split('\n');
const [verbs = [], mostlyVerbs = [], rarelyVerbs = [], nouns = []] = lines.map((line) => line.split(' '));

/**
 * Words of WordNet 3.1, lower case: verbs that are hardly anything else, that are more often a verb, that are less often one;
 * and nouns with the ending of another class (`initiative`). `train/words.mjs` wrote them.
 */
export const WORDNET = { verbs, mostlyVerbs, rarelyVerbs, nouns } as const;
