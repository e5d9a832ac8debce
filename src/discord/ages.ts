/** The clocks of Discord and of this machine drift apart by some tenths of a second in this time at most. */
const PERIOD_MS = 600_000;

/** Nothing is this old when it comes: Discord keeps what was missed for some minutes. Then a clock is wrong. */
const OLDEST_MS = 900_000;

/**
 * How old things are when they come from Discord, which dates them by its own clock. The two clocks are compared by what
 * came quickest of late: that is counted as new, and the others as older by as much as they took longer. So a wrong
 * clock makes nothing seem older than it is.
 */
export class Ages {
  #least = Number.POSITIVE_INFINITY;
  #leastBefore = Number.POSITIVE_INFINITY;
  #periodEnds = Number.NEGATIVE_INFINITY;

  /**
   * How many milliseconds ago something was made, as far as can be told.
   *
   * @param made when, in ms since the epoch on Discord's clock.
   * @param now the time on a clock of this machine that never jumps.
   */
  of(made: number, now = performance.now()): number {
    if (now >= this.#periodEnds) this.#begin(now);
    const apart = now - made;
    this.#least = Math.min(this.#least, apart);
    const age = apart - Math.min(this.#least, this.#leastBefore);
    if (age < OLDEST_MS) return age;
    this.#least = apart;
    this.#leastBefore = apart;
    return 0;
  }

  #begin(now: number): void {
    this.#leastBefore = now < this.#periodEnds + PERIOD_MS ? this.#least : Number.POSITIVE_INFINITY;
    this.#least = Number.POSITIVE_INFINITY;
    this.#periodEnds = now + PERIOD_MS;
  }
}
