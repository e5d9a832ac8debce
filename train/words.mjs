// Writes data/english/words.txt from WordNet 3.1.
//
//   node train/words.mjs WORDNET/dict data/english/words.txt
//
// A line of the index of senses is `lemma%part:file:… offset number count`; `count` says how often the sense stands in the
// texts that WordNet's authors tagged, file 18 of the nouns holds the people. A verb of which they saw no use is left out
// where the word is a noun or an adjective too, and so is a person where it is more often something else.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const PARTS = { 1: 'noun', 2: 'verb', 3: 'adjective', 4: 'adverb', 5: 'adjective' };
const PEOPLE = '1:18';
/** A word that is a verb so many times as often as anything else is read as nothing else. */
const HARDLY_EVER = 20;
/** Nouns with these endings look like adjectives, adverbs or verbs. */
const MISLEADING = /(?:ous|ful|less|ive|able|ible|ical|ial|ional|ary|ish|ese|est|ic|ican|ean|ed|ly)$/;

const [, , folder, out] = process.argv;
const read = (file) => readFile(path.join(folder, file), 'latin1');

/** How often each word is which part of speech, how often a noun tells a person, and whether its first sense does. */
const uses = new Map();
for (const line of (await read('index.sense')).split('\n')) {
  const [, lemma, sense, number, count] =
    /^([a-z]{2,}(?:-[a-z]+)?)%(\d:\d\d):\S* \d+ (\d+) (\d+)/.exec(line) ?? [];
  if (!lemma) continue;
  const known = uses.get(lemma) ?? { person: 0, first: '' };
  const part = PARTS[sense[0]];
  known[part] = (known[part] ?? 0) + Number(count);
  if (sense === PEOPLE) known.person += Number(count);
  if (part === 'noun' && number === '1') known.first = sense;
  uses.set(lemma, known);
}

/** In the data of the nouns, unlike in the index, names bear a capital. */
const common = new Set(
  (await read('data.noun'))
    .split('\n')
    .flatMap((line) => line.split(' | ', 1)[0].match(/(?<= )[a-z]+(?:-[a-z]+)?(?= [0-9a-f] )/g) ?? []),
);

const groups = { verbs: [], mostlyVerbs: [], rarelyVerbs: [], nouns: [], common: [], persons: [] };
for (const [lemma, { verb, noun, adjective, adverb = 0, person, first }] of uses) {
  const other = (noun ?? 0) + (adjective ?? 0);
  const isOther = noun !== undefined || adjective !== undefined;
  if (verb !== undefined && (!isOther || verb > HARDLY_EVER * Math.max(1, other))) groups.verbs.push(lemma);
  else if (verb > other) groups.mostlyVerbs.push(lemma);
  else if (verb > 0) groups.rarelyVerbs.push(lemma);
  if (noun > Math.max(adjective ?? 0, verb ?? 0, adverb) && MISLEADING.test(lemma)) groups.nouns.push(lemma);
  if (!common.has(lemma)) continue;
  if (noun > 0) groups.common.push(lemma);
  const thing = (noun ?? 0) - person;
  if (person > thing || (person === thing && first === PEOPLE)) groups.persons.push(lemma);
}

const NOTICE =
  'Words of WordNet 3.1 (see licences/WordNet.txt): verbs that are hardly anything else; more often a verb; less often; nouns with the ending of another class; nouns that are no names; nouns that tell a person.';
const lines = Object.values(groups).map((lemmas) => lemmas.sort().join(' '));
await writeFile(out, `# ${NOTICE}\n${lines.join('\n')}\n`);
console.log(Object.fromEntries(Object.entries(groups).map(([name, lemmas]) => [name, lemmas.length])));
