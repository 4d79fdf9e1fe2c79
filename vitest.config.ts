import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/**
 * `node`: everything that runs in Node, real SQLite and real PostgreSQL included. `dom`: components, in happy-dom.
 * Files run in two workers, one per core of the smallest machine we test on; those of `node` share a worker's modules,
 * which saves a second a file: our modules keep no state of their own.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          isolate: false,
          include: ['src-{core,main,shared}/**/*.test.ts', 'src-renderer/**/*.test.ts', '{tools,bench}/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['src-renderer/**/*.test.tsx'],
          setupFiles: ['./src-renderer/test-setup.ts'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
})
