import { systemClock } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { runSeed, seedOnRecord } from '../seed/run-seed.ts'
import type { Settings } from './arguments.ts'
import { placeOf } from './arguments.ts'
import { billedAtOnce, makeDemoBills } from './demo-bills.ts'
import { openStore } from './open-core.ts'
import { tellParent } from './parent.ts'
import { problemError, say } from './problem.ts'

/** `core seed`: fills an empty database; broken off, the same words go on. Throws the problem MARKET_EXISTS. */
export async function seedMarket(settings: Settings): Promise<void> {
  const store = await openStore(settings.db, settings.key)
  try {
    await fill(store, settings, settings.customers, settings.seed, settings.demoPassword)
    await makeDemoBills(store, billedAtOnce)
    process.stdout.write(`${say('core.seeded', { of: settings.customers })}\n`)
  } finally {
    await store.close()
  }
}

/**
 * Makes sure that a demonstration core holds a market: seeds an empty one, finishes a seed that was broken off, and
 * leaves any other alone. People get their password apart, so none is hashed here.
 */
export async function fillWhenEmpty(store: CoreStore, settings: Settings): Promise<void> {
  const begun = await seedOnRecord(store.db)
  if (begun) return begun.done < begun.customers ? fill(store, settings, begun.customers, begun.seed) : undefined
  const market = await store.db.selectFrom('policy').select('id').executeTakeFirst()
  if (!market) await fill(store, settings, settings.customers, settings.seed)
}

const tellEveryMs = 1_000

async function fill(
  store: CoreStore,
  settings: Settings,
  customers: number,
  seed: number,
  demoPassword?: string,
): Promise<void> {
  let told = 0
  const result = await runSeed({
    db: store.db,
    dialect: store.dialect,
    sqlite: store.sqlite,
    customers,
    seed,
    now: systemClock.now(),
    ...(demoPassword === undefined ? {} : { demoPassword }),
    onProgress: ({ done, of }) => {
      tellParent({ type: 'progress', done, of })
      if (systemClock.now() - told < tellEveryMs && done < of) return
      told = systemClock.now()
      process.stdout.write(`${say('core.seeding', { done, of })}\n`)
    },
  })
  if (!result.ok) throw problemError('MARKET_EXISTS', { place: placeOf(settings.db) })
}
