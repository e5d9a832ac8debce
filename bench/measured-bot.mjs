/** A bot as people run it, in a process of its own, talked to over a real socket, and what it takes. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordStandin } from '../tools/discord-standin/dist/index.js';

/** A first start with 200,000 sentences may take this long. */
const START_MS = 3_600_000;

/** Discord waits 3 s for a response; what comes later is lost. */
const PATIENCE_MS = 3_200;

/** A stop that takes longer is none. */
const STOP_MS = 60_000;

/** The kernel counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/** What the log says while passages are found by words alone, and when that is over; of a short while it says nothing. */
const WORDS_ALONE = /by their words alone/;
const ALL_READ = /by what they mean/;

/** A bot that took less than this share of a processor for a second has nothing left to do. */
const IDLE = 0.05;

/** What the stand-in says of an answer that came when Discord no longer waited: it is counted as lost. */
const TOO_LATE = /answered after \d+ ms/;

const PRELOADED = new URL('longest-block.mjs', import.meta.url).href;

/** Of times in ms, one that a share of them does not exceed; `Infinity` is an answer that never came. */
export function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export class MeasuredBot {
  #discord;
  #bot;
  #started = performance.now();
  #asker = 0;

  /** Starts a bot and waits for nothing. `script`: what to run with Node, if not Verbatim. */
  static async start(env, script = 'dist/src/main.js') {
    const measured = new MeasuredBot();
    measured.#discord = await DiscordStandin.start({ reportsPings: true });
    measured.#started = performance.now();
    const settings = {
      DISCORD_GUILD_ID: '',
      ...env,
      LOG_LEVEL: 'info',
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${PRELOADED}`,
    };
    measured.#bot = measured.#discord.startBot({ env: settings, script });
    return measured;
  }

  /** Seconds since the start until the commands are there and a question gets a quotation, and the processor's until then. */
  async ready(question) {
    await this.#discord.ready({ timeoutMs: START_MS });
    while (!/^> /m.test((await this.ask(question)).reply?.text));
    return { seconds: this.seconds, cpu: this.cpuSeconds };
  }

  /** The same until all sentences are read too, and nothing is left to do. */
  async allRead() {
    for (;;) {
      const { seconds, cpuSeconds: cpu } = this;
      await sleep(1000);
      const told = this.#bot.stderr.filter((line) => WORDS_ALONE.test(line) || ALL_READ.test(line));
      const isReading = told.length > 0 && !ALL_READ.test(told.at(-1));
      if (!isReading && this.cpuSeconds - cpu < IDLE) return { seconds, cpu };
    }
  }

  ask = (question) => this.slash('ask', { question });

  slash = (name, options = {}, user = this.#nextUser()) =>
    timed(this.#discord.slash(name, options, { user, timeoutMs: PATIENCE_MS }));

  /** What is suggested while somebody types. */
  async suggest(name, option, typed) {
    const { id } = this.#discord.commands.find((command) => command.name === name);
    const data = { id, name, type: 1, options: [{ name: option, type: 3, value: typed, focused: true }] };
    return timed(this.#discord.interaction(4, { data }, { user: this.#nextUser(), timeoutMs: PATIENCE_MS }));
  }

  /** The last button of a reply that turns to another page; `null` where there is none. A reply that never came has none that does. */
  async turnPage({ reply }) {
    if (reply === null) return { ms: Number.POSITIVE_INFINITY, reply };
    const button = reply.buttons.findLast(({ customId }) => customId?.startsWith('page:'));
    return button
      ? timed(this.#discord.clickId(button.customId, reply.message, { timeoutMs: PATIENCE_MS }))
      : null;
  }

  /** For how many ms its main thread was blocked at most, since this was last asked. */
  async longestBlock() {
    const said = () => this.#bot.stdout.filter((line) => line.startsWith('longest block'));
    const before = said().length;
    this.#bot.signal('SIGUSR2');
    await this.#discord.until(() => said().length > before, 'no word of the longest block', {
      timeoutMs: STOP_MS,
    });
    return Number(/\d+/.exec(said().at(-1))[0]);
  }

  /** Makes it read all texts again. */
  reload() {
    this.#bot.signal('SIGHUP');
  }

  /** Seconds from SIGTERM to the end, or how it ended instead of well. */
  async stop() {
    const from = performance.now();
    const ended = await Promise.race([this.#bot.kill('SIGTERM'), sleep(STOP_MS, undefined, { ref: false })]);
    const { code, signal } = ended ?? (await this.#bot.kill('SIGKILL'));
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    const faults = this.#discord.violations.filter((fault) => !TOO_LATE.test(fault));
    await this.#discord.stop();
    if (faults.length > 0) throw new Error(`Discord would have refused: ${faults[0]}`);
    return code === 0 ? seconds : `${seconds} (${signal ?? `exit ${code}`})`;
  }

  /** Resident memory now and at most so far, in MB; only Linux tells. */
  get memory() {
    const status = readFileSync(`/proc/${this.#bot.pid}/status`, 'utf8');
    const [now, most] = ['VmRSS', 'VmHWM'].map(
      (name) => new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1] / 1000,
    );
    return { now, most };
  }

  /** Seconds of processor time so far; only Linux tells. */
  get cpuSeconds() {
    const fields = readFileSync(`/proc/${this.#bot.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  }

  /** Seconds since the start. */
  get seconds() {
    return (performance.now() - this.#started) / 1000;
  }

  /** Nobody asks so often that the bot would tell them to wait. */
  #nextUser() {
    this.#asker = (this.#asker + 1) % 50;
    return `person ${this.#asker}`;
  }
}

/** The reply and after how many ms it came; one that did not come in time is `null`, after infinitely many. */
async function timed(answer) {
  try {
    const reply = await answer;
    return { reply, ms: reply.callbackMs };
  } catch (error) {
    if (!/: no answer/.test(error.message)) throw error;
    return { reply: null, ms: Number.POSITIVE_INFINITY };
  }
}

export const pause = (ms) => sleep(ms);
