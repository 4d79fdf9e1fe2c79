import { z } from 'zod'
import type { CoreStore } from '../db/open-core-database.ts'
import { seedBills } from '../seed/bills/seed-bills.ts'
import { seedOnRecord } from '../seed/run-seed.ts'
import { billingRules } from '../slices/bill/billing-rules.ts'

/** People beside the known ones who get a year of bills: with the seed, and while a demonstration is open. */
export const billedAtOnce = 40
export const billedInTime = 200
const perTurn = 40
/** While desks are served: little at a time, so that nobody waits for a page of the feed behind it. */
const perServedTurn = 10
/** Milliseconds between the days of a turn while desks are served. */
const restMs = 400

const setting = 'seed_bills'
const recordSchema = z.object({ people: z.int().min(0) })

/**
 * Makes a year of bills in a seeded market: of its known people and companies first, then of so many others, a few at a
 * time. Broken off it goes on; a market that nobody seeded is left alone.
 */
export async function makeDemoBills(store: CoreStore, people: number, isServing = false): Promise<void> {
  const begun = await seedOnRecord(store.db)
  const rules = billingRules()
  if (!begun || begun.done < begun.customers || !rules.ok) return
  const of = {
    seed: begun.seed,
    customers: begun.customers,
    now: begun.now,
    rules: rules.value,
    restMs: isServing ? restMs : 0,
  }
  let done = await peopleDone(store)
  if (done === undefined) {
    await seedBills(store, { ...of, who: 'known' })
    await keep(store, 0)
    done = 0
  }
  const all = Math.min(people, begun.customers)
  while (done < all) {
    const until = Math.min(all, done + (isServing ? perServedTurn : perTurn))
    await seedBills(store, { ...of, who: { from: done, until } })
    await keep(store, until)
    done = until
  }
}

async function peopleDone({ db }: CoreStore): Promise<number | undefined> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', setting).executeTakeFirst()
  return row ? recordSchema.parse(JSON.parse(row.value)).people : undefined
}

async function keep({ db }: CoreStore, people: number): Promise<void> {
  const value = JSON.stringify({ people })
  await db
    .insertInto('setting')
    .values({ name: setting, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
