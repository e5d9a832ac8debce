import type { Config } from '../config.js';
import type { Libraries } from '../libraries.js';
import { log } from '../log.js';
import { Ages } from './ages.js';
import { CoolDown } from './cool-down.js';
import type { Queue } from './queue.js';
import { Shared } from './shared.js';
import { Unanswered } from './unanswered.js';

/** Those that came too late are told of this long after the first of them, in one line. */
const TELL_AFTER_MS = 2000;

/** What all ways to ask share. */
export class Desk {
  readonly libraries: Libraries;
  readonly queue: Queue;
  /** See `withReports`. */
  readonly reportUrl: string | null;
  /** `null`: what is not answered is not kept. */
  readonly unanswered: Unanswered | null;
  readonly coolDown = new CoolDown();
  readonly shared = new Shared();
  readonly #ages = new Ages();
  #late = 0;

  constructor(
    libraries: Libraries,
    queue: Queue,
    { reportUrl, keepsUnanswered }: Pick<Config, 'reportUrl' | 'keepsUnanswered'>,
  ) {
    this.libraries = libraries;
    this.queue = queue;
    this.reportUrl = reportUrl;
    this.unanswered = keepsUnanswered ? new Unanswered() : null;
  }

  /** Until when something can be answered for which people wait so long, on the clock of `performance`. */
  until(made: number, patienceMs: number): number {
    const now = performance.now();
    return now + patienceMs - this.#ages.of(made, now);
  }

  /** Takes note of a request that got no answer, for its time was over. */
  tooLate(reason: string): void {
    this.#late++;
    if (this.#late > 1) return;
    setTimeout(() => {
      log.warning('Requests that were not answered in time: {count} ({reason})', {
        count: this.#late,
        reason,
      });
      this.#late = 0;
    }, TELL_AFTER_MS).unref();
  }
}
