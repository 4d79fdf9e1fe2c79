import { expect, test } from 'vitest'
import { freshSeed } from '../arguments.ts'
import { runProcesses } from './run-processes.ts'

/** One short run each: real programs, a line that misbehaves, SIGKILL; more of it by `npm run chaos -- --only processes`. */
test.each([
  ['SQLite', 'sqlite'],
  ['PostgreSQL, two cores', 'postgres'],
] as const)(
  'real processes killed at random on %s: nothing lost, nothing doubled, all drained',
  async (_name, database) => {
    const said: string[] = []
    const seed = freshSeed()
    console.log(`chaos: fresh seed ${seed} for processes on ${database}`)
    const tally = await runProcesses({ seed, database, forMs: 10_000, say: (line) => void said.push(line) })
    expect(tally.violations.length > 0 ? said : []).toEqual([])
    expect(tally.counts.kills).toBeGreaterThan(0)
  },
  600_000,
)
