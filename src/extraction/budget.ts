import { totalmem } from 'node:os';

/** What is spent on one file, so that none keeps the others from being read. */
export interface Budget {
  /** After so many milliseconds its owner is told what the others wait for. */
  readonly slowMs: number;
  readonly longestMs: number;
  /** Bytes that the process may grow by. */
  readonly mostBytes: number;
}

const MEMORY = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

/** The largest files take a tenth of the time, and half of the memory where there is plenty. */
export const BUDGET: Budget = {
  slowMs: 20_000,
  longestMs: 10 * 60_000,
  mostBytes: Math.min(2_000_000_000, MEMORY / 2),
};

/** Memory is looked at this often: what unpacks to gigabytes fills some ten megabytes meanwhile. */
const LOOK_MS = 50;

export const TOO_LONG = 'reading it took too long; split it, or save it anew';
export const TOO_LARGE = 'reading it takes too much memory; split it, or save it anew';

/**
 * Watches over the reading of a file.
 *
 * @param onSlow told once, while it goes on.
 * @param onEnd told once that it is to be ended, and why: `TOO_LONG` or `TOO_LARGE`.
 * @returns ends the watch.
 */
export function watchOver(
  { slowMs, longestMs, mostBytes }: Budget,
  onSlow: () => void,
  onEnd: (why: string) => void,
): () => void {
  const before = process.memoryUsage.rss();
  const slow = setTimeout(onSlow, slowMs);
  const end = (why: string) => {
    stop();
    onEnd(why);
  };
  const late = setTimeout(() => end(TOO_LONG), longestMs);
  const look = setInterval(() => process.memoryUsage.rss() - before > mostBytes && end(TOO_LARGE), LOOK_MS);
  const stop = () => {
    clearTimeout(slow);
    clearTimeout(late);
    clearInterval(look);
  };
  return stop;
}
