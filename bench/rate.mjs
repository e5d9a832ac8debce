/**
 * npm run bench -- rate [SENTENCES]
 *
 * Many people asking: five questions a second for a minute, then thirty at once, three times; beside it the same of a bot that
 * always gives the same card. Every question is another one, so that no answer is remembered.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCorpus, reworded, SHIPPED } from './corpora.mjs';
import { MeasuredBot, pause, quantile } from './measured-bot.mjs';

const A_SECOND = 5;
const SECONDS = 60;
const BURST = 30;
const BURSTS = 3;

/** A pause after each burst, in which nobody is left waiting. */
const REST_MS = 4000;

/** Times in ms of all answers; one that never came takes for ever. */
async function askEvenly(bot, questions) {
  const answers = [];
  for (const question of questions.slice(0, A_SECOND * SECONDS)) {
    answers.push(bot.ask(question));
    await pause(1000 / A_SECOND);
  }
  return (await Promise.all(answers)).map(({ ms }) => ms);
}

async function askAtOnce(bot, questions) {
  const times = [];
  for (let i = 0; i < BURSTS; i++) {
    const burst = questions.slice(i * BURST, (i + 1) * BURST).map((question) => reworded(question, i + 3));
    times.push(...(await Promise.all(burst.map((question) => bot.ask(question)))).map(({ ms }) => ms));
    await pause(REST_MS);
  }
  return times;
}

async function measure(name, questions, env, script) {
  const bot = await MeasuredBot.start(env, script);
  await bot.ready(questions[0]);
  const evenly = await askEvenly(bot, questions);
  const atOnce = await askAtOnce(bot, questions);
  await bot.stop();
  return { name, evenly, atOnce };
}

const rowOf = ({ name, evenly, atOnce }) => ({
  bot: name,
  'five a second, p50 / p99 ms': [0.5, 0.99].map((share) => quantile(evenly, share).toFixed()).join(' / '),
  'thirty at once, p50 / max ms': [0.5, 1].map((share) => quantile(atOnce, share).toFixed()).join(' / '),
  lost: [...evenly, ...atOnce].filter((ms) => ms === Number.POSITIVE_INFINITY).length,
});

const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-rate-'));
const env = { CORPUS_DIR: path.join(folder, 'corpus'), CACHE_DIR: path.join(folder, 'cache') };
const { questions } = await makeCorpus(
  Number(process.argv[2] ?? SHIPPED),
  env.CORPUS_DIR,
  A_SECOND * SECONDS,
);
const asked = questions.map(({ question }) => question);
const constant = await measure('one card', asked, {}, 'bench/constant-bot.mjs');
const verbatim = await measure('Verbatim', asked, env);
rmSync(folder, { recursive: true });
console.table([constant, verbatim].map(rowOf));
const over = (share) => (quantile(verbatim.evenly, share) - quantile(constant.evenly, share)).toFixed();
console.log(`At five a second over the bot with one card: p50 ${over(0.5)} ms, p99 ${over(0.99)} ms.`);
