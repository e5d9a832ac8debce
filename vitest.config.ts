import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { patient } from './test/support/patience.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    // Two at least, for most of the time of the tests over sockets is waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Generous, for slow machines: some tests start real processes or feed megabytes. None of them asserts a time.
    testTimeout: patient(30_000),
    hookTimeout: patient(30_000),
  },
});
