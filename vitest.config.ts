import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    // Generous, for slow machines: some tests start real processes or feed megabytes. None of them asserts a time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
