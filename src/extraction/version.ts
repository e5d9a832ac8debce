import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dataFile, ROOT } from '../data.js';
import { TOKENIZER_FILE } from '../model/files.js';

/** What extraction imports, compiled, by folder and file: whatever else is changed, extracts stay as they are. */
const FOLDERS = [
  'answer',
  'corpus',
  'english',
  'extraction',
  'figures',
  'questions',
  'quotes',
  'search',
  'text',
];
const FILES = [
  ...['data', 'errors', 'limits', 'turns'],
  ...['model/files', 'model/messages', 'model/tokenizer'],
];

/** Which packages are installed, of which version, as npm has written it. */
const PACKAGES_FILE = path.join(ROOT, 'node_modules', '.package-lock.json');

let version: string | undefined;

/** Changes when an extract of the same file may be another: with our code, packages, words, and how V8 writes what it keeps. */
export function extractionVersion(): string {
  version ??= createHash('sha256')
    .update(process.versions.v8)
    .update(Buffer.concat(hashesOf(filesOfVersion())))
    .digest('hex');
  return version;
}

/** Whole paths of the files that decide what an extract is. */
export const filesOfVersion = (): string[] => [
  ...[...FOLDERS.map(compiled), dataFile('english')].flatMap(filesIn),
  ...FILES.map((name) => `${compiled(name)}.js`),
  TOKENIZER_FILE,
  ...[PACKAGES_FILE].filter((file) => existsSync(file)),
];

const compiled = (name: string): string => path.join(ROOT, 'dist', 'src', name);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort();

const hashesOf = (files: readonly string[]): Buffer[] =>
  files.map((file) => createHash('sha256').update(readFileSync(file)).digest());
