/**
 * npm run bench -- gate [--write]
 *
 * Asks all questions of `test/fixtures` and compares how they are answered with what `bench/accuracy.json` says: exits 1 when
 * a figure is worse by more than it may be. `--write` writes the figures of now into that file instead, for a change that
 * is meant; the commit says why. Needs nothing but this repository.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Answerer } from '../dist/src/answer/answerer.js';
import { readCorpus } from '../dist/src/corpus/read.js';
import { openModel } from '../dist/src/model/model.js';
import { UNCACHED } from '../dist/src/search/vectors.js';

/**
 * Percentage points by which a figure may be worse, of all sets together (two questions of 209, four of 449) and of one set
 * (one question of 44, five of 168): processors round the eight-bit networks differently.
 */
const TOLERANCE = 1;
const TOLERANCE_OF_SET = 3;

const KEPT = new URL('accuracy.json', import.meta.url);

/** The sets, by the name of their questions, with the folders of their texts. */
const SETS = {
  chat: ['corpus', 'test/fixtures/chat'],
  'chat-open': ['test/fixtures/chat-open'],
  'chat-held-back': ['test/fixtures/chat-held-back'],
};

/** Of each figure, whether more of it is better. */
const HIGHER_IS_BETTER = {
  'right sentence first': true,
  'among five': true,
  'right shown': true,
  'wrong shown': false,
  'unanswerable declined': true,
};

/** A line is a question and the parts of sentences that answer it; none when the texts do not say. */
const questionsOf = (name) =>
  readFileSync(`test/fixtures/${name}.tsv`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([question, answers]) => ({ question, answers: answers ? answers.split('|') : [] }));

const percent = (all, isCounted) => Number(((100 * all.filter(isCounted).length) / all.length).toFixed(1));

async function askAll(answerer, name) {
  const rows = [];
  for (const { question, answers } of questionsOf(name)) {
    const { candidates, answered } = await answerer.answer(question);
    const texts = candidates.map(({ article, start, end }) => article.text.slice(start, end));
    const rank = texts.findIndex((text) => answers.some((answer) => text.includes(answer))) + 1;
    rows.push({ hasAnswer: answers.length > 0, rank, answered });
  }
  return rows;
}

function figuresOf(rows) {
  const answerable = rows.filter(({ hasAnswer }) => hasAnswer);
  const others = rows.filter(({ hasAnswer }) => !hasAnswer);
  return {
    'right sentence first': percent(answerable, ({ rank }) => rank === 1),
    'among five': percent(answerable, ({ rank }) => rank > 0),
    'right shown': percent(answerable, ({ rank, answered }) => answered && rank === 1),
    'wrong shown': percent(answerable, ({ rank, answered }) => answered && rank !== 1),
    'unanswerable declined': percent(others, ({ answered }) => !answered),
  };
}

async function measure() {
  const model = await openModel();
  const all = [];
  const figures = {};
  for (const [name, folders] of Object.entries(SETS)) {
    const corpora = await Promise.all(folders.map((folder) => readCorpus(folder)));
    const articles = corpora.flatMap((corpus) => corpus.articles);
    const rows = await askAll(await Answerer.create(articles, model, UNCACHED), name);
    figures[name] = figuresOf(rows);
    all.push(...rows);
  }
  await model.close();
  return { ...figures, all: figuresOf(all) };
}

/** Prints each figure beside the one that is kept, and tells whether none of them is worse. */
function holds(kept, figures) {
  let isFine = true;
  for (const [name, set] of Object.entries(figures)) {
    const tolerance = name === 'all' ? TOLERANCE : TOLERANCE_OF_SET;
    for (const [what, now] of Object.entries(set)) {
      const before = kept[name][what];
      const isWorse = (HIGHER_IS_BETTER[what] ? before - now : now - before) > tolerance;
      isFine &&= !isWorse;
      console.log(`${name}, ${what}: ${now} % (kept ${before})${isWorse ? ' WORSE' : ''}`);
    }
  }
  return isFine;
}

const { values: options } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const figures = await measure();
if (options.write) writeFileSync(KEPT, `${JSON.stringify(figures, null, 2)}\n`);
if (!holds(JSON.parse(readFileSync(KEPT, 'utf8')), figures)) {
  console.error(
    `A figure is worse by more than ${TOLERANCE} point of all questions, or ${TOLERANCE_OF_SET} of a set.`,
  );
  process.exitCode = 1;
}
