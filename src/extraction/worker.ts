import { serialize } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { reasonOf } from '../errors.js';
import type { Answered, Asked } from '../thread.js';
import { extract } from './extract.js';

/** A file to read: its name within the corpus folder, and its bytes. */
export interface FileBytes {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/*
 * The thread that reads files: requests are done one after another, in the order in which they come.
 */

const port = parentPort;
if (!port) throw new Error('worker.js runs in a worker thread only');

let last: Promise<unknown> = Promise.resolve();

async function handle({ id, request: { file, bytes } }: Asked<FileBytes>): Promise<void> {
  const { buffer, byteOffset, length } = bytes;
  const answered: Answered<Uint8Array> = await extract(file, Buffer.from(buffer, byteOffset, length)).then(
    (result) => ({ id, result: Uint8Array.from(serialize(result)) }),
    (error) => ({ id, error: reasonOf(error) }),
  );
  port?.postMessage(answered, answered.result ? [answered.result.buffer as ArrayBuffer] : []);
}

port.on('message', (asked: Asked<FileBytes>) => {
  last = last.then(() => handle(asked));
});
