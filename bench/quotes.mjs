// Runs our extractor of quotations, and compromise where it is installed, over texts, and writes what they find.
//
//   npm run bench -- quotes DATA.jsonl OUT_DIR
//
// DATA.jsonl: a JSON object per line with `id` and `text`. OUT_DIR/<system>.jsonl: a line per text,
// {"id","quotes":[{"start","end","speaker","speakerStart","speakerEnd"}]}; offsets are UTF-16 into `text`. Where the data
// has `quotes` with their speakers, it tells how many of ours are given to the wrong person.
import { quotationsOf } from '../dist/src/quotes/extract.js';
import { articleOf, loadCompromise, readRecords, writePredictions } from './predictions.mjs';
import { wrongNames } from './wrong-names.mjs';

/** Our extractor. */
function verbatim(text) {
  return quotationsOf(articleOf(text)).map(({ start, end, speaker }) => ({
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

const nlp = await loadCompromise();
await writePredictions(
  'quotes',
  { verbatim, ...(nlp && { compromise: compromise(nlp) }) },
  process.argv.slice(2),
);

const texts = (await readRecords(process.argv[2]))
  .filter(({ quotes }) => quotes?.some(({ speaker }) => speaker))
  .map(({ text, quotes }) => ({ gold: quotes, found: quotationsOf(articleOf(text)) }));
if (texts.length > 0) {
  const { known, wrong, unnamed } = wrongNames(texts);
  const share = ((100 * wrong) / known).toFixed(1);
  console.log(
    `wrong named person: ${share} % (${wrong} of ${known} quotations; ${unnamed} without a person's name)`,
  );
}
