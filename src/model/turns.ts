/** How long the end of the process waits for the network that is running; a step takes a tenth of it on a busy machine. */
const LONGEST_STEP_MS = 2000;

const BUSY = 0;
const ENDING = 1;

/**
 * Keeps the process from ending while a network runs in its thread, which the runtime answers by aborting the process: each
 * run takes a turn, and before the process exits it waits for the turn that is being taken and lets no other begin. The two
 * threads share two flags; each sets its own before it reads the other's.
 */
export class Turns {
  readonly flags: Int32Array;

  constructor(flags = new Int32Array(new SharedArrayBuffer(8))) {
    this.flags = flags;
  }

  /** In the thread: runs something, or rejects when the process is about to exit. */
  async take<T>(run: () => Promise<T>): Promise<T> {
    Atomics.store(this.flags, BUSY, 1);
    try {
      if (Atomics.load(this.flags, ENDING) === 1) throw new Error('the process is ending');
      return await run();
    } finally {
      Atomics.store(this.flags, BUSY, 0);
      Atomics.notify(this.flags, BUSY);
    }
  }

  /** In the process, when it exits: no turn begins any more, and none is being taken. */
  end(): void {
    Atomics.store(this.flags, ENDING, 1);
    Atomics.wait(this.flags, BUSY, 1, LONGEST_STEP_MS);
  }
}
