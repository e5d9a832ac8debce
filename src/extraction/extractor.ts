import { createHash } from 'node:crypto';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Cache } from '../cache.js';
import { bytesOf, leftOut, type Reading, readingOf } from '../corpus/read.js';
import { ROOT } from '../data.js';
import { reasonOf } from '../errors.js';
import { startWorker, Thread } from '../thread.js';
import { type Extract, giveParts } from './extract.js';
import { extractionVersion } from './version.js';
import type { FileBytes } from './worker.js';

/** The thread that reads files, compiled: a worker takes JavaScript only, also where tests run the TypeScript. */
const WORKER_FILE = path.join(ROOT, 'dist', 'src', 'extraction', 'worker.js');

/** How long a file is read, in milliseconds. */
export interface Patience {
  /** After so long its owner is told what the others wait for. */
  readonly slowMs: number;
  /** What takes longer is left out, so that no file keeps the others from being read for ever. */
  readonly longestMs: number;
}

/** The largest files take a tenth of the longest time, where nothing else is done. */
const PATIENCE: Patience = { slowMs: 20_000, longestMs: 10 * 60_000 };

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
  readonly #patience: Patience;
  #last: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;

  constructor(cache: Cache, warn: (message: string) => void, patience = PATIENCE) {
    this.#cache = cache;
    this.#warn = warn;
    this.#patience = patience;
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
      this.#warn(`${file} could not be read: ${reasonOf(error)}.`);
      return readingOf(file, leftOut(file));
    }
  }

  /** The bytes of an extract; of what takes too long they say that, so that the next start does not wait for it again. */
  async #ask(request: FileBytes): Promise<Uint8Array> {
    const { file } = request;
    const { slowMs, longestMs } = this.#patience;
    clearTimeout(this.#idle);
    let isTooLong = false;
    const slow = setTimeout(() => this.#warn(slowly(file, longestMs)), slowMs);
    const end = setTimeout(() => {
      isTooLong = true;
      void this.#thread.stop();
    }, longestMs);
    try {
      return await this.#thread.ask(request);
    } catch (error) {
      if (!isTooLong) throw error;
      return serialize({ reading: readingOf(file, leftOut(file, TOO_LONG)), parts: {} } satisfies Extract);
    } finally {
      clearTimeout(slow);
      clearTimeout(end);
      this.#idle = setTimeout(() => void this.#thread.stop(), IDLE_MS).unref();
    }
  }
}

const slowly = (file: string, longestMs: number): string =>
  `${file} takes long to read; other texts wait for it, ${Math.ceil(longestMs / 60_000)} minutes at most.`;

const TOO_LONG = 'reading it took too long; split it, or save it anew';

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
