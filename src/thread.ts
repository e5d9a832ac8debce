import { type TransferListItem, Worker, type WorkerOptions } from 'node:worker_threads';

/** What comes back from a thread for a request. */
export interface Answered<Result> {
  readonly id: number;
  readonly result?: Result;
  readonly error?: string;
}

/** What a thread is asked. */
export interface Asked<Request> {
  readonly id: number;
  readonly request: Request;
}

interface Waiting<Result> {
  resolve(result: Result): void;
  reject(reason: Error): void;
}

/**
 * A thread that answers requests. It begins with the first, and keeps no process alive that waits for none. When it dies
 * (out of memory, say) all that it was asked fails; the next request starts another.
 */
export class Thread<Request, Result> {
  readonly #start: () => Worker;
  readonly #waiting = new Map<number, Waiting<Result>>();
  #worker: Worker | null = null;
  #count = 0;
  #isClosed = false;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** @throws Error what went wrong in the thread, or that it has ended. */
  ask(request: Request, transfer: readonly TransferListItem[] = []): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(new Error(ENDED));
      this.#worker ??= this.#begin();
      const id = this.#count++;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, request } satisfies Asked<Request>, transfer);
    });
  }

  /** Ends the thread and fails what it was asked; a later request starts another. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    if (worker === null) return;
    this.#end(worker, new Error(ENDED));
    await worker.terminate();
  }

  /** Ends the thread for good. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.stop();
  }

  #begin(): Worker {
    const worker = this.#start();
    worker.on('message', (answered: Answered<Result>) => this.#settle(answered));
    worker.on('error', (error) => this.#end(worker, error));
    worker.on('exit', () => this.#end(worker, new Error(ENDED)));
    return worker;
  }

  #settle({ id, result, error }: Answered<Result>): void {
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) this.#worker?.unref();
    if (error !== undefined) asked?.reject(new Error(error));
    else asked?.resolve(result as Result);
  }

  #end(worker: Worker, reason: Error): void {
    if (worker !== this.#worker) return;
    this.#worker = null;
    const failed = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of failed) reject(reason);
  }
}

const ENDED = 'the thread has ended';

/** Starts a worker that takes none of the flags of this process, such as --input-type, which are not meant for it. */
export const startWorker = (file: string, options: WorkerOptions = {}): Worker =>
  new Worker(file, { ...options, execArgv: [] });
