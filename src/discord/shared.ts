import { MAX_SHARED } from './limits.js';

/**
 * The private messages that were shared of late. Once Discord knows that its button is gone, the message itself tells; until
 * then, and where a client still shows the button, this does.
 */
export class Shared {
  readonly #ids = new Set<string>();

  /** Takes note of a message; whether it was not shared before. */
  add(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    for (const oldest of this.#ids) {
      if (this.#ids.size <= MAX_SHARED) break;
      this.#ids.delete(oldest);
    }
    return true;
  }

  /** It was not shared after all. */
  remove(id: string): void {
    this.#ids.delete(id);
  }
}
