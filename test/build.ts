import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Builds `dist` before the tests, so that those that start a process run the code as it stands, and gives all of them
 * one new folder for what is kept of the texts, so that each text is read once.
 *
 * @returns what is done after the tests.
 */
export default function build(): () => void {
  const typescript = path.dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  const tsc = path.join(typescript, 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '--project', 'tsconfig.build.json'], { stdio: 'inherit' });
  const cache = mkdtempSync(path.join(tmpdir(), 'verbatim-cache-'));
  process.env.CACHE_DIR = cache;
  return () => rmSync(cache, { recursive: true, force: true });
}
