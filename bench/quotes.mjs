// Runs our extractor of quotations, and compromise where it is installed, over texts, and writes what they find.
//
//   npm run build && node bench/quotes.mjs DATA.jsonl OUT_DIR
//
// DATA.jsonl: a JSON object per line with `id` and `text`. OUT_DIR/<system>.jsonl: a line per text,
// {"id","quotes":[{"start","end","speaker","speakerStart","speakerEnd"}]}; offsets are UTF-16 into `text`.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { structureOf } from '../dist/src/corpus/structure.js';
import { quotationsOf } from '../dist/src/quotes/extract.js';

/** Our extractor. The text is taken as it stands, also where it begins like front matter. */
function verbatim(text) {
  const article = { id: 'text', text, ...structureOf(text, false) };
  return quotationsOf(article).map(({ start, end, speaker }) => ({
    start,
    end,
    speaker: speaker?.name ?? null,
    speakerStart: speaker?.start,
    speakerEnd: speaker?.end,
  }));
}

/** compromise finds quotations and people; the nearest person within reach is taken for the speaker. */
function compromise(nlp) {
  const REACH = 200;
  return (text) => {
    const doc = nlp(text);
    const spans = (view) =>
      view.json({ offset: true }).map(({ text: words, offset }) => ({
        words: words.replace(/[\s.,;:!?”"]+$/, ''),
        start: offset.start,
        end: offset.start + offset.length,
      }));
    const people = spans(doc.people());
    return spans(doc.quotations()).map(({ start, end }) => {
      const gap = (person) => Math.max(person.start - end, start - person.end);
      const near = people.filter((person) => gap(person) >= 0 && gap(person) < REACH);
      const speaker = near.sort((a, b) => gap(a) - gap(b))[0];
      return {
        start,
        end,
        speaker: speaker?.words ?? null,
        speakerStart: speaker?.start,
        speakerEnd: speaker?.end,
      };
    });
  };
}

async function systems() {
  const peer = await import('compromise').catch(() => null);
  if (!peer) console.error('compromise is not installed; only our extractor runs');
  return { verbatim, ...(peer && { compromise: compromise(peer.default) }) };
}

const [data, out] = process.argv.slice(2);
if (!data || !out) {
  console.error('Usage: node bench/quotes.mjs DATA.jsonl OUT_DIR');
  process.exit(2);
}
const records = (await readFile(data, 'utf8')).split('\n').filter(Boolean).map(JSON.parse);
const length = records.reduce((sum, { text }) => sum + text.length, 0);
await mkdir(out, { recursive: true });
for (const [name, run] of Object.entries(await systems())) {
  const from = performance.now();
  const lines = records.map(({ id, text }) => JSON.stringify({ id, quotes: run(text) }));
  const seconds = (performance.now() - from) / 1000;
  await writeFile(path.join(out, `${name}.jsonl`), `${lines.join('\n')}\n`);
  console.log(`${name}: ${(length / 1e6 / seconds).toFixed(2)} MB/s`);
}
