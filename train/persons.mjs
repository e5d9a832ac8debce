// Writes data/english/persons.txt, the nouns that tell a person, from WordNet 3.1.
//
//   node train/persons.mjs WORDNET/dict data/english/persons.txt
//
// A line of the index of senses is `lemma%1:file:… offset number count`; file 18 holds the people. A noun is left out
// where texts use it more often for something else, and a name (`Einstein`), which WordNet has among its nouns.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const PEOPLE = '18';

const [, , folder, out] = process.argv;
const lines = async (file) => (await readFile(path.join(folder, file), 'latin1')).split('\n');

const common = new Set();
for (const line of await lines('data.noun'))
  for (const [, word] of line.split(' | ', 1)[0].matchAll(/ ([a-z]+(?:-[a-z]+)?) [0-9a-f](?= )/g))
    common.add(word);

const nouns = new Map();
for (const line of await lines('index.sense')) {
  const [sense = '', , number, count = '0'] = line.split(' ');
  const [, lemma, file] = /^([a-z]{2,}(?:-[a-z]+)?)%1:(\d\d):/.exec(sense) ?? [];
  if (!lemma || !common.has(lemma)) continue;
  const known = nouns.get(lemma) ?? { person: 0, other: 0, first: '' };
  known[file === PEOPLE ? 'person' : 'other'] += Number(count);
  if (number === '1') known.first = file;
  nouns.set(lemma, known);
}

const persons = [...nouns].filter(
  ([, { person, other, first }]) => person > other || (person === other && first === PEOPLE),
);
const NOTICE = 'Nouns of WordNet 3.1 that tell a person (see licences/WordNet.txt).';
await writeFile(
  out,
  `# ${NOTICE}\n${persons
    .map(([lemma]) => lemma)
    .sort()
    .join(' ')}\n`,
);
console.log(persons.length);
