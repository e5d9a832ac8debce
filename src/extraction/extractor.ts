import { createHash } from 'node:crypto';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Cache } from '../cache.js';
import { bytesOf, leftOut, type Reading, readingOf } from '../corpus/read.js';
import { ROOT } from '../data.js';
import { reasonOf, UserError } from '../errors.js';
import { startWorker, Thread } from '../thread.js';
import { BUDGET, type Budget, TOO_LARGE, watchOver } from './budget.js';
import { type Extract, giveParts } from './extract.js';
import { extractionVersion } from './version.js';
import type { FileBytes } from './worker.js';

/** The thread that reads files, compiled: a worker takes JavaScript only, also where tests run the TypeScript. */
const WORKER_FILE = path.join(ROOT, 'dist', 'src', 'extraction', 'worker.js');

/** The thread, with what it has loaded, goes when there has been nothing to read for so long. */
const IDLE_MS = 10_000;

/**
 * Reads files, each with all that is made of its article alone: from the cache where that has it, else in a thread. What a
 * file holds, its name and the code that reads it decide what is read, so these are what the cache knows it by.
 */
export class Extractor {
  readonly #cache: Cache;
  readonly #warn: (message: string) => void;
  readonly #thread = new Thread<FileBytes, Uint8Array>(() => startWorker(WORKER_FILE));
  /** The names in the cache of what was read, by file. */
  readonly #names = new Map<string, string>();
  readonly #budget: Budget;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(cache: Cache, warn: (message: string) => void, budget = BUDGET) {
    this.#cache = cache;
    this.#warn = warn;
    this.#budget = budget;
  }

  /** As `readArticle`; what is made of the article is at hand then. */
  readonly read = async (dir: string, file: string): Promise<Reading> => {
    const bytes = await bytesOf(dir, file);
    if ('message' in bytes) return readingOf(file, bytes);
    const name = nameOf(file, bytes);
    this.#names.set(file, name);
    const kept = await this.#cache.get(name, readingIn);
    return kept ?? this.#extract(file, bytes, name);
  };

  /** The names in the cache of what was read last of some files. */
  namesOf(files: Iterable<string>): string[] {
    return [...files].flatMap((file) => this.#names.get(file) ?? []);
  }

  async #extract(file: string, bytes: Buffer, name: string): Promise<Reading> {
    // One after another, so that a file which takes too long takes no other with it.
    const extracted = this.#last.then(() => this.#ask({ file, bytes }));
    this.#last = extracted.catch(() => {});
    try {
      await this.#cache.put(name, await extracted);
      return readingIn(await extracted);
    } catch (error) {
      if (error instanceof UserError) return readingOf(file, leftOut(file, error.message));
      this.#warn(`${file} could not be read: ${reasonOf(error)}.`);
      return readingOf(file, leftOut(file));
    }
  }

  /** The bytes of an extract; of what takes too long they say that, so that the next start does not wait for it again. */
  async #ask(request: FileBytes): Promise<Uint8Array> {
    const { file } = request;
    clearTimeout(this.#idle);
    await this.#thread.ask(NOTHING);
    let ended: string | null = null;
    const slow = () => this.#warn(slowly(file, this.#budget.longestMs));
    const stopWatching = watchOver(this.#budget, slow, (why) => {
      ended = why;
      void this.#thread.stop();
    });
    try {
      return await this.#thread.ask(request);
    } catch (error) {
      if (ended === null) throw error;
      // With more memory it may be read another time.
      if (ended === TOO_LARGE) throw new UserError(ended);
      return serialize({ reading: readingOf(file, leftOut(file, ended)), parts: {} } satisfies Extract);
    } finally {
      stopWatching();
      this.#idle = setTimeout(() => void this.#thread.stop(), IDLE_MS).unref();
    }
  }
}

/** Asked before a file: once it is answered the thread runs, and its start is not taken for the file's slowness. */
const NOTHING: FileBytes = { file: 'nothing.txt', bytes: Buffer.alloc(0) };

const slowly = (file: string, longestMs: number): string =>
  `${file} takes long to read; other texts wait for it, ${Math.ceil(longestMs / 60_000)} minutes at most.`;

const nameOf = (file: string, bytes: Buffer): string => {
  const hash = createHash('sha256').update(extractionVersion()).update(`\0${file}\0`).update(bytes);
  return `${hash.digest('hex').slice(0, 32)}.extract`;
};

/** What was read, from the bytes of an extract; its parts are handed over. */
function readingIn(bytes: Uint8Array): Reading {
  const extract = deserialize(bytes) as Extract;
  giveParts(extract);
  return extract.reading;
}
