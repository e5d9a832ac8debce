/**
 * `npm run bench` compares Verbatim with search engines as they come, and with itself without the reader: the 39 news
 * articles and the 465 answerable questions of test/fixtures/chat*, which no network was trained on, among made-up texts up
 * to a size. How often the right sentence is first or among five, seconds and megabytes to build, milliseconds a question. One
 * process per engine and size, so that memory is its own.
 *
 * node bench/retrieval.mjs                   all, as a table (after `npm ci --prefix bench`)
 * node bench/retrieval.mjs ENGINE SENTENCES  one, as JSON
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArticle, readCorpus } from '../dist/src/corpus/read.js';
import { ENGINES } from './engines.mjs';
import { madeUpTexts } from './texts.mjs';

const SIZES = [2_000, 10_000];
const SETS = ['chat', 'chat-open', 'chat-held-back'].map((name) => `test/fixtures/${name}`);

/** `{ text, answers }`: questions with the parts of sentences that answer. */
const questions = () =>
  SETS.flatMap((set) => readFileSync(`${set}.tsv`, 'utf8').trimEnd().split('\n')).flatMap((line) => {
    const [text, answers = ''] = line.split('\t');
    return answers === '' ? [] : [{ text, answers: answers.split('|') }];
  });

/** The articles of the sets, among made-up ones up to a number of sentences. */
async function corpusOf(size) {
  const corpora = await Promise.all(['corpus', ...SETS].map((folder) => readCorpus(folder)));
  const own = corpora.flatMap(({ articles }) => articles);
  const missing = size - own.reduce((sum, { sentences }) => sum + sentences.length, 0);
  const others = madeUpTexts(missing).map(({ file, content }) => parseArticle(file, content));
  const articles = [...own, ...others];
  const sentences = articles.flatMap(({ text, sentences: spans }) =>
    spans.filter(({ kind }) => kind === 'body').map(({ start, end }) => text.slice(start, end)),
  );
  return { articles, sentences };
}

async function measure(engine, size) {
  const corpus = await corpusOf(size);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const search = await ENGINES[engine](corpus);
  const seconds = (performance.now() - start) / 1000;
  const ranks = [];
  const times = [];
  for (const { text, answers } of questions()) {
    const asked = performance.now();
    const found = await search(text);
    times.push(performance.now() - asked);
    ranks.push(
      found.slice(0, 5).findIndex((sentence) => answers.some((answer) => sentence.includes(answer))),
    );
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(share * times.length)].toFixed(2);
  const percent = (list) => ((100 * list.length) / ranks.length).toFixed(1);
  return {
    engine,
    sentences: size,
    'build s': seconds.toFixed(1),
    'memory MB': Math.round((process.memoryUsage().rss - before) / 1e6),
    'p50 ms': at(0.5),
    'p99 ms': at(0.99),
    'R@1 %': percent(ranks.filter((rank) => rank === 0)),
    'R@5 %': percent(ranks.filter((rank) => rank >= 0)),
  };
}

const [engine, size] = process.argv.slice(2);
if (engine) {
  console.log(JSON.stringify(await measure(engine, Number(size))));
  process.exit();
}
const rows = SIZES.flatMap((sentences) =>
  Object.keys(ENGINES).map((name) => {
    const args = [fileURLToPath(import.meta.url), name, String(sentences)];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      timeout: 600_000,
    });
    if (status === 0) return JSON.parse(stdout);
    const reason = stderr.split('\n').find((line) => /Error/.test(line)) ?? 'too slow';
    return { engine: name, sentences, 'build s': reason };
  }),
);
console.table(rows);
