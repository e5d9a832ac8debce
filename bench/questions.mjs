/**
 * npm run bench -- questions SET… [--hold REGEX] [--misses]
 *
 * How well questions are answered, over sets in the formats of `question-sets.mjs`: the right window among those that are
 * read, the right sentence first or among five, what is shown, how often confidence is right, and the time a question takes.
 * `--hold` counts only questions about texts whose id matches; `--misses` prints each wrong one.
 */
import { parseArgs } from 'node:util';
import { Answerer } from '../dist/src/answer/answerer.js';
import { openModel } from '../dist/src/model/model.js';
import { UNCACHED } from '../dist/src/search/vectors.js';
import { corpusOf, readSet, spansOf } from './question-sets.mjs';

const { values: options, positionals: sets } = parseArgs({
  allowPositionals: true,
  options: { hold: { type: 'string', default: '' }, misses: { type: 'boolean', default: false } },
});

const percent = (part, all) => (all === 0 ? '–' : ((100 * part) / all).toFixed(1));

/** Probability that one of `higher` lies above one of `lower`. */
function auroc(higher, lower) {
  let above = 0;
  for (const a of higher) for (const b of lower) above += a > b ? 1 : a === b ? 0.5 : 0;
  return (above / (higher.length * lower.length)).toFixed(3);
}

/** Ten bins of confidence: how many, and the share that is right; and the expected calibration error. */
function calibration(rows) {
  const bins = Array.from({ length: 10 }, () => []);
  for (const row of rows) bins[Math.min(9, Math.floor(row.confidence * 10))].push(row);
  const mean = (list, f) => list.reduce((sum, row) => sum + f(row), 0) / (list.length || 1);
  const lines = bins.map(
    (bin, i) =>
      `${i * 10}–${i * 10 + 10} %: ${percent(
        mean(bin, (r) => Number(r.isRight)),
        1,
      )} (${bin.length})`,
  );
  const error = bins.reduce(
    (sum, bin) =>
      sum +
      (bin.length / rows.length) *
        Math.abs(mean(bin, (r) => Number(r.isRight)) - mean(bin, (r) => r.confidence)),
    0,
  );
  return `${lines.join(' · ')} · expected calibration error ${error.toFixed(3)}`;
}

async function ask(answerer, articles, row) {
  const article = articles.get(row.doc);
  const spans = row.abstain ? [] : spansOf(row, article);
  const from = performance.now();
  const answer = await answerer.answer(row.q.replace(/\s+/g, ' ').slice(0, 300), { top: 10 });
  const ms = performance.now() - from;
  const rank = answer.candidates.findIndex(
    (c) => c.article === article && spans.some(([start, end]) => c.start < end && c.end > start),
  );
  return {
    ...row,
    ms,
    rank,
    isRight: rank === 0,
    answered: answer.answered,
    confidence: answer.confidence,
    first: answer.candidates[0],
  };
}

const model = await openModel();
for (const set of sets) {
  const { texts, questions } = readSet(set);
  const articles = await corpusOf(texts);
  const answerer = await Answerer.create([...articles.values()], model, UNCACHED);
  const rows = [];
  for (const row of questions) {
    if (articles.has(row.doc) && new RegExp(options.hold).test(row.doc))
      rows.push(await ask(answerer, articles, row));
  }
  const on = rows.filter((row) => !row.abstain);
  const off = rows.filter((row) => row.abstain && row.kind?.startsWith('off'));
  const near = rows.filter((row) => row.abstain && !row.kind?.startsWith('off'));
  const right = on.filter((row) => row.isRight);
  const wrong = on.filter((row) => !row.isRight);
  const answered = (list) => list.filter((row) => row.answered).length;
  const confidences = (list) => list.map((row) => row.confidence);
  const times = rows.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))]?.toFixed(0);
  console.log(`${set}: ${on.length} answerable, ${near.length} near misses, ${off.length} off topic`);
  console.log(
    `  R@1 ${percent(right.length, on.length)} R@5 ${percent(on.filter(({ rank }) => rank >= 0 && rank < 5).length, on.length)}`,
  );
  console.log(
    `  shown: right ${percent(answered(right), on.length)} wrong ${percent(answered(wrong), on.length)}; declined: near misses ${percent(near.length - answered(near), near.length)} off topic ${percent(off.length - answered(off), off.length)}`,
  );
  console.log(
    `  AUROC right/wrong ${auroc(confidences(right), confidences(wrong))} right/near ${auroc(confidences(right), confidences(near))} right/off ${auroc(confidences(right), confidences(off))}`,
  );
  console.log(`  confidence ${calibration(rows)}`);
  const kinds = grouped(rows);
  console.log(
    `  by kind (right or declined of all) ${Object.entries(kinds)
      .map(
        ([kind, list]) =>
          `${kind} ${list.filter((row) => (row.abstain ? !row.answered : row.isRight)).length}/${list.length}`,
      )
      .join(' · ')}`,
  );
  console.log(`  a question takes p50 ${at(0.5)} p99 ${at(0.99)} ms`);
  if (options.misses)
    for (const row of rows)
      if (row.abstain ? row.answered : !row.isRight)
        console.log(
          `    ${row.kind} | ${row.q} | ${row.confidence.toFixed(2)} | rank ${row.rank} | ${row.first?.article.text.slice(row.first.start, row.first.end)}`,
        );
}
await model.close();

function grouped(rows) {
  const groups = {};
  for (const row of rows) groups[row.kind] = [...(groups[row.kind] ?? []), row];
  return groups;
}
