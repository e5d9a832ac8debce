import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(`${root}${file}`, 'utf8');
const readme = read('README.md');

const tsc = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace('package.json', 'bin/tsc');

beforeAll(() => {
  const { stdout } = spawnSync(process.execPath, [tsc, '--project', 'tsconfig.build.json'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
});

it.each(['example/bot.mjs', 'example/bot.example.mjs'])('shows %s as it is', (file) => {
  expect(readme).toContain(`\`\`\`js\n${read(file)}\`\`\``);
});

it('shows an example that runs', () => {
  const ended = spawnSync(process.execPath, ['--test', 'example/bot.example.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(ended.stdout).toMatch(/^(?:#|ℹ) pass 2$/m);
  expect(ended.status).toBe(0);
});

it('names everything that is exported as a value', async () => {
  const exported = Object.keys(await import('../src/index.js'));
  expect(exported.filter((name) => !readme.includes(`\`${name}`))).toEqual([]);
});
