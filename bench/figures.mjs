// Runs our extractor of figures, and compromise where it is installed, over texts, and writes what they find.
//
//   npm run bench -- figures DATA.jsonl OUT_DIR
//
// DATA.jsonl: a JSON object per line with `id` and `text`. OUT_DIR/<system>.jsonl: a line per text,
// {"id","figures":[{"start","end","text","value","unit","concept","change"}]}; offsets are UTF-16 into `text`, `value`
// is a number or the two ends of a range, `concept` says whose figure it is and of what, at most eight words.
import { figuresOf } from '../dist/src/figures/extract.js';
import { articleOf, loadCompromise, writePredictions } from './predictions.mjs';

const CONCEPT_WORDS = 8;

/** Our extractor. */
function verbatim(text) {
  return figuresOf(articleOf(text)).map(({ start, end, value, unit, change, of, holder }) => {
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

const nlp = await loadCompromise();
await writePredictions(
  'figures',
  { verbatim, ...(nlp && { compromise: compromise(nlp) }) },
  process.argv.slice(2),
);
