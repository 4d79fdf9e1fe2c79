import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plants } from '#shared/node/crash-points.ts'
import { freshSeed } from '../arguments.ts'
import { invariants } from '../tally.ts'
import type { Markets } from './market.ts'
import { openMarkets } from './market.ts'
import { runSimulations } from './run-simulations.ts'
import { simulate } from './simulate.ts'

/** The time-boxed part of `npm run chaos` that every `npm test` runs; more of it: docs/chaos.md. */
let markets: Markets
beforeAll(async () => {
  markets = openMarkets()
  await markets.copy('sqlite')
}, 60_000)
afterAll(() => markets.remove())

const boxMs = 5_000
const actions = 40

async function violationsOf(seed: number, database: 'sqlite' | 'postgres'): Promise<readonly string[]> {
  const said: string[] = []
  const say = (line: string): void => void said.push(line)
  const tally = await runSimulations({ seed, database, actions, forMs: boxMs, say })
  expect(tally.counts.applied).toBeGreaterThan(0)
  return tally.violations.length > 0 ? said : []
}

describe('the simulation', () => {
  test('fault 9: seed 1 on SQLite, late, lost, doubled and damaged answers, and I1 to I12 hold', async () => {
    expect(await violationsOf(1, 'sqlite')).toEqual([])
  }, 400_000)

  test('a fresh seed on SQLite: I1 to I12 hold', async () => {
    const seed = freshSeed()
    console.log(`chaos: fresh seed ${seed}`)
    expect(await violationsOf(seed, 'sqlite')).toEqual([])
  }, 400_000)

  // not a fresh one for now: the history of seed 526600 stands still on PostgreSQL, and why is not known yet (README, Limits)
  test('a seed on PostgreSQL: I1 to I12 hold', async ({ skip }) => {
    if (markets.missing !== undefined) skip(markets.missing)
    expect(await violationsOf(550_254, 'postgres')).toEqual([])
  }, 400_000)

  test('the same seed gives the same history, moment by moment', async () => {
    const run = () => simulate({ seed: 4007, kind: 'sqlite', markets, actions: 15 })
    const [first, second] = [await run(), await run()]
    expect(second.fingerprint).toBe(first.fingerprint)
    expect(second.tally.counts).toEqual(first.tally.counts)
  }, 400_000)

  test('every invariant is checked, I8 where a step is poisoned', async () => {
    const missing = new Set(invariants)
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      if (missing.size === 0) break
      const { tally } = await simulate({ seed, kind: 'sqlite', markets, actions: 30, theme: 'poison' })
      expect(tally.violations).toEqual([])
      for (const name of invariants) if (tally.checks[name] > 0) missing.delete(name)
    }
    expect([...missing]).toEqual([])
  }, 400_000)
})

describe('a bug put in on purpose is found', () => {
  test.each(plants)(
    '%s',
    async (plant) => {
      const found: string[] = []
      for (const seed of [1, 2, 3, 4, 5, 6]) {
        if (found.length > 0) break
        const { tally } = await simulate({ seed, kind: 'sqlite', markets, actions, plant })
        found.push(...tally.violations.map(({ invariant }) => invariant))
      }
      expect(found.join(' ')).toMatch({ cursorFirst: /I4|I6/, noLedgerLookup: /I2/, noFsync: /I12/ }[plant])
    },
    400_000,
  )
})
