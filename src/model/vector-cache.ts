import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { reasonOf } from '../errors.js';
import { encoderVersion } from './files.js';
import { DIMENSIONS, type Encoded } from './messages.js';
import type { Model } from './model.js';

/** Where vectors are kept between two starts, and who is told how far their making has come. */
export interface CacheOptions {
  /** Folder of the cache; `null` keeps nothing. */
  readonly dir: string | null;
  /** What the vectors are of; each name has a file of its own. */
  readonly name: string;
  /** The vectors in memory, by name, for those who encode the same again; without it only the file is looked at. */
  readonly memory?: VectorMemory;
  /** A name in the memory whose vectors serve as well, and are not kept a second time. */
  readonly base?: string;
  /** Told when vectors have to be made and it takes a while. */
  onProgress(done: number, all: number): void;
  /** Told what is wrong with the cache; the vectors are made anew. */
  warn(message: string): void;
}

/** What was encoded last under each name. */
export type VectorMemory = Map<string, Rows>;

/** Texts that are sent to the thread at a time: a tenth of a second's work, so that the thread stays answerable. */
const SENT_TOGETHER = 64;

/** Made vectors are kept this often, so that a start that is broken off is not lost, and progress is told as often. */
const KEPT_EVERY_MS = 10_000;

/** Pieces and vectors of some texts: from the cache where it has them, else made and kept. */
export async function encodeWithCache(
  model: Model,
  texts: readonly string[],
  options: CacheOptions,
): Promise<Encoded> {
  const { dir, name, memory, warn } = options;
  const keys = texts.map(keyOf);
  const base = memory?.get(options.base ?? '') ?? EMPTY;
  const file = dir === null ? null : cacheFile(dir, name);
  const kept = memory?.get(name) ?? (file === null ? EMPTY : await readCache(file, warn));
  const rows = new Map(kept);
  const ownKeys = new Map(keys.map((key, i) => [key, i]));
  for (const key of ownKeys.keys()) if (base.has(key)) ownKeys.delete(key);
  const missing = [...ownKeys].filter(([key]) => !rows.has(key));
  let told = performance.now();
  for (let i = 0; i < missing.length; i += SENT_TOGETHER) {
    const part = missing.slice(i, i + SENT_TOGETHER);
    const made = await model.encode(part.map(([, index]) => texts[index] as string));
    for (const [j, [key]] of part.entries()) rows.set(key, rowOf(made, j));
    if (performance.now() - told < KEPT_EVERY_MS) continue;
    options.onProgress(i + part.length, missing.length);
    if (file !== null) await writeCache(file, rows, warn);
    told = performance.now();
  }
  const own = new Map([...ownKeys.keys()].map((key) => [key, rows.get(key) as Row]));
  memory?.set(name, own);
  if (file !== null && (missing.length > 0 || kept.size !== own.size)) await writeCache(file, own, warn);
  return join(keys.map((key) => own.get(key) ?? (base.get(key) as Row)));
}

/** Drops the vectors of texts that are gone, from the memory and from the folder. */
export async function forgetVectors({ dir, name, memory, warn }: CacheOptions): Promise<void> {
  memory?.delete(name);
  if (dir === null) return;
  const file = cacheFile(dir, name);
  await rm(file, { force: true }).catch((error: unknown) =>
    warn(`The cache ${file}, whose texts are gone, cannot be removed (${reasonOf(error)}); remove it.`),
  );
}

interface Row {
  readonly pieces: Uint16Array;
  readonly values: Int8Array;
  readonly scale: number;
}

type Rows = ReadonlyMap<bigint, Row>;

const EMPTY: Rows = new Map();

/** Tells texts apart: 64 bits are enough for more sentences than fit in memory. */
const keyOf = (text: string): bigint => createHash('sha256').update(text).digest().readBigUInt64LE();

/** Changes with the layout of the file and with what is cut from a text before it is encoded. */
const FORMAT = 1;

/** One file for each name, which older versions share but for their end. */
const cacheFile = (dir: string, name: string): string =>
  path.join(dir, `vectors-${keyOf(name).toString(16)}-${FORMAT}-${encoderVersion()}.bin`);

function rowOf({ pieces, ends, vectors }: Encoded, index: number): Row {
  return {
    pieces: pieces.subarray(ends[index - 1] ?? 0, ends[index]),
    values: vectors.values.subarray(index * DIMENSIONS, (index + 1) * DIMENSIONS),
    scale: vectors.scales[index] as number,
  };
}

/** In memory that both threads see, so that nothing is copied when a question is compared or a window is read. */
function join(rows: readonly Row[]): Encoded {
  const ends = new Uint32Array(rows.length);
  let end = 0;
  for (const [i, { pieces }] of rows.entries()) {
    end += pieces.length;
    ends[i] = end;
  }
  const pieces = new Uint16Array(new SharedArrayBuffer(end * 2));
  const values = new Int8Array(new SharedArrayBuffer(rows.length * DIMENSIONS));
  const scales = new Float32Array(new SharedArrayBuffer(rows.length * 4));
  for (const [i, row] of rows.entries()) {
    pieces.set(row.pieces, (ends[i] as number) - row.pieces.length);
    values.set(row.values, i * DIMENSIONS);
    scales[i] = row.scale;
  }
  return { pieces, ends, vectors: { values, scales } };
}

/*
 * The file: a SHA-256 of all that follows; how many rows and pieces there are; then of all rows the keys, the scales,
 * the ends of their pieces, the pieces, and the vectors' components.
 */

const HASH_BYTES = 32;
const COUNT_BYTES = 8;

async function readCache(file: string, warn: CacheOptions['warn']): Promise<Rows> {
  try {
    return unpack(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      warn(`The cache ${file} cannot be used (${reasonOf(error)}); it is made anew.`);
    return EMPTY;
  }
}

function unpack(bytes: Buffer): Rows {
  const body = bytes.subarray(HASH_BYTES);
  const isWhole = createHash('sha256').update(body).digest().equals(bytes.subarray(0, HASH_BYTES));
  if (!isWhole) throw new Error('it is damaged');
  // A copy of its own, so that the arrays begin at multiples of their components' sizes.
  const { buffer } = Uint8Array.from(body);
  const [count = 0, length = 0] = new Uint32Array(buffer, 0, 2);
  let at = COUNT_BYTES;
  const next = (size: number): number => {
    at += size;
    return at - size;
  };
  const keys = new BigUint64Array(buffer, next(8 * count), count);
  const scales = new Float32Array(buffer, next(4 * count), count);
  const ends = new Uint32Array(buffer, next(4 * count), count);
  const pieces = new Uint16Array(buffer, next(2 * length), length);
  const values = new Int8Array(buffer, next(DIMENSIONS * count), DIMENSIONS * count);
  const encoded = { pieces, ends, vectors: { values, scales } };
  return new Map(Array.from(keys, (key, i) => [key, rowOf(encoded, i)]));
}

/** Writes beside the file and puts it in its place, so that there is always a whole one; files of older versions go. */
async function writeCache(file: string, rows: Rows, warn: CacheOptions['warn']): Promise<void> {
  const { pieces, ends, vectors } = join([...rows.values()]);
  const arrays = [
    Uint32Array.of(rows.size, pieces.length),
    BigUint64Array.from(rows.keys()),
    vectors.scales,
    ends,
    pieces,
    vectors.values,
  ];
  const parts = arrays.map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  const scratch = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(scratch, [hash.digest(), ...parts]);
    await rename(scratch, file);
    await removeOlder(file);
  } catch (error) {
    warn(
      `The cache ${file} cannot be written (${reasonOf(error)}); the next start takes as long as this one.`,
    );
    await rm(scratch, { force: true }).catch(() => {});
  }
}

/** What another process is just writing (`.tmp`) is left alone. */
async function removeOlder(file: string): Promise<void> {
  const { dir, base } = path.parse(file);
  const [, stem = ''] = /^(vectors-[0-9a-f]+-)/.exec(base) ?? [];
  for (const other of await readdir(dir)) {
    if (other.startsWith(stem) && other.endsWith('.bin') && other !== base)
      await rm(path.join(dir, other), { force: true });
  }
}
