import { defineConfig } from 'vitest/config';

/** `unit` writes the pacts; `verify` holds the mocks to them; `e2e` starts the real processes. Each is one gate of `npm test`. */
export default defineConfig({
  test: {
    // Most tests wait for processes, databases and time-outs, so more of them at once than there are cores, two as a rule, is faster.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          // The files of a worker share what they import: reading Prism and the contracts anew for each costs more than the tests.
          isolate: false,
          include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.verify.test.ts'],
          testTimeout: 20_000,
        },
      },
      { test: { name: 'verify', include: ['**/*.verify.test.ts'], exclude: ['**/node_modules/**'], testTimeout: 30_000 } },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: 'scripts/lib/shared-postgres.ts',
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'crash',
          include: ['e2e/**/*.crash.ts'],
          globalSetup: 'scripts/lib/shared-postgres.ts',
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
