/**
 * npm run bench -- followups SET… [--misses]
 *
 * How well a reply to an answer is understood, over sets with texts.jsonl and followups.jsonl
 * `{doc, prev, q, full, any, abstain}`: the question before, the reply as typed, the whole question that is meant. Four ways
 * to ask: the reply alone (the floor), joined with the question before as the bot does it, with the bot named in the reply and
 * without, and the whole question in the reply's place (the ceiling). A third of the texts is counted apart: those that nothing was chosen on.
 */
import { parseArgs } from 'node:util';
import { Answerer } from '../dist/src/answer/answerer.js';
import { answerBelow } from '../dist/src/answer/below.js';
import { joined } from '../dist/src/answer/follow-up.js';
import { namedAnew } from '../dist/src/answer/named-anew.js';
import { isToSomebody } from '../dist/src/english/talk.js';
import { openModel } from '../dist/src/model/model.js';
import { UNCACHED } from '../dist/src/search/vectors.js';
import { corpusOf, readFollowUps, spansOf } from './question-sets.mjs';

const { values: options, positionals: sets } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean', default: false } },
});

const NOTHING = { answered: false, candidates: [] };

const percent = (part, all) => (all === 0 ? '–' : ((100 * part) / all).toFixed(1));

/** What the bot says below an answer to a whole question made of a reply. */
async function askBelow(answerer, question, said) {
  const ask = (one, options) => answerer.answer(one, options);
  return (
    (await answerBelow(ask, question, { demands: null, isAddressed: false, ...said }))?.answer ?? NOTHING
  );
}

function askJoined(answerer, { prev, q }, near, isAddressed) {
  const question = joined(prev, q, near.article.text.slice(near.start, near.end));
  if (question === null || (!isAddressed && isToSomebody(q))) return NOTHING;
  const demands = namedAnew(prev, q, question);
  return askBelow(answerer, question, { reply: q, near, demands, isAddressed });
}

const WAYS = {
  alone: (answerer, { q }) => answerer.answer(q),
  'joined, the bot named': (answerer, row, near) => askJoined(answerer, row, near, true),
  joined: (answerer, row, near) => askJoined(answerer, row, near, false),
  whole: (answerer, { full }, near) => askBelow(answerer, full, { reply: full, near }),
};

async function ask(answerer, articles, row) {
  const [before] = (await answerer.answer(row.prev)).candidates;
  const article = articles.get(row.doc);
  const spans = row.abstain ? [] : spansOf(row, article);
  const came = {};
  for (const [name, way] of Object.entries(WAYS)) {
    const { answered, candidates } = before ? await way(answerer, row, before) : NOTHING;
    const [first] = candidates;
    const isRight =
      first?.article === article && spans.some(([start, end]) => first.start < end && first.end > start);
    came[name] = { answered, isRight };
  }
  return { ...row, came };
}

function report(name, rows) {
  const on = rows.filter(({ abstain }) => !abstain);
  const off = rows.filter(({ abstain }) => abstain);
  console.log(`  ${name}: ${on.length} answerable, ${off.length} not answered by their text`);
  for (const way of Object.keys(WAYS)) {
    const share = (list, fits) => percent(list.filter(({ came }) => fits(came[way])).length, list.length);
    const shown = share(on, ({ isRight, answered }) => isRight && answered);
    const wrong = share(on, ({ isRight, answered }) => !isRight && answered);
    const answered = share(off, (one) => one.answered);
    console.log(`    ${way}: shown right ${shown} wrong ${wrong} · others answered ${answered}`);
  }
}

const model = await openModel();
for (const set of sets) {
  const { texts, rows: asked } = readFollowUps(set);
  const articles = await corpusOf(texts);
  const answerer = await Answerer.create([...articles.values()], model, UNCACHED);
  const rows = [];
  for (const row of asked) if (articles.has(row.doc)) rows.push(await ask(answerer, articles, row));
  const docs = [...new Set(rows.map(({ doc }) => doc))].sort();
  const isHeld = ({ doc }) => docs.indexOf(doc) % 3 === 2;
  console.log(set);
  report(
    'two thirds of the texts',
    rows.filter((row) => !isHeld(row)),
  );
  report('the third held back', rows.filter(isHeld));
  if (options.misses)
    for (const { prev, q, full, abstain, came } of rows)
      if (abstain ? came.joined.answered : !came.joined.isRight)
        console.log(`    ${prev} | ${q} | ${joined(prev, q)} | ${full}${abstain ? ' | not answered' : ''}`);
}
await model.close();
