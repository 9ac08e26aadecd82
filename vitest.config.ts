import { defineConfig } from 'vitest/config'

// Three projects: `unit` needs nothing, `db` needs PostgreSQL, `e2e` needs a built server and a browser.
const ignored = ['**/node_modules/**', '**/dist/**', '**/planted/**', 'data/**']

export default defineConfig({
  // Given here, so that no file depends on which tsconfig the transformer happens to find.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...ignored, '**/*.db.test.ts', 'e2e/**'],
          // A slow or busy machine is no fault of the code.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['**/*.db.test.ts'],
          exclude: ignored,
          globalSetup: ['./apps/server/postgres/vitest-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          exclude: ignored,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
