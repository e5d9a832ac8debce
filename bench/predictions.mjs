import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readPlain } from '../dist/src/corpus/formats/plain.js';
import { structureOf } from '../dist/src/corpus/structure.js';

/** A text as an article, taken as it stands, also where it begins like front matter. */
export const articleOf = (text) => ({
  id: 'text',
  text,
  ...structureOf(text, readPlain(text, 'text.txt', 1).blocks),
});

/** compromise, where it is installed (`npm ci --prefix bench`). */
export async function loadCompromise() {
  const peer = await import('compromise').catch(() => null);
  if (!peer) console.error('compromise is not installed; only our extractor runs');
  return peer?.default ?? null;
}

/** The objects of a file of JSON lines. */
export const readRecords = async (file) =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/**
 * Runs each system over the texts of `data`, a JSON object per line with `id` and `text`, and writes what it finds to
 * `out/<system>.jsonl`: a line per text, `{"id", [field]: […]}`. Prints how fast each is.
 */
export async function writePredictions(field, systems, [data, out]) {
  if (!data || !out) {
    console.error(`Usage: npm run bench -- ${field} DATA.jsonl OUT_DIR`);
    process.exit(2);
  }
  const records = await readRecords(data);
  const length = records.reduce((sum, { text }) => sum + text.length, 0);
  await mkdir(out, { recursive: true });
  for (const [name, run] of Object.entries(systems)) {
    const from = performance.now();
    const lines = records.map(({ id, text }) => JSON.stringify({ id, [field]: run(text) }));
    const seconds = (performance.now() - from) / 1000;
    const file = path.join(out, `${name}.jsonl`);
    await writeFile(file, `${lines.join('\n')}\n`);
    console.log(`${file}: ${(length / 1e6 / seconds).toFixed(2)} MB/s`);
  }
}
