import type { Plant } from '#shared/node/crash-points.ts'
import type { Tally } from '../tally.ts'
import { openTally } from '../tally.ts'
import type { DatabaseKind, Markets } from './market.ts'
import { openMarkets } from './market.ts'
import { simulate } from './simulate.ts'

export interface SimulationsOptions {
  readonly seed: number
  readonly forMs: number
  readonly actions: number
  /** One run by its own seed instead of a row of them. */
  readonly run?: number | undefined
  /** SQLite with every fourth run on PostgreSQL, unless said otherwise. */
  readonly database?: DatabaseKind | undefined
  readonly plant?: Plant | undefined
  readonly say: (line: string) => void
}

/** The seed of a row's n-th run. */
export function runSeed(seed: number, index: number): number {
  return seed * 1_000 + index
}

const postgresEvery = 4

/** Simulated runs, one after another, until the time is over; at least one. */
export async function runSimulations(options: SimulationsOptions): Promise<Tally> {
  const { seed, run, say } = options
  const tally = openTally()
  const markets = openMarkets()
  const end = performance.now() + options.forMs
  if (markets.missing !== undefined && options.database !== 'sqlite') say(markets.missing)
  try {
    for (let index = 0; index === 0 || (run === undefined && performance.now() < end); index += 1) {
      const own = run ?? runSeed(seed, index)
      const kind = kindOf(options, markets, index)
      const result = await simulate({ seed: own, kind, markets, actions: options.actions, plant: options.plant })
      tally.add(result.tally)
      for (const { invariant, what } of result.tally.violations) say(`run ${own} on ${kind}: ${invariant} ${what}`)
      if (result.evidence !== '')
        say(
          `replay: npm run chaos -- --run ${own} --database ${kind} --actions ${options.actions}; files: ${result.evidence}`,
        )
      if (run !== undefined) say(`history ${result.fingerprint}`)
    }
  } finally {
    markets.remove()
  }
  return tally
}

function kindOf({ database }: SimulationsOptions, markets: Markets, index: number): DatabaseKind {
  if (database !== undefined) return database
  return markets.missing === undefined && index % postgresEvery === postgresEvery - 1 ? 'postgres' : 'sqlite'
}
