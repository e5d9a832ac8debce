import { spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { verbatim as call } from '../../src/console/verbatim.js';
import { openLibrary } from '../../src/open-library.js';
import { sharedModel } from './model.js';

/** What a process printed and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const CLI = 'dist/src/console/cli.js';
const MAIN = 'dist/src/main.js';

/** The real process; its environment is this one's without Verbatim's settings, then `env`. */
function run(args: readonly string[], input: string | Uint8Array, env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: { ...clean(), ...env } });
    const printed = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        printed[name] += text;
      });
    }
    // A process that ends without reading closes its input; that is no fault of the test.
    child.stdin.on('error', () => {});
    child.on('error', reject).on('close', (code) => resolve({ code, ...printed }));
    child.stdin.end(input);
  });
}

function clean(): NodeJS.ProcessEnv {
  const ours = /^(?:DISCORD_|CORPUS_DIR$|LOG_LEVEL$|FORCE_COLOR$|NO_COLOR$)/;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  // Set and empty, they count as missing and win over a developer's .env file.
  return { ...Object.fromEntries(kept), DISCORD_TOKEN: '', DISCORD_GUILD_ID: '', CORPUS_DIR: '' };
}

/** `verbatim …` without a process of its own, with this on its standard input. */
export async function verbatim(args: readonly string[], input: string | Uint8Array = ''): Promise<Ended> {
  const printed = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr') =>
    new Writable({
      decodeStrings: false,
      write(text, _, done) {
        printed[name] += text;
        done();
      },
    });
  const code = await call(args, {
    stdin: Readable.from(input.length > 0 ? [Buffer.from(input)] : []),
    stdout: into('stdout'),
    stderr: into('stderr'),
    env: clean(),
    openLibrary: (settings, told) => openLibrary(settings, told, sharedModel),
  });
  return { code, ...printed };
}

/** `verbatim …` as a process. */
export const verbatimProcess = (args: readonly string[], input: string | Uint8Array = ''): Promise<Ended> =>
  run([CLI, ...args], input, {});

/** The bot as `npm start` runs it, with this on its standard input. */
export const start = (input: string | Uint8Array, env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  run([MAIN], input, env);

/** The lines of some output, without the end of the last. */
export const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');
