/**
 * npm run bench -- cards SET… [--every N] [--hold REGEX] [--longest N]
 *
 * How long the cards are that answer: lines of a phone to the end of the answer and of the whole card, over the answered
 * questions of sets in the formats of `question-sets.mjs`. `--every` asks every Nth of those that their text answers, `--hold` only
 * about texts whose id matches; `--longest` prints so many of the cards whose answer ends last.
 */
import { parseArgs } from 'node:util';
import { ask } from '../dist/commands/ask.js';
import { headingOf } from '../dist/src/discord/heading.js';
import { messageOf } from '../dist/src/discord/message.js';
import { createLibrary } from '../dist/src/library.js';
import { corpusOf, readSet } from './question-sets.mjs';

const { values: options, positionals: sets } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: 'string', default: '1' },
    hold: { type: 'string', default: '' },
    longest: { type: 'string', default: '0' },
  },
});

/** Characters in a line of a phone. */
const WIDTH = 40;

/** What should hold in nine of ten cards. */
const MOST_TO_ANSWER = 9;
const MOST = 20;

const ASKED = { stamp: 'AAAAAA', asker: '18446744073709551615', command: 'ask' };

/** A line as a reader sees it: without marks and escapes. */
const seen = (line) => line.replace(/^(?:### |-# |> )/, '').replace(/\*\*|\\(?=[^\w\s])/g, '');

const linesOf = (text) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(seen(line).length / WIDTH)), 0);

/** The texts of a message, one below the other. */
const textOf = ({ components: [container] }) =>
  container.components.flatMap(({ content }) => content ?? []).join('\n');

function measured(reply) {
  const text = textOf(messageOf(reply, headingOf(reply.question), ASKED));
  return { text, toAnswer: linesOf(text.slice(0, text.lastIndexOf('**'))), whole: linesOf(text) };
}

function summary(numbers, most) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const held = (100 * sorted.filter((number) => number <= most).length) / sorted.length;
  return `median ${at(0.5)}, p75 ${at(0.75)}, p90 ${at(0.9)}, max ${at(1)}; at most ${most} in ${held.toFixed(1)} %`;
}

for (const set of sets) {
  const { texts, questions } = readSet(set);
  const library = createLibrary({ articles: [...(await corpusOf(texts)).values()], stamp: 'AAAAAA' });
  await library.warmUp();
  const asked = questions.filter(({ doc, abstain }) => !abstain && new RegExp(options.hold).test(doc));
  const cards = [];
  for (let at = 0; at < asked.length; at += Number(options.every)) {
    const reply = await ask.run(library, { question: asked[at].q.replace(/\s+/g, ' ').slice(0, 300) });
    if (reply.kind === 'answer') cards.push(measured(reply));
  }
  console.log(`${set}: ${cards.length} cards`);
  const toAnswer = cards.map((card) => card.toAnswer);
  const whole = cards.map((card) => card.whole);
  console.log(`  lines to the end of the answer: ${summary(toAnswer, MOST_TO_ANSWER)}`);
  console.log(`  lines of the whole card: ${summary(whole, MOST)}`);
  const last = [...cards].sort((a, b) => b.toAnswer - a.toAnswer).slice(0, Number(options.longest));
  for (const card of last) console.log(`\n--- ${card.toAnswer} of ${card.whole}\n${card.text}`);
}
process.exit(0);
