import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** `$ command` and what it prints, as the README shows it. */
const captures = [
  ...readFileSync('README.md', 'utf8').matchAll(/^```console\n\$ ([^\n]*)\n(.*?)^```$/gms),
].map(([, command = '', printed = '']) => [command, printed] as const);

/** Scores shift with every change of the ranking; a reader learns nothing from their decimals. */
const withoutScores = (text: string): string => text.replace(/"(confidence|score)":\d+(\.\d+)?/g, '"$1":0');

it('the README shows an answer and a line of JSON', () => {
  expect(captures).toHaveLength(2);
});

it.each(captures)('%s prints what the README says', async (command, printed) => {
  const env = { ...process.env, DISCORD_TOKEN: '', CORPUS_DIR: '', NO_COLOR: '1', FORCE_COLOR: undefined };
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { env });
  expect(withoutScores(stdout.trim())).toBe(withoutScores(printed.trim()));
});
