import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The folder that holds `package.json`, for the sources as for what is built of them. */
export const ROOT = path.dirname(createRequire(import.meta.url).resolve('#root/package.json'));

/** Where a file of `data` lies; the README beside it says how it came to be. */
export const dataFile = (...names: readonly string[]): string => path.join(ROOT, 'data', ...names);

/** The words of a list, a group a line; its first line says what they are. */
export const wordGroups = (...names: readonly string[]): string[][] =>
  readFileSync(dataFile(...names), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(' '));
