import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { reasonOf } from './errors.js';

/** What was made of texts, kept from one start to the next under names that tell what it was made of. */
export interface Cache {
  /**
   * What `read` makes of what is kept under a name; `null` when nothing can be used.
   *
   * @param read what it throws on is damaged.
   */
  get<T>(name: string, read: (bytes: Buffer) => T): Promise<T | null>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Drops all that has none of these names. */
  keepOnly(names: ReadonlySet<string>): Promise<void>;
  /** Waits for what is being written; nothing is from then on. */
  close(): Promise<void>;
}

/** Keeps nothing. */
export const NO_CACHE: Cache = {
  get: async () => null,
  put: async () => {},
  keepOnly: async () => {},
  close: async () => {},
};

const HASH_BYTES = 32;

/** What a process is just writing. */
const SCRATCH = '.tmp';

/** Nothing is written for as long as this: who began it was ended meanwhile. */
const SCRATCH_MS = 10 * 60_000;

/**
 * A cache in a folder, a file a name: the SHA-256 of what follows, and the bytes. A file is written beside its place and then
 * put there, so that it is whole or not there. What is broken, or cannot be written, is told once.
 */
export class CacheFolder implements Cache {
  readonly #dir: string;
  readonly #warn: (message: string) => void;
  readonly #told = new Set<string>();
  readonly #writing = new Set<Promise<void>>();
  #isClosed = false;

  /**
   * @param parent the folder of all caches.
   * @param name what the texts are; each name has a folder of its own.
   */
  constructor(parent: string, name: string, warn: (message: string) => void) {
    this.#dir = path.join(parent, createHash('sha256').update(name).digest('hex').slice(0, 16));
    this.#warn = warn;
  }

  async get<T>(name: string, read: (bytes: Buffer) => T): Promise<T | null> {
    try {
      return read(bodyOf(await readFile(path.join(this.#dir, name))));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        this.#tell(
          `Something in the cache ${this.#dir} cannot be used (${reasonOf(error)}); it is made anew.`,
          'get',
        );
      return null;
    }
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    if (this.#isClosed) return;
    const writing = this.#write(name, bytes);
    this.#writing.add(writing);
    await writing;
    this.#writing.delete(writing);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#writing);
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    const file = path.join(this.#dir, name);
    // Two may make the same at once.
    const scratch = `${file}.${randomUUID()}${SCRATCH}`;
    try {
      await makeFolder(this.#dir);
      await writeFile(scratch, [hashOf(bytes), bytes]);
      await rename(scratch, file);
    } catch (error) {
      this.#tell(
        `The cache ${this.#dir} cannot be written (${reasonOf(error)}); the next start takes as long as this one.`,
        'put',
      );
      await rm(scratch, { force: true }).catch(() => {});
    }
  }

  async keepOnly(names: ReadonlySet<string>): Promise<void> {
    const files = await readdir(this.#dir).catch(() => []);
    for (const file of files) {
      if (names.has(file) || (await isBeingWritten(path.join(this.#dir, file)))) continue;
      await rm(path.join(this.#dir, file), { force: true }).catch((error: unknown) =>
        this.#tell(
          `The cache ${this.#dir} holds what is of no more use and cannot be removed (${reasonOf(error)}).`,
          'keep',
        ),
      );
    }
  }

  #tell(message: string, kind: string): void {
    if (this.#told.has(kind)) return;
    this.#told.add(kind);
    this.#warn(message);
  }
}

function bodyOf(bytes: Buffer): Buffer {
  const body = bytes.subarray(HASH_BYTES);
  if (!hashOf(body).equals(bytes.subarray(0, HASH_BYTES))) throw new Error('it is damaged');
  return body;
}

const hashOf = (body: Uint8Array): Buffer => createHash('sha256').update(body).digest();

/** What is made of private texts is private. */
const PRIVATE = 0o700;

/** Makes a folder, and those it is in. Node's own way of it never ends below `/proc`. */
async function makeFolder(dir: string): Promise<void> {
  try {
    await makeOne(dir);
  } catch (error) {
    const parent = path.dirname(dir);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || parent === dir) throw error;
    await makeFolder(parent);
    await makeOne(dir);
  }
}

const makeOne = (dir: string): Promise<void> =>
  mkdir(dir, PRIVATE).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });

async function isBeingWritten(file: string): Promise<boolean> {
  if (!file.endsWith(SCRATCH)) return false;
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs < SCRATCH_MS;
}
