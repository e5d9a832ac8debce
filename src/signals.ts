/** A stop is over by then, whatever is still being done: half a second before the two that are promised. */
const STOP_MS = 1500;

type Farewell = (signal: NodeJS.Signals) => Promise<unknown>;

/**
 * What the process does on signals, from the moment this is made on: SIGINT and SIGTERM end it with code 0, after what was
 * asked to be done before. SIGHUP waits for somebody who reads again what has changed, except on Windows and where the bot
 * was started by hand in a terminal: there it means that the window was closed.
 */
export class Signals {
  #farewell: Farewell = async () => {};
  #hangUp: () => void = () => {};
  #loaded: Promise<unknown> = Promise.resolve();
  #isStopping = false;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void this.#stop(signal));
    if (process.platform !== 'win32' && !process.stdin.isTTY) process.on('SIGHUP', this.#onHangUp);
  }

  /** What is done before the process ends; there is a little more than a second for it. */
  beforeStop(farewell: Farewell): void {
    this.#farewell = farewell;
  }

  /** The process does not end before this is over: the networks' runtime aborts it when it is ended while it loads. */
  endAfter(loading: Promise<unknown>): void {
    this.#loaded = loading.catch(() => {});
  }

  /** What is done on SIGHUP from now on. */
  onHangUp(hangUp: () => void): void {
    this.#hangUp = hangUp;
  }

  /** SIGHUP ends the process, as it does where nobody minds it. */
  endOnHangUp(): void {
    process.off('SIGHUP', this.#onHangUp);
  }

  readonly #onHangUp = () => this.#hangUp();

  async #stop(signal: NodeJS.Signals): Promise<void> {
    // A terminal and npm both pass on the same key.
    if (this.#isStopping) return;
    this.#isStopping = true;
    setTimeout(() => process.exit(0), STOP_MS);
    await this.#farewell(signal);
    await this.#loaded;
    process.exit(0);
  }
}
