import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { UserError } from '../errors.js';
import { startWorker, Thread } from '../thread.js';
import { WORKER_FILE } from './files.js';
import type { EncodedQuestion, Request, Result, Vectors, WindowInput } from './messages.js';
import { Turns } from './turns.js';

/** The networks, in a thread of their own; requests are done one after another. */
export interface Model {
  /** Vectors of some texts, which are given in word pieces. */
  encode(texts: readonly Uint16Array[]): Promise<Vectors>;
  /** A question's pieces, and its cosine with each of the vectors. */
  compare(question: string, vectors: Vectors): Promise<EncodedQuestion>;
  /** How well each sentence answers the question: logits against "none of these" at 0, window by window. */
  read(question: Uint16Array, windows: readonly WindowInput[]): Promise<readonly Float32Array[]>;
  /**
   * What each sentence is to a claim: three logits a sentence (it says nothing on it, supports it, differs from it), one
   * sentence after another, window by window. The network is loaded when the first claim comes.
   */
  check(claim: string, windows: readonly WindowInput[]): Promise<readonly Float32Array[]>;
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
  const thread = new Thread<Request, Result>(() => start(threads));
  // Held here too: when the last thread that has it ends, a process cannot load the runtime a second time.
  const loaded = import('onnxruntime-node').then(() =>
    thread.ask({ kind: 'encode', texts: [new Uint16Array()] }),
  );
  await loaded.catch((error: Error) => {
    throw new UserError(
      `The reading model cannot run on this system (${process.platform} ${process.arch}): ${error.message}. It needs 64-bit Linux with glibc 2.28 or later (no Alpine), macOS on Apple silicon, or Windows; run "npm ci" again if a file is missing.`,
    );
  });
  return {
    encode: (texts) => thread.ask({ kind: 'encode', texts }) as Promise<Vectors>,
    compare: (question, vectors) =>
      thread.ask({ kind: 'compare', question, vectors }) as Promise<EncodedQuestion>,
    read: (question, windows) =>
      thread.ask({ kind: 'read', question, windows }) as Promise<readonly Float32Array[]>,
    check: (claim, windows) =>
      thread.ask({ kind: 'check', claim, windows }) as Promise<readonly Float32Array[]>,
    close: () => thread.close(),
  };
}

function start(threads: number): Worker {
  const turns = new Turns();
  const worker = startWorker(WORKER_FILE, { workerData: { threads, turns: turns.flags } });
  const endTurns = () => turns.end();
  process.once('exit', endTurns);
  worker.once('exit', () => process.off('exit', endTurns));
  return worker;
}
