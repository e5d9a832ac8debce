import { MAX_COUNTED, MENTIONS_IN_A_ROW, MENTIONS_WINDOW_MS } from './limits.js';

interface Turns {
  count: number;
  readonly until: number;
}

/** Keeps one user from filling a channel: a few questions at once, then a pause. */
export class CoolDown {
  /** Those first whose window ends first. */
  readonly #turns = new Map<string, Turns>();

  /**
   * Whether the user may ask now; the first refusal of a pause is `'told'`, so that it is said once.
   *
   * @param isBusy whether they wait for as much as they may, which begins the pause at once.
   */
  take(user: string, isBusy = false, now = performance.now()): 'allowed' | 'told' | 'silent' {
    const turns = this.#turnsOf(user, now);
    turns.count = (isBusy ? Math.max(turns.count, MENTIONS_IN_A_ROW) : turns.count) + 1;
    if (turns.count <= MENTIONS_IN_A_ROW) return 'allowed';
    return turns.count === MENTIONS_IN_A_ROW + 1 ? 'told' : 'silent';
  }

  #turnsOf(user: string, now: number): Turns {
    const known = this.#turns.get(user);
    if (known && known.until > now) return known;
    const turns = { count: 0, until: now + MENTIONS_WINDOW_MS };
    this.#turns.delete(user);
    this.#turns.set(user, turns);
    const [first] = this.#turns.keys();
    if (this.#turns.size > MAX_COUNTED && first !== undefined) this.#turns.delete(first);
    return turns;
  }
}
