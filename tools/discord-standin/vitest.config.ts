import { defineConfig } from 'vitest/config';
import { patient } from './src/patience.js';

// Bots are processes of their own; on a slow machine one takes seconds to start.
export default defineConfig({
  test: { testTimeout: patient(30_000), hookTimeout: patient(30_000), maxConcurrency: 2 },
});
