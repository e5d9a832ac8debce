// npm run fuzz [-- SECONDS [SEED]]: drives every grammar and reader of files with texts that grow.
import { fork } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFrom } from '../random.mjs';
import { KNOWN } from './known.mjs';
import { bytesOf, randomMotif } from './texts.mjs';

/** Lengths that a motif grows to, each eight times the one before. */
const LENGTHS = [1_000, 8_000, 64_000];

/** Milliseconds of processor time for a kilobyte in one stage; news takes one or two in the slowest. */
const MAX_MS_PER_KB = 15;
/** Time per kilobyte at eight times the length: twice as much is noise of the heap, more is growth. */
const MAX_GROWTH = 2.5;
/** Below this a stage is too short to be measured. */
const MIN_MS = 150;
/** However it grows, a text that takes longer is named. */
const HANG_MS = 60_000;
/** Memory of the process that reads; a text of 200 kB takes some hundred megabytes. */
const MAX_MEGABYTES = 1_200;

const [seconds = Number(process.env.FUZZ_SECONDS ?? 60), seed = Date.now() % 1_000_000] = process.argv
  .slice(2)
  .map(Number);

/** The process that does the work, so that what hangs or dies is found and named. */
class Worker {
  #child;

  #start() {
    this.#child = fork(fileURLToPath(new URL('worker.mjs', import.meta.url)), {
      execArgv: ['--max-old-space-size=2000'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  }

  /** What came of a motif at some length: `{times, kilobytes, megabytes}`, or `{fault}`. */
  run(recipe, length) {
    if (!this.#child?.connected) this.#start();
    const child = this.#child;
    return new Promise((resolve) => {
      let stage = 'reading';
      const done = (result) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(result);
      };
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        this.#child = undefined;
        done({ fault: `${stage}: no end after ${HANG_MS / 1000} s` });
      }, HANG_MS);
      child.on('message', (message) => {
        if (message.stage) stage = message.stage;
        else done(message);
      });
      child.on('exit', (code, signal) => {
        this.#child = undefined;
        done({ fault: `${stage}: the process ended with ${signal ?? code}` });
      });
      child.send({ recipe, length });
    });
  }

  stop() {
    this.#child?.kill();
  }
}

const worker = new Worker();
const slowest = new Map();
const faults = [];
let tried = 0;
let most = 0;

/** Time per kilobyte of a stage. */
const perKb = ({ times, kilobytes }, stage) => (times[stage] ?? 0) / kilobytes;

/** The stages that take too long for their length, and longer than at an eighth of it. */
const tooSlow = (before, now) =>
  Object.keys(now.times).filter(
    (stage) =>
      now.times[stage] > MIN_MS &&
      perKb(now, stage) > MAX_MS_PER_KB &&
      perKb(now, stage) > MAX_GROWTH * perKb(before, stage),
  );

function note(recipe, length, result) {
  most = Math.max(most, result.megabytes);
  for (const [stage, ms] of Object.entries(result.times)) {
    const rate = ms / result.kilobytes;
    // The first texts pay for what is loaded.
    if (length > LENGTHS[0] && ms > MIN_MS && rate > (slowest.get(stage)?.rate ?? 0))
      slowest.set(stage, { rate, recipe, length });
  }
}

/** Grows a motif until it is at its longest, or something is wrong with it. */
async function grow(recipe, lengths) {
  tried++;
  let before = null;
  for (const length of lengths) {
    const now = await worker.run(recipe, length);
    if (now.fault) return { recipe, length, fault: now.fault };
    note(recipe, length, now);
    // Once more, for the machine may have been busy.
    const slow = before ? tooSlow(before, now) : [];
    const still = slow.length > 0 ? await worker.run(recipe, length) : null;
    const [stage] = still
      ? still.fault
        ? slow
        : tooSlow(before, still).filter((one) => slow.includes(one))
      : [];
    if (stage)
      return { recipe, length, fault: `${stage}: ${perKb(now, stage).toFixed(1)} ms per kB, growing` };
    if (now.megabytes > MAX_MEGABYTES) {
      worker.stop();
      return { recipe, length, fault: `${now.megabytes.toFixed(0)} MB` };
    }
    before = now;
  }
  return null;
}

/** The same fault with as few words as taking them away one by one from the front finds. */
async function shrunk(found) {
  const kind = found.fault.split(':', 1)[0];
  const lengths = LENGTHS.filter((length) => length <= found.length);
  let least = found;
  for (const part of ['before', 'after', 'motif'])
    for (;;) {
      const shorter = least.recipe[part].replace(/^\S*\s*/, '');
      if (shorter === least.recipe[part] || (part === 'motif' && shorter === '')) break;
      const again = await grow({ ...least.recipe, [part]: shorter }, lengths);
      if (again?.fault.split(':', 1)[0] !== kind) break;
      least = again;
    }
  return least;
}

async function attempt(recipe, lengths) {
  const found = await grow(recipe, lengths);
  if (!found) return;
  console.log(`${found.fault} in ${JSON.stringify(found.recipe)}; made shorter:`);
  const least = await shrunk(found);
  const dir = await mkdtemp(path.join(tmpdir(), 'verbatim-fuzz-'));
  const file = path.join(dir, least.recipe.file);
  await writeFile(file, bytesOf(least.recipe, least.length));
  faults.push(least);
  console.log(`${least.fault}\n  ${JSON.stringify(least.recipe)} at ${least.length} characters, in ${file}`);
}

console.log(`Seed ${seed}, ${seconds} seconds.`);
const random = randomFrom(seed);
const until = performance.now() + 1000 * seconds;
for (const recipe of KNOWN) await attempt(recipe, LENGTHS);
while (performance.now() < until) await attempt(randomMotif(random), LENGTHS);
worker.stop();

console.log(`${tried} motifs; at most ${most.toFixed(0)} MB; most milliseconds of processor time per kB:`);
for (const [stage, { rate, recipe, length }] of slowest)
  console.log(
    `  ${stage.padEnd(11)} ${rate.toFixed(2).padStart(7)}  ${recipe.file} ${JSON.stringify(recipe.motif)} at ${length}`,
  );
console.log(faults.length === 0 ? 'Nothing wrong was found.' : `${faults.length} motifs with faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
