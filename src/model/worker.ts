import { parentPort, workerData } from 'node:worker_threads';
import { reasonOf } from '../errors.js';
import type { Reply, Request, Result } from './messages.js';
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
  return (await networks).read(request.question, request.windows);
};

async function handle(id: number, request: Request): Promise<void> {
  const reply: Reply = await resultOf(request).then(
    (result) => ({ id, result }),
    (error) => ({ id, error: reasonOf(error) }),
  );
  port?.postMessage(reply);
}

port.on('message', ({ id, request }: { id: number; request: Request }) => {
  last = last.then(
    () => handle(id, request),
    () => handle(id, request),
  );
});
