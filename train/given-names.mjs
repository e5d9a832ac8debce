// Writes data/english/given-names.txt from the names of those born in the United States, as the Social Security
// Administration counts them (https://www.ssa.gov/oact/babynames/names.zip, a file `yob1980.txt` a year).
//
//   node train/given-names.mjs FOLDER data/english/given-names.txt
//
// A line of a file is `name,sex,births`. Names of fewer than LEAST people are left out, and so are those that are not
// one; a name is a man's or a woman's where all but a twentieth of those who bear it are.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Those whom the news of these years writes of. */
const [FIRST, LAST] = [1930, 2004];
const LEAST = 4000;
const SURE = 0.95;
const NO_NAMES = new Set(
  'baby infant unknown unique king prince princess queen major justice general'.split(' '),
);

const [, , folder, out] = process.argv;
const births = new Map();
for (let year = FIRST; year <= LAST; year++)
  for (const line of (await readFile(path.join(folder, `yob${year}.txt`), 'utf8')).trim().split('\n')) {
    const [name, sex, count] = line.trim().split(',');
    const known = births.get(name) ?? { M: 0, F: 0 };
    known[sex] += Number(count);
    births.set(name, known);
  }

const groups = { male: [], female: [], either: [] };
for (const [name, { M, F }] of births) {
  const lower = name.toLowerCase();
  if (M + F < LEAST || NO_NAMES.has(lower)) continue;
  const group = M > SURE * (M + F) ? 'male' : F > SURE * (M + F) ? 'female' : 'either';
  groups[group].push(lower);
}

const NOTICE = `Given names of people born in the United States from ${FIRST} to ${LAST}: men’s, women’s, either’s.`;
const lines = Object.values(groups).map((names) => names.sort().join(' '));
await writeFile(out, `# ${NOTICE}\n${lines.join('\n')}\n`);
console.log(Object.fromEntries(Object.entries(groups).map(([name, names]) => [name, names.length])));
