import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work goes on for so long before others get their turn, in milliseconds: nobody notices a wait of twice as long. */
const SLICE_MS = 15;

/**
 * Cuts long work into slices: to be awaited between its steps, it lets others have their turn whenever some time has passed.
 *
 * @example
 * const turn = givesTurns();
 * for (const article of articles) {
 *   index(article);
 *   await turn();
 * }
 */
export function givesTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await nextTurn();
    since = performance.now();
  };
}

/** Does something with each of many, with turns of others in between: `givesTurns` for steps that take next to nothing. */
export async function eachInTurn<T>(many: Iterable<T>, work: (one: T) => void): Promise<void> {
  let since = performance.now();
  for (const one of many) {
    work(one);
    if (performance.now() - since < SLICE_MS) continue;
    await nextTurn();
    since = performance.now();
  }
}

/** Takes how many of all are done. */
export type OnProgress = (done: number, all: number) => void;

/** Files that are being read at a time, while the disk is waited for. */
export const READ_TOGETHER = 8;

/**
 * Does something for each item, some at a time; the results in the order of the items.
 *
 * @param onProgress told how many of all are done.
 */
export async function someAtATime<Item, Result>(
  items: readonly Item[],
  count: number,
  doOne: (item: Item) => Promise<Result>,
  onProgress: OnProgress = () => {},
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  let done = 0;
  const lane = async () => {
    for (const [i, item] of left) {
      results[i] = await doOne(item);
      onProgress(++done, items.length);
    }
  };
  await Promise.all(Array.from({ length: count }, lane));
  return results;
}
