import { setTimeout as sleep } from 'node:timers/promises';

/** The replies that are being made, so that a stop can wait for them. */
export class InFlight {
  readonly #running = new Set<Promise<unknown>>();

  /** Follows a promise that never rejects until it settles. */
  add(promise: Promise<unknown>): void {
    this.#running.add(promise);
    void promise.finally(() => this.#running.delete(promise));
  }

  /** Waits for all that runs, at most `ms`; how many are left then. */
  async settle(ms: number): Promise<number> {
    await Promise.race([Promise.all(this.#running), sleep(ms, undefined, { ref: false })]);
    return this.#running.size;
  }
}
