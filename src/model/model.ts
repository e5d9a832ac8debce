import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { UserError } from '../errors.js';
import { WORKER_FILE } from './files.js';
import type { Encoded, EncodedQuestion, Reply, Request, Result, Vectors, WindowInput } from './messages.js';

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
 * Starts the thread and loads the networks.
 *
 * @param threads how many processors the networks use; default as many as there are, at most `MAX_THREADS`.
 * @throws UserError where the runtime does not work on this system.
 */
export async function openModel(threads = Math.min(MAX_THREADS, availableParallelism())): Promise<Model> {
  const worker = new Worker(WORKER_FILE, { workerData: { threads } });
  // The process ends when it has nothing else to do.
  worker.unref();
  const waiting = new Map<number, { resolve(result: Result): void; reject(reason: Error): void }>();
  let count = 0;
  let closed: Error | null = null;
  const close = (reason: Error): void => {
    closed ??= reason;
    for (const { reject } of waiting.values()) reject(closed);
    settle();
  };
  const settle = (id?: number): void => {
    if (id === undefined) waiting.clear();
    else waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  };
  worker.on('error', (error) => close(error));
  worker.on('exit', () => close(new Error('the reading thread has ended')));
  worker.on('message', ({ id, result, error }: Reply) => {
    const asked = waiting.get(id);
    settle(id);
    if (result === undefined) asked?.reject(new Error(error));
    else asked?.resolve(result);
  });
  const ask = <T extends Result>(request: Request): Promise<T> =>
    new Promise<Result>((resolve, reject) => {
      if (closed) return reject(closed);
      const id = count++;
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, request });
    }) as Promise<T>;
  const model: Model = {
    encode: (texts) => ask<Encoded>({ kind: 'encode', texts }),
    compare: (question, vectors) => ask<EncodedQuestion>({ kind: 'compare', question, vectors }),
    read: (question, windows) => ask<readonly Float32Array[]>({ kind: 'read', question, windows }),
    close: async () => {
      await worker.terminate();
    },
  };
  await model.encode(['The model is there.']).catch((error: Error) => {
    throw new UserError(
      `The reading model cannot run on this system (${process.platform} ${process.arch}): ${error.message}. It needs 64-bit Linux with glibc 2.28 or later (no Alpine), macOS on Apple silicon, or Windows; run "npm ci" again if a file is missing.`,
    );
  });
  return model;
}
