// Writes data/english/words.txt from the index of senses and the nouns of WordNet 3.1.
//
//   node train/words.mjs WORDNET/index.sense WORDNET/data.noun data/english/words.txt
//
// A line of the index is `lemma%pos:… offset number count`; `count` says how often the sense stands in the texts that
// WordNet's authors tagged. A verb of which they saw no use is left out where the word is a noun or an adjective too.
import { readFile, writeFile } from 'node:fs/promises';

const PARTS = { 1: 'noun', 2: 'verb', 3: 'adjective', 4: 'adverb', 5: 'adjective' };
/** A word that is a verb so many times as often as anything else is read as nothing else. */
const HARDLY_EVER = 20;
/** Nouns with these endings look like adjectives, adverbs or verbs. */
const MISLEADING = /(?:ous|ful|less|ive|able|ible|ical|ial|ional|ary|ish|ese|est|ic|ican|ean|ed|ly)$/;

const [, , index, nounData, out] = process.argv;
const uses = new Map();
for (const line of (await readFile(index, 'utf8')).split('\n')) {
  const [sense = '', , , count = '0'] = line.split(' ');
  const [lemma, rest = ''] = sense.split('%');
  const part = PARTS[rest[0]];
  if (!part || !/^[a-z]{2,}(?:-[a-z]+)?$/.test(lemma)) continue;
  const known = uses.get(lemma) ?? {};
  uses.set(lemma, { ...known, [part]: (known[part] ?? 0) + Number(count) });
}

/** In the data of the nouns, unlike in the index, names bear a capital. */
const written = new Set((await readFile(nounData, 'utf8')).match(/(?<= )[A-Za-z][\w-]*(?= [0-9a-f] )/g));
const isCommon = (lemma) => written.has(lemma);

const groups = { verbs: [], mostlyVerbs: [], rarelyVerbs: [], nouns: [], common: [] };
for (const [lemma, { verb, noun, adjective, adverb = 0 }] of uses) {
  const other = (noun ?? 0) + (adjective ?? 0);
  const isOther = noun !== undefined || adjective !== undefined;
  if (verb !== undefined && (!isOther || verb > HARDLY_EVER * Math.max(1, other))) groups.verbs.push(lemma);
  else if (verb > other) groups.mostlyVerbs.push(lemma);
  else if (verb > 0) groups.rarelyVerbs.push(lemma);
  if (noun > Math.max(adjective ?? 0, verb ?? 0, adverb) && MISLEADING.test(lemma)) groups.nouns.push(lemma);
  if (noun > 0 && isCommon(lemma)) groups.common.push(lemma);
}

const NOTICE =
  'Words of WordNet 3.1 (see licences/WordNet.txt): verbs that are hardly anything else; more often a verb; less often; nouns with the ending of another class; nouns that are no names.';
const lines = Object.values(groups).map((lemmas) => lemmas.sort().join(' '));
await writeFile(out, `# ${NOTICE}\n${lines.join('\n')}\n`);
console.log(Object.fromEntries(Object.entries(groups).map(([name, lemmas]) => [name, lemmas.length])));
