/**
 * npm run bench -- weights SET… [--hold REGEX]
 *
 * Fits the first two weights of src/answer/decision.ts beside those that are set by hand: a logistic regression, on questions
 * about texts that the reader was not trained on, of whether the first sentence answers. Prints the weights and what each
 * threshold shows, by cross-validation over the texts.
 */
import { parseArgs } from 'node:util';
import { signalsOf, WEIGHTS } from '../dist/src/answer/decision.js';
import { weighed } from '../dist/src/answer/evidence.js';
import { QuestionReader } from '../dist/src/answer/question.js';
import { readWindows } from '../dist/src/answer/reading.js';
import { openModel } from '../dist/src/model/model.js';
import { Finder } from '../dist/src/search/finder.js';
import { SentenceVectors, UNCACHED } from '../dist/src/search/vectors.js';
import { corpusOf, readSet, spansOf } from './question-sets.mjs';

const { values: options, positionals: sets } = parseArgs({
  allowPositionals: true,
  options: { hold: { type: 'string', default: '' } },
});
const FOLDS = 5;
const STEPS = 3000;
const RATE = 0.3;
const SHRINK = 0.001;

async function rowsOf(set, model) {
  const { texts, questions } = readSet(set);
  const articles = await corpusOf(texts);
  const all = [...articles.values()];
  const finder = await Finder.create(all, await SentenceVectors.open(all, model, UNCACHED));
  const reader = await QuestionReader.create(all);
  const rows = [];
  for (const row of questions) {
    const article = articles.get(row.doc);
    if (!article || !new RegExp(options.hold).test(row.doc)) continue;
    const question = reader.read(row.q.slice(0, 300));
    const found = await finder.find({ text: question.text, articles: null, phrase: null }, 8);
    const ranked = await readWindows(model, found, () => 8);
    const { read, evidence } = weighed(question, ranked, found.windows);
    const [first] = read;
    if (!first) continue;
    const spans = row.abstain ? [] : spansOf(row, article);
    const { start, end } = first.found.window.article.sentences[first.sentence];
    const isRight =
      first.found.window.article === article && spans.some(([from, to]) => start < to && end > from);
    const signals = signalsOf(evidence);
    rows.push({
      set,
      doc: row.doc,
      abstain: row.abstain,
      off: row.kind?.startsWith('off'),
      isRight,
      signals,
    });
  }
  return rows;
}

const sigmoid = (logit) => 1 / (1 + Math.exp(-logit));
const FITTED = ['bias', 'first'];
const logitOf = (weights, signals) =>
  Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * signals[name], 0);

/** Weights that make the observed most likely, by gradient descent. */
function fit(rows) {
  const weights = { ...WEIGHTS, ...Object.fromEntries(FITTED.map((name) => [name, 0])) };
  for (let step = 0; step < STEPS; step++) {
    const gradient = Object.fromEntries(FITTED.map((name) => [name, 0]));
    for (const { signals, isRight } of rows) {
      const error = sigmoid(logitOf(weights, signals)) - Number(isRight);
      for (const name of FITTED) gradient[name] += (error * signals[name]) / rows.length;
    }
    for (const name of FITTED) weights[name] -= RATE * (gradient[name] + SHRINK * weights[name]);
  }
  return weights;
}

const model = await openModel();
const rows = [];
for (const set of sets) rows.push(...(await rowsOf(set, model)));
await model.close();

const docs = [...new Set(rows.map(({ doc }) => doc))];
for (let fold = 0; fold < FOLDS; fold++) {
  const isHeld = ({ doc }) => docs.indexOf(doc) % FOLDS === fold;
  const weights = fit(rows.filter((row) => !isHeld(row)));
  for (const row of rows.filter(isHeld)) row.confidence = sigmoid(logitOf(weights, row.signals));
}
const percent = (part, all) => ((100 * part.length) / (all.length || 1)).toFixed(1);
for (const set of [...new Set(rows.map((row) => row.set)), 'all']) {
  const own = rows.filter((row) => set === 'all' || row.set === set);
  const on = own.filter(({ abstain }) => !abstain);
  const near = own.filter(({ abstain, off }) => abstain && !off);
  const off = own.filter(({ abstain, off }) => abstain && off);
  console.log(
    `${set}: ${own.length} questions, first right ${percent(
      on.filter((row) => row.isRight),
      on,
    )}`,
  );
  for (const least of [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6]) {
    const shown = (list) => list.filter(({ confidence }) => confidence >= least);
    const right = shown(on).filter((row) => row.isRight);
    console.log(
      `  from ${least}: right ${percent(right, on)} wrong ${percent(
        shown(on).filter((row) => !row.isRight),
        on,
      )}; declined: near misses ${(100 - percent(shown(near), near)).toFixed(1)} off topic ${(100 - percent(shown(off), off)).toFixed(1)}`,
    );
  }
}
const bins = Array.from({ length: 10 }, (_, i) =>
  rows.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === i),
);
const mean = (list, f) => list.reduce((sum, row) => sum + f(row), 0) / (list.length || 1);
const error = bins.reduce(
  (sum, bin) =>
    sum +
    (bin.length / rows.length) *
      Math.abs(mean(bin, (row) => Number(row.isRight)) - mean(bin, (row) => row.confidence)),
  0,
);
console.log('expected calibration error', error.toFixed(3));
console.log('weights', fit(rows));
