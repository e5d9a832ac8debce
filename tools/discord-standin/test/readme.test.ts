import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');
const readme = read('README.md');

const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc');

/** Runs Node in the package's folder; rejects unless it ends well. */
const node = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: root });

beforeAll(() => node(tsc, '--project', 'tsconfig.build.json'));

it.each(['example/bot.mjs', 'example/bot.example.mjs'])('shows %s as it is', (file) => {
  expect(readme).toContain(`\`\`\`js\n${read(file)}\`\`\``);
});

it('shows an example that runs', async () => {
  const { stdout } = await node('--test', 'example/bot.example.mjs');
  expect(stdout).toMatch(/^(?:#|ℹ) pass 2$/m);
});

it('names everything that is exported as a value', async () => {
  const exported = Object.keys(await import('../src/index.js'));
  expect(exported.filter((name) => !readme.includes(`\`${name}`))).toEqual([]);
});
