/** Loaded into a process that is measured (`node --import`): says on SIGUSR2 for how long its main thread was blocked at most. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const RESOLUTION_MS = 10;

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  process.on('SIGUSR2', () => {
    // A block that has just ended is counted in the next turn.
    setTimeout(() => {
      console.log(`longest block ${Math.max(0, Math.round(delay.max / 1e6) - RESOLUTION_MS)} ms`);
      delay.reset();
    }, 2 * RESOLUTION_MS);
  });
}
