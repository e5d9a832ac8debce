import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exportedByEngine, importedByTests, reachedFrom } from './support/exported.js';

const TABLE = 'docs/tested-through.md';

interface Line {
  readonly file: string;
  readonly name: string;
  readonly test: string;
}

/** `| src/text/fold.ts | fold, unfold | escape |` is two lines. */
const lines: Line[] = [
  ...readFileSync(TABLE, 'utf8').matchAll(/^\| `(src\/\S+)` +\| (.+?) +\| (\S+) +\|$/gm),
].flatMap(([, file = '', names = '', test = '']) => names.split(', ').map((name) => ({ file, name, test })));
const listed = lines.map(({ file, name }) => `${file} ${name}`);
const exported = exportedByEngine();
const imported = importedByTests();

it('every function that the engine exports is called by a test, or its line tells which test reaches it', () => {
  expect(exported.length).toBeGreaterThan(400);
  const known = new Set([...imported, ...listed]);
  expect(exported.filter((one) => !known.has(one))).toEqual([]);
});

it('no line is of a function that is gone, has a test that calls it, or stands there twice', () => {
  const wanted = new Set(exported.filter((one) => !imported.has(one)));
  expect(listed.filter((one, i) => !wanted.has(one) || listed.indexOf(one) !== i)).toEqual([]);
});

it('each line names a test that reaches its file', () => {
  const fileOf = (test: string) => `test/${test}.test.ts`;
  const reached = new Map(
    [...new Set(lines.map(({ test }) => test))].map((test) => [test, reachedFrom(fileOf(test))]),
  );
  const astray = lines.filter(({ file, test }) => !existsSync(fileOf(test)) || !reached.get(test)?.has(file));
  expect(astray).toEqual([]);
});
