// Writes data/english/verbs.txt from the index of senses of WordNet 3.1.
//
//   node train/verbs.mjs WORDNET/index.sense data/english/verbs.txt
//
// A line of the index is `lemma%pos:… offset number count`; `count` says how often the sense stands in the texts that
// WordNet's authors tagged. A verb of which they saw no use is left out where the word is a noun or an adjective too.
import { readFile, writeFile } from 'node:fs/promises';

const VERB = '2';
const NOUN = '1';
const ADJECTIVES = ['3', '5'];

const [, , index, out] = process.argv;
const uses = new Map();
for (const line of (await readFile(index, 'utf8')).split('\n')) {
  const [sense = '', , , count = '0'] = line.split(' ');
  const [lemma, rest = ''] = sense.split('%');
  if (!/^[a-z]{2,}(?:-[a-z]+)?$/.test(lemma)) continue;
  const known = uses.get(lemma) ?? { verb: null, other: null };
  const is = rest[0];
  if (is === VERB) known.verb = (known.verb ?? 0) + Number(count);
  if (is === NOUN || ADJECTIVES.includes(is)) known.other = (known.other ?? 0) + Number(count);
  uses.set(lemma, known);
}

const groups = { verb: [], mostly: [], rarely: [] };
for (const [lemma, { verb, other }] of uses) {
  if (verb === null) continue;
  if (other === null) groups.verb.push(lemma);
  else if (verb > other) groups.mostly.push(lemma);
  else if (verb > 0) groups.rarely.push(lemma);
}

const NOTICE =
  'Verbs of WordNet 3.1 (see licences/WordNet.txt): no noun or adjective; a verb more often; less often.';
const lines = Object.values(groups).map((lemmas) => lemmas.sort().join(' '));
await writeFile(out, `# ${NOTICE}\n${lines.join('\n')}\n`);
console.log(Object.fromEntries(Object.entries(groups).map(([name, lemmas]) => [name, lemmas.length])));
