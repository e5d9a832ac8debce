import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { patient } from './test/support/patience.js';

/** Files that take half a minute, one of it computing, the other waiting: together, and first, so that nothing waits for them. */
const LONG = /test\/(?:chat|discord\/connection)\.test\.ts$/;

class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'tools/*/test/**/*.test.ts'],
    // The stand-in waits as long as the tests do.
    env: { DISCORD_STANDIN_PATIENCE: String(patient(1)) },
    globalSetup: ['test/build.ts'],
    sequence: { sequencer: LongFilesFirst },
    // One load of the engine and its networks for all files of a worker; no test changes what others see.
    isolate: false,
    // Bots of single tests, of which each file may have two at a time.
    maxConcurrency: 2,
    // Two at least, for most of the time of the tests over sockets is waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Generous, for slow machines: some tests start real processes or feed long texts. None of them asserts a time.
    testTimeout: patient(30_000),
    hookTimeout: patient(30_000),
    coverage: {
      // The engine. The faces are tested from outside, in processes of their own, which it does not see.
      include: ['src/**/*.ts', 'commands/**/*.ts'],
      exclude: ['src/discord/**', 'src/console/**', 'src/main.ts', 'src/start.ts', '**/*.d.ts'],
      reporter: ['text-summary'],
      thresholds: { branches: 85 },
    },
  },
});
