/**
 * `npm run bench` compares Verbatim with search engines as they come, on made-up texts of growing size: seconds and
 * megabytes to build, milliseconds to answer, and how often the first sentence is the one asked for. One process
 * per engine and size, so that memory is its own.
 *
 * node bench/retrieval.mjs                   all, as a table (after `npm ci --prefix bench`)
 * node bench/retrieval.mjs ENGINE SENTENCES  one, as JSON
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { madeUpTexts } from './texts.mjs';

const SIZES = [2_000, 10_000, 200_000];
const QUESTIONS = 300;

/** Each engine takes the texts and gives back a search from a question to the first sentence's text. */
const ENGINES = {
  async Verbatim({ files }) {
    const { parseArticle } = await import('../dist/src/corpus/read.js');
    const { createAnswerer } = await import('../dist/src/answer/answerer.js');
    const answerer = createAnswerer(files.map(({ file, content }) => parseArticle(file, content)));
    return (question) => {
      const first = answerer.answer(question).candidates[0];
      return first?.article.text.slice(first.start, first.end);
    };
  },

  async MiniSearch({ sentences }) {
    const { default: MiniSearch } = await import('minisearch');
    const index = new MiniSearch({ fields: ['text'] });
    for (const [id, text] of sentences.entries()) index.add({ id, text });
    return (question) => sentences[index.search(question)[0]?.id];
  },

  async 'MiniSearch, our stems'({ sentences }) {
    const { default: MiniSearch } = await import('minisearch');
    const { termsOf } = await import('../dist/src/text/tokens.js');
    const index = new MiniSearch({ fields: ['text'], tokenize: termsOf, processTerm: (term) => term });
    for (const [id, text] of sentences.entries()) index.add({ id, text });
    return (question) => sentences[index.search(question)[0]?.id];
  },

  async Orama({ sentences }) {
    const { create, insert, search } = await import('@orama/orama');
    const index = create({ schema: { text: 'string' } });
    for (const text of sentences) insert(index, { text });
    return (question) => search(index, { term: question, limit: 1 }).hits[0]?.document.text;
  },

  async FlexSearch({ sentences }) {
    const { default: FlexSearch } = await import('flexsearch');
    const index = new FlexSearch.Index({ tokenize: 'strict', encoder: FlexSearch.Charset.LatinBalance });
    for (const [id, text] of sentences.entries()) index.add(id, text);
    return (question) => sentences[index.search(question, { limit: 1, suggest: true })[0]];
  },

  async lunr({ sentences }) {
    const { default: lunr } = await import('lunr');
    const index = lunr(function () {
      this.field('text');
      for (const [id, text] of sentences.entries()) this.add({ id, text });
    });
    return (question) => sentences[index.search(question.replace(/[^\p{L}\p{N} ]/gu, ' '))[0]?.ref];
  },
};

async function measure(engine, size) {
  const texts = madeUpTexts(size, QUESTIONS);
  const before = memory();
  const start = performance.now();
  const search = await ENGINES[engine](texts);
  const seconds = (performance.now() - start) / 1000;
  const megabytes = memory() - before;
  for (const { text } of texts.questions.slice(0, 50)) search(text);
  let right = 0;
  const times = texts.questions.map(({ text, sentence }) => {
    const asked = performance.now();
    if (search(text) === sentence) right++;
    return performance.now() - asked;
  });
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))].toFixed(2);
  return {
    engine,
    sentences: size,
    'build s': seconds.toFixed(1),
    'memory MB': Math.round(megabytes),
    'p50 ms': at(0.5),
    'p99 ms': at(0.99),
    'R@1 %': ((100 * right) / times.length).toFixed(1),
  };
}

function memory() {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const [engine, size] = process.argv.slice(2);
if (engine) {
  console.log(JSON.stringify(await measure(engine, Number(size))));
} else {
  const rows = SIZES.flatMap((sentences) =>
    Object.keys(ENGINES).map((name) => {
      const script = fileURLToPath(import.meta.url);
      const options = ['--expose-gc', '--max-old-space-size=8000', script, name, String(sentences)];
      const { stdout, stderr, status } = spawnSync(process.execPath, options, {
        encoding: 'utf8',
        timeout: 600_000,
      });
      if (status === 0) return JSON.parse(stdout);
      return {
        engine: name,
        sentences,
        'build s': stderr.split('\n').find((line) => /Error/.test(line)) ?? 'too slow',
      };
    }),
  );
  console.table(rows);
  const { scores } = JSON.parse(readFileSync('src/answer/ranker.weights.json', 'utf8'));
  console.log(
    'How often confidence is right, on texts that the weights were not fitted on (docs/ranking.md):',
  );
  for (const line of scores['how often confidence is right']) console.log(`  ${line}`);
}
