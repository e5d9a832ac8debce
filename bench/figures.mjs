// Runs our extractor of figures, and compromise where it is installed, over texts, and writes what they find.
//
//   npm run build && node bench/figures.mjs DATA.jsonl OUT_DIR
//
// DATA.jsonl: a JSON object per line with `id` and `text`. OUT_DIR/<system>.jsonl: a line per text,
// {"id","figures":[{"start","end","text","value","unit","concept","change"}]}; offsets are UTF-16 into `text`, `value`
// is a number or the two ends of a range, `concept` says whose figure it is and of what, at most eight words.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { structureOf } from '../dist/src/corpus/structure.js';
import { figuresOf } from '../dist/src/figures/extract.js';

const CONCEPT_WORDS = 8;

/** Our extractor. The text is taken as it stands, also where it begins like front matter. */
function verbatim(text) {
  const article = { id: 'text', text, ...structureOf(text, false) };
  return figuresOf(article).map(({ start, end, value, unit, change, of, holder }) => {
    const words = `${holder ?? ''} ${of ?? ''}`.trim().split(/\s+/).slice(0, CONCEPT_WORDS);
    return {
      start,
      end,
      text: text.slice(start, end),
      value,
      unit: unit || '-',
      concept: words.join(' ') || '-',
      change,
    };
  });
}

/** compromise finds numbers and their unit, not what they are of. */
function compromise(nlp) {
  return (text) =>
    nlp(text)
      .numbers()
      .json({ offset: true })
      .filter(({ number }) => Number.isFinite(number?.num))
      .map(({ text: written, offset, number }) => ({
        start: offset.start,
        end: offset.start + offset.length,
        text: written,
        value: number.num,
        unit: number.unit || '-',
        concept: '-',
        change: '=',
      }));
}

async function systems() {
  const peer = await import('compromise').catch(() => null);
  if (!peer) console.error('compromise is not installed; only our extractor runs');
  return { verbatim, ...(peer && { compromise: compromise(peer.default) }) };
}

const [data, out] = process.argv.slice(2);
if (!data || !out) {
  console.error('Usage: node bench/figures.mjs DATA.jsonl OUT_DIR');
  process.exit(2);
}
const records = (await readFile(data, 'utf8')).split('\n').filter(Boolean).map(JSON.parse);
const length = records.reduce((sum, { text }) => sum + text.length, 0);
await mkdir(out, { recursive: true });
for (const [name, run] of Object.entries(await systems())) {
  const from = performance.now();
  const lines = records.map(({ id, text }) => JSON.stringify({ id, figures: run(text) }));
  const seconds = (performance.now() - from) / 1000;
  await writeFile(path.join(out, `${name}.jsonl`), `${lines.join('\n')}\n`);
  console.log(`${name}: ${(length / 1e6 / seconds).toFixed(2)} MB/s`);
}
