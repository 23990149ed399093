/** How the tests run. Two workers, because more of them than cores make timing tests fail for no reason. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A title is a sentence; one that stands there twice in a file is a copy that nobody noticed.
    allowOnly: false,
    passWithNoTests: false,
  },
});
