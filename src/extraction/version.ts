import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dataFile, ROOT } from '../data.js';
import { TOKENIZER_FILE } from '../model/files.js';

/** The code that extracts, compiled, and the words it reads: whatever else is changed, extracts stay as they are. */
const CODE = ['answer', 'corpus', 'english', 'extraction', 'figures', 'quotes', 'search', 'text'].map(
  (folder) => path.join(ROOT, 'dist', 'src', folder),
);

const LIMITS_FILE = path.join(ROOT, 'dist', 'src', 'limits.js');

let version: string | undefined;

/** Changes when an extract of the same file may be another: with our code, its words, and how V8 writes what it keeps. */
export function extractionVersion(): string {
  version ??= createHash('sha256')
    .update(process.versions.v8)
    .update(Buffer.concat(hashesOf(FILES())))
    .digest('hex');
  return version;
}

const FILES = (): string[] =>
  [...CODE, dataFile('english')].flatMap(filesIn).concat(TOKENIZER_FILE, LIMITS_FILE);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort();

const hashesOf = (files: readonly string[]): Buffer[] =>
  files.map((file) => createHash('sha256').update(readFileSync(file)).digest());
