/** A bot as its own process, with its output kept line by line. None outlives the process that started it. */

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE, patient } from './patience.js';

/** How long a bot may take to end when it is asked to, in ms. */
const STOP_GRACE_MS = 5000;

/** With more patience Discord's deadlines are longer, and the clock by which a bot keeps them is slower by as much. */
const SLOW_CLOCK = encodeURIComponent(
  `const now = performance.now.bind(performance); performance.now = () => now() / ${PATIENCE};`,
);

/** How a process ended: by itself with a code, or by a signal. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface BotOptions {
  /** What to run with Node, relative to `cwd`. */
  script: string;
  /** Settings besides `DISCORD_TOKEN` and `DISCORD_API_URL`, which win over those. */
  env?: Record<string, string>;
  cwd?: string;
  /** A file to write its log to, by its descriptor; if not given, the log is kept. */
  log?: number;
}

const running = new Set<ChildProcess>();

function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

process.on('exit', killAll);
// A signal ends Node without the event above; leaving by process.exit brings it about.
process.once('SIGTERM', () => process.exit(143));
process.once('SIGHUP', () => process.exit(129));

export class BotProcess {
  readonly stdout: string[] = [];
  readonly stderr: string[] = [];
  /** Settles when the process has ended and all its output is read; never rejects. */
  readonly exit: Promise<Exit>;
  /** The same, once it has. */
  ended: Exit | undefined;
  readonly #child: ChildProcess;

  constructor({ env, script, cwd = process.cwd(), log }: BotOptions) {
    const child = spawn(process.execPath, [script], {
      cwd,
      env: {
        ...process.env,
        ...env,
        NODE_OPTIONS: `${env?.NODE_OPTIONS ?? ''} --import=data:text/javascript,${SLOW_CLOCK}`,
      },
      stdio: ['ignore', 'pipe', log ?? 'pipe'],
    });
    this.#child = child;
    running.add(child);
    if (child.stdout) collect(child.stdout, this.stdout);
    if (child.stderr) collect(child.stderr, this.stderr);
    this.exit = new Promise((resolve) => {
      child.on('error', (error) => this.stderr.push(String(error)));
      child.on('close', (code, signal) => {
        running.delete(child);
        this.ended = { code, signal };
        resolve(this.ended);
      });
    });
  }

  /** Reads its log no longer, as a reader that goes away. */
  leaveLog(): void {
    this.#child.stderr?.destroy();
  }

  /** The number that the system knows it by; undefined when it could not be started. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Sends a signal that does not end it. */
  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Sends a signal and waits for the end; `await bot.kill('SIGKILL')` is a crash. */
  kill(signal: NodeJS.Signals = 'SIGTERM'): Promise<Exit> {
    this.#child.kill(signal);
    return this.exit;
  }

  /** Asks it to end, and makes it after a while, which ends it by `SIGKILL`. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Exit> {
    const exit = this.kill(signal);
    // Nothing is kept waiting by the clock once the bot has ended.
    const late = sleep(patient(STOP_GRACE_MS), undefined, { ref: false });
    const ended = await Promise.race([exit, late]);
    return ended ?? this.kill('SIGKILL');
  }
}

function collect(stream: Readable, lines: string[]): void {
  createInterface({ input: stream }).on('line', (line) => lines.push(line));
}
