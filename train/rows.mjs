// Makes training rows of question sets, with the product's own windows, finder and spelling:
//   node train/rows.mjs SET OUT.jsonl [--hold REGEX --held HELD.jsonl] [--claims]
// A SET is a folder with texts.jsonl {id, title?, text} or texts/*.txt, and questions.jsonl {doc, q, any, kind, abstain}
// (or, with --claims, claims.jsonl {doc, claim, label, any}); or a file in the format of SQuAD's sentences
// {articles, paragraphs: [{a, text}], questions: [{q, p, ans: [[start, end]]}]}.
// Rows of texts whose id matches --hold go to --held. The format of a row: rows.py.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpusOf, readSet, spansOf } from '../bench/question-sets.mjs';
import { QuestionReader } from '../dist/src/answer/question.js';
import { CacheFolder } from '../dist/src/cache.js';
import { openModel } from '../dist/src/model/model.js';
import { Finder } from '../dist/src/search/finder.js';
import { SentenceVectors, UNCACHED } from '../dist/src/search/vectors.js';
import { clausesOf } from './clauses.mjs';

/** Windows that are kept for each row, best first: of all texts, then others of its own text. */
const KEPT = 10;
const KEPT_OF_TEXT = 6;

/** Windows that are looked at for both. */
const FOUND = 60;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hold: { type: 'string' },
    held: { type: 'string' },
    claims: { type: 'boolean', default: false },
  },
});
const [source, out] = positionals;

/** Numbers the windows as they come, and writes each once. */
class WindowTable {
  windows = [];
  #numbers = new Map();

  numberOf({ window, input, answers }) {
    const { article, firstSentence, endSentence } = window;
    const key = `${article.id}:${firstSentence}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.windows.length;
    this.#numbers.set(key, number);
    const sentences = article.sentences.slice(firstSentence, endSentence).map(({ start, end }, i) => {
      const text = article.text.slice(start, end);
      const ids = [...input.parts[i].pieces];
      return { text, ids, answers: answers.includes(firstSentence + i), clauses: clausesOf(text) };
    });
    this.windows.push({ doc: article.id, context: [...input.context], first: firstSentence, sentences });
    return number;
  }
}

/** [window, sentence] of the sentences that answer, among some windows of a row's text. */
const goldIn = (windows, row, article) =>
  spansOf(row, article).flatMap(([start, end]) =>
    windows.flatMap((found) =>
      found.answers
        .filter(
          (sentence) => article.sentences[sentence].start < end && article.sentences[sentence].end > start,
        )
        .map((sentence) => [table.numberOf(found), sentence - found.window.firstSentence]),
    ),
  );

const set = readSet(source, options.claims);
const articles = await corpusOf(set.texts);
const model = await openModel();
const vectors = await SentenceVectors.open([...articles.values()], model, {
  ...UNCACHED,
  cache: new CacheFolder(path.join(tmpdir(), 'verbatim-rows'), source, console.error),
});
const finder = await Finder.create([...articles.values()], vectors);
const reader = await QuestionReader.create([...articles.values()]);
const table = new WindowTable();
const rows = [];
let lost = 0;
for (const row of set.questions) {
  const article = articles.get(row.doc);
  if (!article) continue;
  const question = options.claims ? row.q : reader.read(row.q.slice(0, 300)).text;
  const { windows } = await finder.find({ text: question, articles: null, phrase: null }, FOUND);
  const own = windows.filter(({ window }) => window.article === article);
  let gold = goldIn(own, row, article);
  if (!row.abstain && gold.length === 0) {
    const all = await finder.find(
      { text: question, articles: new Set([article]), phrase: null },
      Number.POSITIVE_INFINITY,
    );
    gold = goldIn(all.windows, row, article);
  }
  if (!row.abstain && gold.length === 0) {
    lost++;
    continue;
  }
  const { doc, kind = 'other', abstain = false, agree, answer } = row;
  const near = [...windows.slice(0, KEPT), ...own.slice(0, KEPT_OF_TEXT)].map((found) =>
    table.numberOf(found),
  );
  rows.push({ question, doc, kind, abstain, agree, answer, windows: [...new Set(near)], gold });
}
await model.close();

const first = `${JSON.stringify({ windows: table.windows })}\n`;
const write = (file, part) =>
  writeFileSync(file, first + part.map((row) => `${JSON.stringify(row)}\n`).join(''));
const isHeld = ({ doc }) => options.hold !== undefined && new RegExp(options.hold).test(doc);
write(
  out,
  rows.filter((row) => !isHeld(row)),
);
if (options.held) write(options.held, rows.filter(isHeld));
const answerable = rows.filter(({ gold }) => gold.length > 0);
const recall = (k) =>
  answerable.filter(({ gold, windows }) => gold.some(([window]) => windows.slice(0, k).includes(window)))
    .length;
const share = (k) => ((100 * recall(k)) / answerable.length).toFixed(1);
console.log(
  source,
  rows.length,
  'rows,',
  lost,
  'without their answer; right window among the first 1/2/4/8:',
  [1, 2, 4, 8].map(share).join(' / '),
);
