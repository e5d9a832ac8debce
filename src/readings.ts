import type { CorpusFolder } from './corpus/corpus-folder.js';

/** All texts are read anew no more often: whoever manages any of the bot's servers may ask for it. */
const PAUSE_MS = 30_000;

/** Whether all texts are read, or those that have changed; see `CorpusFolder.read`. */
export type How = Parameters<CorpusFolder['read']>[0];

/** The readings of a folder: one follows another, and all that are asked for while one waits for its turn become one. */
export class Readings {
  readonly #readNow: (how: How) => Promise<void>;
  #last: Promise<unknown> = Promise.resolve();
  #latest: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  #isAllWanted = false;
  #allReadAt = Number.NEGATIVE_INFINITY;

  constructor(readNow: (how: How) => Promise<void>) {
    this.#readNow = readNow;
  }

  /** Reads when what was asked for before is over; rejects as the reading does. */
  read(how: How): Promise<void> {
    this.#isAllWanted ||= how === 'anew';
    if (this.#next) return this.#next;
    this.#next = this.afterwards(() => {
      const wanted = this.#isAllWanted ? 'anew' : how;
      this.#isAllWanted = false;
      this.#next = null;
      return this.#readNow(wanted).finally(() => {
        if (wanted === 'anew') this.#allReadAt = performance.now();
      });
    });
    this.#latest = this.#next;
    return this.#next;
  }

  /** Does some other work when what was asked for before is over; later readings wait for it. */
  afterwards(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  /** The reading that was asked for last, if all texts have just been read. */
  get recent(): Promise<void> | null {
    return performance.now() - this.#allReadAt < PAUSE_MS ? this.#latest : null;
  }
}
