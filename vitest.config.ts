import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'

/**
 * `node`: everything that runs in Node, real SQLite and real PostgreSQL included. `dom`: components, in happy-dom.
 * Files run in three workers on the two cores of the smallest machine we test on, as they wait for disks and timers half
 * of the time; those of `node` share a worker's modules, which saves a second a file: our modules keep no state of their
 * own. `long`: the longest proofs against faults, with programs killed and disks replayed; `npm run test:long` has them,
 * `npm test` does not.
 */
const long = [
  'tools/{crash,power-loss,chaos/processes}/**/*.test.ts',
  'tools/{restored-core,two-cores,bill-run,ubl-market}.test.ts',
]
const inNode = { environment: 'node', isolate: false, testTimeout: 20_000, hookTimeout: 60_000 } as const

export default defineConfig({
  test: {
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          ...inNode,
          name: 'node',
          include: ['src-{core,main,shared}/**/*.test.ts', 'src-renderer/**/*.test.ts', '{tools,bench}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...long],
        },
      },
      { extends: true, test: { ...inNode, name: 'long', include: long } },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'dom',
          isolate: false,
          environment: 'happy-dom',
          include: ['src-renderer/**/*.test.tsx'],
          setupFiles: ['./src-renderer/test-setup.ts'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
})
