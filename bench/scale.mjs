/**
 * npm run bench -- scale [SIZES] [FOLDER]      SIZES: sentences, parted by commas (42,10000); FOLDER keeps the texts
 *
 * The bot as people run it, by the size of its corpus: how long until it is ready, the memory it takes, how fast it answers and
 * stops. Beside it, over the same sentences, search engines as they come, and a bot that always gives the same card. Each is a
 * process of its own. Needs Linux, which tells how much memory and processor time a process took.
 *
 * node bench/scale.mjs ENGINE FILE             one engine over `{ sentences, questions }`, as JSON
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCorpus, reworded, SHIPPED } from './corpora.mjs';
import { ENGINES } from './engines.mjs';
import { MeasuredBot, pause, quantile } from './measured-bot.mjs';

const SIZES = [SHIPPED, 10_000];
const QUESTIONS = 300;
const PEERS = ['MiniSearch', 'Orama'];
const PEER_MS = 1_800_000;

/** A text that is added while the bot runs, and a question that only it answers. */
const ADDED = 'The lighthouse keeper of Skerrymore counted 4,211 puffins on the northern cliffs in May.';
const ASKED_OF_IT = 'How many puffins did the lighthouse keeper of Skerrymore count?';
const ANSWERED_BY_IT = '4,211 puffins';
const RELOAD_MS = 1_200_000;

/** A file is left alone for so long before it is read. */
const REST_MS = 600;

const ms = (times, share) => {
  const time = quantile(times, share);
  return time === Number.POSITIVE_INFINITY ? 'none in 3 s' : time.toFixed(time < 10 ? 1 : 0);
};
const rounded = (number) => number.toFixed(number < 10 ? 1 : 0);
const both = (...values) => values.join(' / ');

/** Starts, asks, changes the texts and stops it at each moment. */
async function measureBot(corpus, env) {
  rmSync(env.CACHE_DIR, { recursive: true, force: true });
  const [first] = corpus.questions.filter(({ answer }) => answer !== null);
  const cold = await started(env, first.question);
  const stops = [await cold.bot.stop()];
  const cache = sizeOf(env.CACHE_DIR);
  const warm = await started(env, first.question);
  const asked = await askAll(warm.bot, corpus);
  const crowd = await crowded(warm.bot, corpus);
  const { now, most } = warm.bot.memory;
  const reload = await reloaded(warm.bot, env.CORPUS_DIR, corpus);
  stops.push(await warm.bot.stop());
  const broken = await MeasuredBot.start(env);
  await pause((warm.ready.seconds * 1000) / 2);
  stops.push(await broken.stop());
  return { cold, warm, cache, asked, crowd, memory: { now, most: Math.max(most, cold.most) }, reload, stops };
}

async function started(env, question) {
  const bot = await MeasuredBot.start(env);
  const ready = await bot.ready(question);
  const allRead = await bot.allRead();
  return { bot, ready, allRead, most: bot.memory.most, block: await bot.longestBlock() };
}

/** All questions, and between them the other commands, suggestions and page turns, one after another; times in ms. */
async function askAll(bot, { questions, speakers, subjects }) {
  const times = { ask: [], page: [], list: [], suggestion: [] };
  const shown = [];
  let cpu = 0;
  const list = async (...command) => {
    const opened = await bot.slash(...command);
    times.list.push(opened.ms);
    const second = await bot.turnPage(opened);
    if (second === null) return;
    times.page.push(second.ms, (await bot.turnPage(second))?.ms ?? second.ms);
  };
  const others = [
    (i) => list('quote', { speaker: speakers[i % speakers.length] }),
    () => list('quote'),
    (i) => list('figure', { about: subjects[i % subjects.length] }),
    () => list('figure'),
    () => list('sources'),
    async (i) =>
      times.suggestion.push(
        (await bot.suggest('quote', 'speaker', speakers[i % speakers.length].slice(0, 2))).ms,
      ),
    async (i) =>
      times.suggestion.push(
        (await bot.suggest('figure', 'about', subjects[i % subjects.length].slice(0, 3))).ms,
      ),
  ];
  for (const [i, { question }] of questions.entries()) {
    const before = bot.cpuSeconds;
    const answered = await bot.ask(question);
    cpu += bot.cpuSeconds - before;
    times.ask.push(answered.ms);
    shown.push(quotedIn(answered.reply));
    if (i % 4 === 0) await pageOf(bot, answered, times);
    await others[i % others.length](i);
  }
  return { times, shown, cpu: cpu / questions.length };
}

async function pageOf(bot, answered, times) {
  const turned = await bot.turnPage(answered);
  if (turned) times.page.push(turned.ms);
}

/** What an answer quotes first, as a reader sees it; `null` where the texts do not answer, `undefined` where none came. */
function quotedIn(reply) {
  if (reply === null) return undefined;
  if (!/^The texts say/m.test(reply.text)) return null;
  return /^> (.*)$/m.exec(reply.text)[1].replace(/\\(?=\W)|\*\*/g, '');
}

/** Ten people ask at once while one more holds five requests: how many of the ten get nothing. */
async function crowded(bot, { questions, speakers }) {
  const held = Array.from({ length: 5 }, () => bot.slash('quote', {}, 'one more'));
  const ten = Array.from({ length: 10 }, (_, i) => {
    if (i % 3 === 0) return bot.slash('quote', {});
    return i % 3 === 1
      ? bot.slash('quote', { speaker: speakers[i % speakers.length] })
      : bot.ask(reworded(questions[i].question, 7));
  });
  const answers = await Promise.all(ten);
  await Promise.all(held);
  return answers.filter(({ reply }) => reply === null).length;
}

/** Adds a text and has all read again: seconds until it answers, what asking meanwhile takes, the longest block. */
async function reloaded(bot, folder, { questions }) {
  await bot.longestBlock();
  writeFileSync(path.join(folder, 'added.md'), ADDED);
  await pause(REST_MS);
  bot.reload();
  const from = performance.now();
  const times = [];
  for (let i = 0, isThere = false; !isThere && performance.now() - from < RELOAD_MS; i++) {
    const { ms } = await bot.ask(reworded(questions[i % questions.length].question, 13));
    times.push(ms);
    const { reply } = await bot.ask(reworded(ASKED_OF_IT, i));
    isThere = reply?.text.includes(ANSWERED_BY_IT) ?? false;
  }
  const seconds = (performance.now() - from) / 1000;
  const block = await bot.longestBlock();
  rmSync(path.join(folder, 'added.md'));
  await pause(REST_MS);
  bot.reload();
  // In the middle of it the bot is stopped.
  await pause((seconds * 1000) / 3);
  return { seconds, times, block };
}

function sizeOf(folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.reduce((sum, { path: parent, name }) => sum + statSync(path.join(parent, name)).size, 0) / 1e6;
}

/** Callbacks of a bot that looks nothing up. */
async function measureConstant({ questions }) {
  const bot = await MeasuredBot.start({}, 'bench/constant-bot.mjs');
  await bot.ready(questions[0].question);
  const ask = [];
  const page = [];
  for (const { question } of questions) {
    const answered = await bot.ask(question);
    ask.push(answered.ms);
    page.push((await bot.turnPage(answered)).ms);
  }
  const { now } = bot.memory;
  await bot.stop();
  return { ask, page, memory: now };
}

/** One search engine in this process. */
async function measurePeer(engine, { sentences, questions }) {
  const before = process.memoryUsage().rss;
  const from = process.cpuUsage();
  const search = await ENGINES[engine]({ sentences });
  const { user, system } = process.cpuUsage(from);
  const ask = [];
  for (const { question } of questions) {
    const asked = performance.now();
    await search(question);
    ask.push(performance.now() - asked);
  }
  return { cpu: (user + system) / 1e6, memory: (process.memoryUsage().rss - before) / 1e6, ask };
}

/** The same in a process of its own; `null` and a word why where it cannot be. */
function peer(engine, file) {
  const args = [fileURLToPath(import.meta.url), engine, file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: PEER_MS,
  });
  if (status === 0) return JSON.parse(stdout);
  console.error(`${engine}: ${stderr.split('\n').find((line) => /Error/.test(line)) ?? 'too slow'}`);
  return null;
}

/** All of one size. */
async function measure(size, folder) {
  const env = { CORPUS_DIR: path.join(folder, String(size)), CACHE_DIR: path.join(folder, `${size}-cache`) };
  const corpus = await makeCorpus(size, env.CORPUS_DIR, QUESTIONS);
  console.error(`${corpus.sentences.length} sentences, ${QUESTIONS} questions`);
  const file = path.join(folder, `${size}.json`);
  writeFileSync(file, JSON.stringify(corpus));
  const constant = await measureConstant(corpus);
  const peers = PEERS.map((engine) => [engine, peer(engine, file)]).filter(([, measured]) => measured);
  return { size, corpus, bot: await measureBot(corpus, env), constant, peers };
}

const rowOf = ({ size, bot: { cold, warm, memory, asked, cache } }) => ({
  sentences: size,
  'ready, first s': rounded(cold.ready.seconds),
  'all read s (CPU)': `${rounded(cold.allRead.seconds)} (${rounded(cold.allRead.cpu)})`,
  'ready, again s (CPU)': `${rounded(warm.ready.seconds)} (${rounded(warm.ready.cpu)})`,
  'memory MB': memory.now.toFixed(),
  'at most MB': memory.most.toFixed(),
  'cache MB': rounded(cache),
  'ask p50 / p99 ms': both(ms(asked.times.ask, 0.5), ms(asked.times.ask, 0.99)),
  'ask CPU ms': rounded(1000 * asked.cpu),
  'page turn p99 ms': ms(asked.times.page, 0.99),
});

const manyRowOf = ({ size, bot: { cold, warm, reload, asked, crowd, stops } }) => ({
  sentences: size,
  'longest block, first / again / reload ms': both(cold.block, warm.block, reload.block),
  'reload s': rounded(reload.seconds),
  'ask meanwhile p99 ms': ms(reload.times, 0.99),
  'list p99 ms': ms(asked.times.list, 0.99),
  'suggestions p99 ms': ms(asked.times.suggestion, 0.99),
  'lost of 10 at once': crowd,
  'stop: idle / reload / start s': both(...stops),
});

/** Verbatim beside others; a ratio of 2 means that Verbatim takes twice as much. */
function ratiosOf({ size, bot: { cold, memory, asked }, constant, peers }) {
  const others = [...peers, ['bot with one card', constant]];
  return others.map(([name, other]) => {
    const ratio = (ours, theirs) =>
      theirs === undefined ? '' : `${rounded(theirs)} (×${rounded(ours / theirs)})`;
    const at = (share) =>
      `${quantile(other.ask, share).toFixed(2)} (×${rounded(quantile(asked.times.ask, share) / quantile(other.ask, share))})`;
    return {
      sentences: size,
      beside: name,
      'index, CPU s': ratio(cold.allRead.cpu, other.cpu),
      'memory MB': ratio(memory.now, other.memory),
      'ask p50 ms': at(0.5),
      'ask p99 ms': at(0.99),
      'page p99 ms': other.page
        ? `${quantile(other.page, 0.99).toFixed(2)} (×${rounded(quantile(asked.times.page, 0.99) / quantile(other.page, 0.99))})`
        : '',
    };
  });
}

/** How many questions the right sentence is shown to, and where sizes differ. */
function accuracyOf({ size, corpus, bot: { asked } }, smallest) {
  const isRight = ({ answer }, i) =>
    answer === null ? asked.shown[i] === null : asked.shown[i]?.includes(answer);
  const share = (kind) => {
    const those = corpus.questions
      .map((question, i) => [question, i])
      .filter(([{ answer }]) => (answer === null) === kind);
    return `${those.filter(([question, i]) => isRight(question, i)).length} of ${those.length}`;
  };
  const others = new Map(
    smallest.corpus.questions.map(({ question }, i) => [question, smallest.bot.asked.shown[i]]),
  );
  const common = corpus.questions.flatMap(({ question }, i) =>
    others.has(question) ? [asked.shown[i] === others.get(question)] : [],
  );
  const beside = `${common.filter(Boolean).length} of ${common.length} as at ${smallest.size}`;
  const lost = asked.shown.filter((text) => text === undefined).length;
  return `${size} sentences: right ${share(false)}, rightly declined ${share(true)}, lost ${lost}; ${beside}`;
}

const [first = SIZES.join(), second] = process.argv.slice(2);
if (first in ENGINES) {
  console.log(JSON.stringify(await measurePeer(first, JSON.parse(readFileSync(second, 'utf8')))));
  process.exit();
}
const folder = second ?? mkdtempSync(path.join(tmpdir(), 'verbatim-bench-'));
const results = [];
for (const size of first.split(',').map(Number)) results.push(await measure(size, folder));
if (second === undefined) rmSync(folder, { recursive: true });
console.table(results.map(rowOf));
console.table(results.map(manyRowOf));
console.table(results.flatMap(ratiosOf));
const grown = results.filter(({ size }) => size > SHIPPED);
for (const result of grown) console.log(accuracyOf(result, grown[0]));
