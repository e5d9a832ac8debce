import { readFileSync } from 'node:fs';

/**
 * Which words stand in similar surroundings, and so mean or concern something similar: for frequent stems a direction
 * in a space of a few dozen dimensions (`train/word-vectors.ts`).
 */
interface Table {
  /** A multiple of four. */
  readonly dimensions: number;
  /** A byte is its component times this; a vector has the length 1. */
  readonly scale: number;
  /** By stem: which vector. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly bytes: Int8Array;
}

let table: Table | null = null;

/** Read at the first question so that nothing else has to wait for it. */
function read(): Table {
  const file = JSON.parse(readFileSync(new URL('word-vectors.json', import.meta.url), 'utf8')) as {
    dimensions: number;
    scale: number;
    words: string;
    vectors: string;
  };
  return {
    dimensions: file.dimensions,
    scale: file.scale,
    numbers: new Map(file.words.split(' ').map((word, number) => [word, number])),
    bytes: new Int8Array(Buffer.from(file.vectors, 'base64')),
  };
}

/** Number of a stem's vector, -1 when it has none. */
export function vectorOf(stem: string): number {
  table ??= read();
  return table.numbers.get(stem) ?? -1;
}

/** Cosine of the angle between two vectors, given by number: 1 for the same direction, 0 for nothing in common. */
export function cosine(a: number, b: number): number {
  table ??= read();
  const { dimensions, scale, bytes } = table;
  const product = (i: number, j: number): number => Math.imul(bytes[i] as number, bytes[j] as number);
  let sum = 0;
  const end = (a + 1) * dimensions;
  // Four at a time, in machine integers (`imul`, `| 0`): most of the time of a question is spent here.
  for (let i = a * dimensions, j = b * dimensions; i < end; i += 4, j += 4) {
    sum = (sum + product(i, j) + product(i + 1, j + 1) + product(i + 2, j + 2) + product(i + 3, j + 3)) | 0;
  }
  return sum / (scale * scale);
}
