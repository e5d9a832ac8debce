import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stem } from '../src/text/tokens.js';

/**
 * `npm run train:words -- WORDNET_FOLDER` derives `src/text/related-words.json` from WordNet 3.0's database files
 * (wndb(5WN)): for every stem the stems that are its irregular forms, its derivational family, its synonyms and its
 * hypernyms, and its noun category. Senses are in WordNet's order, the most frequent first.
 */

const SENSES = 6;
const MOST = { irregular: 6, derived: 10, synonyms: 12, hypernyms: 3 };
const WORD = /^[a-z]{2,24}$/;

interface Synset {
  readonly words: readonly string[];
  readonly lexicographerFile: number;
  readonly pointers: readonly { symbol: string; target: string; from: number; to: number }[];
}

interface Entry {
  readonly irregular: Set<string>;
  readonly derived: Set<string>;
  readonly synonyms: Set<string>;
  readonly hypernyms: Set<string>;
  category: number;
}

const POS = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const;
type Pos = keyof typeof POS;

const folder = process.argv[2] ?? '';
const linesOf = (file: string): string[] =>
  readFileSync(path.join(folder, file), 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));

const synsets = new Map<string, Synset>();
const entries = new Map<string, Entry>();

const plain = (word: string): string => word.replace(/\(.*\)$/, '').toLowerCase();
const posOf = (type: string): string => (type === 's' ? 'a' : type);

function readSynset(line: string): [string, Synset] {
  const fields = (line.split(' | ')[0] as string).trim().split(' ');
  const [offset = '', file = '', type = '', count = ''] = fields;
  const size = Number.parseInt(count, 16);
  const words = Array.from({ length: size }, (_, i) => plain(fields[4 + 2 * i] ?? ''));
  const at = 5 + 2 * size;
  const pointers = Array.from({ length: Number(fields[at - 1]) }, (_, i) => {
    const [symbol = '', target = '', pos = '', ends = ''] = fields.slice(at + 4 * i, at + 4 * i + 4);
    const [from = 0, to = 0] = [ends.slice(0, 2), ends.slice(2)].map((n) => Number.parseInt(n, 16));
    return { symbol, target: posOf(pos) + target, from, to };
  });
  return [posOf(type) + offset, { words, lexicographerFile: Number(file), pointers }];
}

function entryOf(word: string): Entry {
  const key = stem(word);
  let entry = entries.get(key);
  if (!entry) {
    const none = () => new Set<string>();
    entry = { irregular: none(), derived: none(), synonyms: none(), hypernyms: none(), category: -1 };
    entries.set(key, entry);
  }
  return entry;
}

function relate(lemma: string, pos: Pos, synset: Synset): void {
  const entry = entryOf(lemma);
  const add = (to: Set<string>, word: string | undefined) => {
    if (word !== undefined && WORD.test(word) && stem(word) !== stem(lemma)) to.add(stem(word));
  };
  for (const word of synset.words) add(entry.synonyms, word);
  const own = synset.words.indexOf(lemma) + 1;
  for (const { symbol, target, from, to } of synset.pointers) {
    const words = synsets.get(target)?.words ?? [];
    if (symbol === '+' && from === own) add(entry.derived, words[to - 1]);
    if (symbol === '\\') add(entry.derived, words[Math.max(0, to - 1)]);
    if (symbol === '@' || symbol === '@i') for (const word of words) add(entry.hypernyms, word);
    if (symbol === '&') for (const word of words.slice(0, 2)) add(entry.synonyms, word);
  }
  if (pos === 'n' && entry.category < 0) entry.category = synset.lexicographerFile;
}

for (const name of Object.values(POS)) {
  for (const line of linesOf(`data.${name}`)) synsets.set(...readSynset(line));
}
for (const [pos, name] of Object.entries(POS) as [Pos, string][]) {
  for (const line of linesOf(`index.${name}`)) {
    const fields = line.trim().split(' ');
    const lemma = fields[0] as string;
    if (!WORD.test(lemma)) continue;
    const offsets = fields.slice(6 + Number(fields[3]));
    for (const offset of offsets.slice(0, SENSES)) relate(lemma, pos, synsets.get(pos + offset) as Synset);
  }
  for (const line of linesOf(`${name}.exc`)) {
    const [form = '', base = ''] = line.split(' ');
    if (!WORD.test(form) || !WORD.test(base) || stem(form) === stem(base)) continue;
    entryOf(form).irregular.add(stem(base));
    entryOf(base).irregular.add(stem(form));
  }
}

/** Plurals in -men, which WordNet leaves to its software. */
for (const word of [...entries.keys()].filter((key) => /[a-z]{2}man$/.test(key))) {
  const plural = word.replace(/man$/, 'men');
  entryOf(plural).irregular.add(word);
  entryOf(word).irregular.add(plural);
}

const list = (words: Set<string>, most: number): string => [...words].slice(0, most).join(' ');
const lines = [...entries]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, { irregular, derived, synonyms, hypernyms, category }]) => {
    const fields = [
      list(irregular, MOST.irregular),
      list(derived, MOST.derived),
      list(synonyms, MOST.synonyms),
      list(hypernyms, MOST.hypernyms),
      category < 0 ? '' : String(category),
    ];
    return [key, ...fields].join('\t').trimEnd();
  });
const notice = 'Derived from WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved.';
writeFileSync(
  path.join('src', 'text', 'related-words.json'),
  `${JSON.stringify({ notice, licence: 'licences/WordNet.txt', words: lines.join('\n') })}\n`,
);
console.log(`${lines.length} stems`);
