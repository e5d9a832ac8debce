/**
 * npm run preview [-- FOLDER] [--port N]
 *
 * Serves a page on this machine that shows the bot at work on a folder of texts, without Discord.
 */

import { parseArgs } from 'node:util';
import { loadEnvFile } from '../src/config.js';
import { reasonOf, UserError } from '../src/errors.js';
import { openPreview } from './preview.js';

/** Where the page is unless it is told otherwise: any free port would be another address each time. */
const PORT = 4410;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: String(PORT) } },
  });
  loadEnvFile();
  const [folder] = positionals;
  const preview = await openPreview({ ...(folder && { folder }), port: portOf(values.port) });
  process.stdout.write(`The preview is at ${preview.url} until Ctrl+C.\n`);
  process.once('SIGINT', () => void preview.close().then(() => process.exit()));
} catch (error) {
  process.stderr.write(
    `${isTaken(error) ? 'The port is taken; choose another with --port N.' : reasonOf(error)}\n`,
  );
  process.exitCode = 2;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function portOf(typed: string): number {
  if (/^\d{1,5}$/.test(typed) && Number(typed) < 65_536) return Number(typed);
  throw new UserError(`--port ${typed} is not a port; use a whole number below 65536.`, 2);
}
