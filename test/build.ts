import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Builds `dist` before the tests, so that those that start a process run the code as it stands. They all keep what is made
 * of the texts in one new folder, where that of the shipped texts is from the beginning, as in a bot that starts again.
 *
 * @returns what is done after the tests.
 */
export default function build(): () => void {
  const typescript = path.dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  const tsc = path.join(typescript, 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '--project', 'tsconfig.build.json'], { stdio: 'inherit' });
  const cache = mkdtempSync(path.join(tmpdir(), 'verbatim-cache-'));
  process.env.CACHE_DIR = cache;
  execFileSync(process.execPath, ['dist/src/console/cli.js', 'ask', 'how many jobs'], { stdio: 'ignore' });
  return () => rmSync(cache, { recursive: true, force: true });
}
