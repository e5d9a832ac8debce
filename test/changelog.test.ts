import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const headings = readFileSync('CHANGELOG.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('## '));

it('the changelog begins with what is unreleased, then this version with its day', () => {
  expect(headings[0]).toBe('## [Unreleased]');
  expect(headings[1]).toMatch(
    new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] – \\d{4}-\\d{2}-\\d{2}$`),
  );
});
