/**
 * npm run bench -- claims SET… [--trained] [--dump FILE] [--windows N] [--misses]
 *
 * How well claims are checked: how many of the true ones are found, and by the right sentence, how many others are called
 * supported, how many of those that differ are shown so, and how often confidence is right. A set is a folder with
 * `claims.jsonl`, or such a file about `train/texts`; texts
 * that the checker was trained on are left out but for `--trained`, those held back are told apart (`partOf`).
 * `--dump` writes what is known of each candidate sentence, for `npm run bench -- claim-weights FILE…`.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { indexed } from '../dist/src/answer/indexed.js';
import { CacheFolder } from '../dist/src/cache.js';
import { candidatesIn } from '../dist/src/claims/candidates.js';
import { findFor } from '../dist/src/claims/checker.js';
import { decide, featuresOf } from '../dist/src/claims/decision.js';
import { MAX_READ } from '../dist/src/limits.js';
import { openModel } from '../dist/src/model/model.js';
import { partOf, tellClaims } from './claim-scores.mjs';
import { corpusOf, readClaims, spansOf } from './question-sets.mjs';

const { values: options, positionals: sets } = parseArgs({
  allowPositionals: true,
  options: {
    trained: { type: 'boolean', default: false },
    dump: { type: 'string' },
    windows: { type: 'string', default: String(MAX_READ) },
    misses: { type: 'boolean', default: false },
  },
});

/** The vectors of a set's texts take minutes, so they are kept. */
const vectorsOf = (set) => ({
  cache: new CacheFolder('.cache', `bench ${set.endsWith('.jsonl') ? 'train' : set}`, console.error),
  waits: true,
  onProgress: () => {},
});

const textOf = ({ article, sentence }) => {
  const { start, end } = article.sentences[sentence];
  return article.text.slice(start, end);
};

async function checkRow(index, articles, row) {
  const article = articles.get(row.doc);
  const spans = spansOf(row, article);
  const isRight = ({ article: own, sentence }) => {
    const { start, end } = own.sentences[sentence];
    return own === article && spans.some(([from, to]) => start < to && end > from);
  };
  const found = await findFor(index, row.claim, Number(options.windows));
  const candidates = await candidatesIn(index.model, row.claim, found);
  const dumped = candidates.map((one) => ({
    isRight: isRight(one),
    doc: one.article.id,
    text: textOf(one),
    differences: one.compared.differences,
    features: featuresOf(one),
  }));
  const { verdict, confidence, chosen } = decide(candidates);
  return {
    dump: { ...row, candidates: dumped },
    result: {
      ...row,
      verdict,
      confidence,
      isRight: chosen !== null && isRight(chosen),
      shown: chosen && textOf(chosen),
    },
  };
}

const model = await openModel();
if (options.dump) writeFileSync(options.dump, '');
const results = [];
for (const set of sets) {
  const { texts, claims } = readClaims(set);
  const articles = await corpusOf(texts);
  const index = await indexed([...articles.values()], model, vectorsOf(set));
  for (const row of claims) {
    if (!articles.has(row.doc) || (!options.trained && partOf(row.doc) === 'trained on')) continue;
    const { dump, result } = await checkRow(index, articles, row);
    results.push(result);
    if (options.dump) appendFileSync(options.dump, `${JSON.stringify(dump)}\n`);
  }
}
await model.close();
tellClaims(results, options.misses);
