/** How many questions a user may ask by mention in a row, and how long until that is forgotten. */
const BURST = 5;
const WINDOW_MS = 10_000;

/** Users remembered at most; beyond it those whose window has passed are dropped. */
const MAX_USERS = 1000;

interface Turns {
  count: number;
  readonly until: number;
}

/** Keeps one user from filling a channel: a few questions at once, then a pause. */
export class CoolDown {
  readonly #turns = new Map<string, Turns>();

  /** Whether the user may ask now; the first refusal of a pause is `'told'`, so that it is said once. */
  take(user: string, now = Date.now()): 'allowed' | 'told' | 'silent' {
    const known = this.#turns.get(user);
    const turns = known && known.until > now ? known : { count: 0, until: now + WINDOW_MS };
    turns.count++;
    if (this.#turns.size >= MAX_USERS) this.#forgetPast(now);
    this.#turns.set(user, turns);
    if (turns.count <= BURST) return 'allowed';
    return turns.count === BURST + 1 ? 'told' : 'silent';
  }

  #forgetPast(now: number): void {
    for (const [user, { until }] of this.#turns) if (until <= now) this.#turns.delete(user);
  }
}
