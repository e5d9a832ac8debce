import { parentPort, workerData } from 'node:worker_threads';
import { reasonOf } from '../errors.js';
import type { Answered, Asked } from '../thread.js';
import type { Request, Result } from './messages.js';
import { Networks } from './networks.js';
import { Turns } from './turns.js';

/*
 * The thread that runs the networks: requests are done one after another, in the order in which they come.
 */

const port = parentPort;
if (!port) throw new Error('worker.js runs in a worker thread only');

const networks = Networks.load(workerData.threads, new Turns(workerData.turns));
let last: Promise<unknown> = networks;

const resultOf = async (request: Request): Promise<Result> => {
  const { kind } = request;
  if (kind === 'encode') return (await networks).encode(request.texts);
  if (kind === 'compare') return (await networks).compare(request.question, request.vectors);
  if (kind === 'check') return (await networks).check(request.claim, request.windows);
  return (await networks).read(request.question, request.windows);
};

async function handle({ id, request }: Asked<Request>): Promise<void> {
  const answered: Answered<Result> = await resultOf(request).then(
    (result) => ({ id, result }),
    (error) => ({ id, error: reasonOf(error) }),
  );
  port?.postMessage(answered);
}

port.on('message', (asked: Asked<Request>) => {
  last = last.then(
    () => handle(asked),
    () => handle(asked),
  );
});
