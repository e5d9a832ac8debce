import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dataFile, ROOT } from '../data.js';

const modelFile = (name: string): string => dataFile('model', name);

/** The files of `data/model`; its README says how they came to be. */
export const ENCODER_FILE = modelFile('encoder.int8.onnx');
export const READER_FILE = modelFile('reader.int8.onnx');
export const CHECKER_FILE = modelFile('checker.int8.onnx');
export const TOKENIZER_FILE = modelFile('tokenizer.json');

/** The thread that runs the networks, compiled: a worker takes JavaScript only, also where tests run the TypeScript. */
export const WORKER_FILE = path.join(ROOT, 'dist', 'src', 'model', 'worker.js');

/** Changes with the encoder and its tokenizer, so that vectors of another one are told. */
export const encoderVersion = (): string => versionOf(/encoder|tokenizer/);

/** Changes with any of the files. */
export const modelVersion = (): string => versionOf(/./);

const versionOf = (files: RegExp): string =>
  readFileSync(modelFile('SHA256SUMS'), 'utf8')
    .split('\n')
    .filter((line) => files.test(line))
    .map((line) => line.slice(0, 8))
    .join('-');

interface TokenizerFile {
  readonly model: { readonly vocab: Readonly<Record<string, number>> };
}

let words: ReadonlySet<string> | undefined;

/** The words that the tokenizer does not take apart: some 24,000 of the most frequent in English. */
export function wholeWords(): ReadonlySet<string> {
  words ??= readWholeWords();
  return words;
}

function readWholeWords(): ReadonlySet<string> {
  const { model } = JSON.parse(readFileSync(TOKENIZER_FILE, 'utf8')) as TokenizerFile;
  return new Set(Object.keys(model.vocab).filter((piece) => /^\p{L}/u.test(piece)));
}
