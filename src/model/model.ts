import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { UserError } from '../errors.js';
import { WORKER_FILE } from './files.js';
import type { Encoded, EncodedQuestion, Reply, Request, Result, Vectors, WindowInput } from './messages.js';
import { Turns } from './turns.js';

/** The two networks, in a thread of their own; requests are done one after another. */
export interface Model {
  /** Pieces and vectors of some texts. */
  encode(texts: readonly string[]): Promise<Encoded>;
  /** A question's pieces, and its cosine with each of the vectors. */
  compare(question: string, vectors: Vectors): Promise<EncodedQuestion>;
  /** How well each sentence answers the question: logits against "none of these" at 0, window by window. */
  read(question: Uint16Array, windows: readonly WindowInput[]): Promise<readonly Float32Array[]>;
  /** Ends the thread; what is asked later, or was not done yet, is rejected. */
  close(): Promise<void>;
}

/** More threads than this take longer to meet than they save on inputs of this size. */
const MAX_THREADS = 4;

/**
 * Starts the thread and loads the networks. A thread that dies (out of memory, say) fails what it was asked; the next
 * request starts another.
 *
 * @param threads how many processors the networks use; default as many as there are, at most `MAX_THREADS`.
 * @throws UserError where the runtime does not work on this system.
 */
export async function openModel(threads = Math.min(MAX_THREADS, availableParallelism())): Promise<Model> {
  const thread = new NetworkThread(threads);
  await thread.ask<Encoded>({ kind: 'encode', texts: ['The model is there.'] }).catch((error: Error) => {
    throw new UserError(
      `The reading model cannot run on this system (${process.platform} ${process.arch}): ${error.message}. It needs 64-bit Linux with glibc 2.28 or later (no Alpine), macOS on Apple silicon, or Windows; run "npm ci" again if a file is missing.`,
    );
  });
  return {
    encode: (texts) => thread.ask<Encoded>({ kind: 'encode', texts }),
    compare: (question, vectors) => thread.ask<EncodedQuestion>({ kind: 'compare', question, vectors }),
    read: (question, windows) => thread.ask<readonly Float32Array[]>({ kind: 'read', question, windows }),
    close: () => thread.close(),
  };
}

interface Waiting {
  resolve(result: Result): void;
  reject(reason: Error): void;
}

/** The worker and what it was asked. */
class NetworkThread {
  readonly #threads: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #count = 0;
  #closed = false;

  constructor(threads: number) {
    this.#threads = threads;
  }

  /** @throws Error what went wrong in the thread, or that it has ended. */
  ask<T extends Result>(request: Request): Promise<T> {
    return new Promise<Result>((resolve, reject) => {
      if (this.#closed) return reject(new Error('the reading thread has ended'));
      this.#worker ??= this.#start();
      const id = this.#count++;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, request });
    }) as Promise<T>;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const turns = new Turns();
    const worker = new Worker(WORKER_FILE, {
      workerData: { threads: this.#threads, turns: turns.flags },
      // Flags of this process, such as --input-type, are not meant for the thread.
      execArgv: [],
    });
    const endTurns = () => turns.end();
    process.once('exit', endTurns);
    worker.once('exit', () => process.off('exit', endTurns));
    worker.on('message', (reply: Reply) => this.#settle(reply));
    worker.on('error', (error) => this.#end(worker, error));
    worker.on('exit', () => this.#end(worker, new Error('the reading thread has ended')));
    return worker;
  }

  #settle({ id, result, error }: Reply): void {
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    // Without anything to do the thread keeps no process alive.
    if (this.#waiting.size === 0) this.#worker?.unref();
    if (result === undefined) asked?.reject(new Error(error));
    else asked?.resolve(result);
  }

  #end(worker: Worker, reason: Error): void {
    if (worker !== this.#worker) return;
    this.#worker = null;
    const failed = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of failed) reject(reason);
  }
}
