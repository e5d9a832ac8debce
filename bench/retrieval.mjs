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
import { SentenceVectors, UNCACHED } from '../dist/src/search/vectors.js';
import { madeUpTexts } from './texts.mjs';

const SIZES = [2_000, 10_000];
const SETS = ['chat', 'chat-open', 'chat-held-back'].map((name) => `test/fixtures/${name}`);

/** Each engine takes the articles and their sentences and gives back a search from a question to the first sentences. */
const ENGINES = {
  async Verbatim({ articles }) {
    const { Answerer } = await import('../dist/src/answer/answerer.js');
    const { openModel } = await import('../dist/src/model/model.js');
    const answerer = await Answerer.create(articles, await openModel(), UNCACHED);
    return async (question) =>
      (await answerer.answer(question)).candidates.map(({ article, start, end }) =>
        article.text.slice(start, end),
      );
  },

  async 'Verbatim without the reader'({ articles }) {
    const { Finder } = await import('../dist/src/search/finder.js');
    const { openModel } = await import('../dist/src/model/model.js');
    const finder = await Finder.create(
      articles,
      await SentenceVectors.open(articles, await openModel(), UNCACHED),
    );
    return async (text) => {
      const { windows } = await finder.find({ text, articles: null, phrase: null }, 8);
      const found = windows.flatMap(({ window: { article }, answers, input }) => {
        const cosines = input.parts.flatMap(({ cosine }) => cosine ?? []);
        return answers.map((sentence, i) => ({
          span: article.sentences[sentence],
          article,
          cosine: cosines[i],
        }));
      });
      return found
        .sort((a, b) => b.cosine - a.cosine)
        .slice(0, 5)
        .map(({ article, span }) => article.text.slice(span.start, span.end));
    };
  },

  async MiniSearch({ sentences }) {
    const { default: MiniSearch } = await import('minisearch');
    const index = new MiniSearch({ fields: ['text'] });
    for (const [id, text] of sentences.entries()) index.add({ id, text });
    return (question) => index.search(question).map(({ id }) => sentences[id]);
  },

  async 'MiniSearch, our stems'({ sentences }) {
    const { default: MiniSearch } = await import('minisearch');
    const { termsOf } = await import('../dist/src/english/terms.js');
    const index = new MiniSearch({ fields: ['text'], tokenize: termsOf, processTerm: (term) => term });
    for (const [id, text] of sentences.entries()) index.add({ id, text });
    return (question) => index.search(question).map(({ id }) => sentences[id]);
  },

  async Orama({ sentences }) {
    const { create, insert, search } = await import('@orama/orama');
    const index = create({ schema: { text: 'string' } });
    for (const text of sentences) insert(index, { text });
    return (question) =>
      search(index, { term: question, limit: 5 }).hits.map(({ document }) => document.text);
  },

  async FlexSearch({ sentences }) {
    const { default: FlexSearch } = await import('flexsearch');
    const index = new FlexSearch.Index({ tokenize: 'strict', encoder: FlexSearch.Charset.LatinBalance });
    for (const [id, text] of sentences.entries()) index.add(id, text);
    return (question) => index.search(question, { limit: 5, suggest: true }).map((id) => sentences[id]);
  },

  async lunr({ sentences }) {
    const { default: lunr } = await import('lunr');
    const index = lunr(function () {
      this.field('text');
      for (const [id, text] of sentences.entries()) this.add({ id, text });
    });
    return (question) =>
      index.search(question.replace(/[^\p{L}\p{N} ]/gu, ' ')).map(({ ref }) => sentences[ref]);
  },
};

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
