import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Instant } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import { hashKeyOf } from '../db/hash-key.ts'
import type { DialectName } from '../db/open-core-database.ts'
import type { CoreDatabase } from '../db/schema.ts'
import { hashPassword } from '#shared/node/password.ts'
import { companyRows } from './company-rows.ts'
import type { CustomerRows } from './customer-rows.ts'
import { customerRows } from './customer-rows.ts'
import { secretOfCustomer } from './sim-secret.ts'
import { marketRows } from './market-rows.ts'
import { knownPeopleRows } from './people-rows.ts'
import { createPersonMaker } from './person.ts'
import { readSeedData } from './seed-data.ts'
import type { SeedWriter, TableRows } from './seed-writer.ts'
import { createSeedWriter } from './write-rows.ts'

export interface SeedOptions {
  readonly db: Kysely<CoreDatabase>
  readonly dialect: DialectName
  /** The writing connection itself on SQLite: ten times faster than through Kysely. */
  readonly sqlite?: SqliteDatabase | null
  readonly customers: number
  /** A whole number; equal seeds give equal rows under the same `now` and the same hash secret of the core. */
  readonly seed: number
  readonly now: Instant
  /** Signs in everyone of the demonstration; without it nobody can until a password is set. */
  readonly demoPassword?: string
  /** Hears after each transaction how many customers are there. */
  readonly onProgress?: (progress: SeedProgress) => void
}

export interface SeedProgress {
  readonly done: number
  readonly of: number
}

/** Customers that share one change sequence: a page of the pull never splits one. */
const customersPerBatch = 200
const batchesAtMost = 25
/** A small market is written in several steps all the same, so that a bar can move. */
const stepsAtLeast = 10

/**
 * Fills an empty core with the demonstration market and its customers, streamed: memory is that of one transaction.
 * Broken off, the same call goes on where it stopped. ALREADY_SEEDED when another seed is there; asked again for the
 * same one that is complete, it does nothing.
 */
export async function runSeed(options: SeedOptions): Promise<Result<SeedProgress, Refusal<'ALREADY_SEEDED'>>> {
  const { db, customers, seed, now } = options
  const found = await seedOnRecord(db)
  if (found && (found.seed !== seed || found.customers !== customers)) return refuse('ALREADY_SEEDED')
  const hasMarket = await db.selectFrom('policy').select('id').executeTakeFirst()
  if (!found && hasMarket) return refuse('ALREADY_SEEDED')
  const writer = createSeedWriter(options)
  try {
    // one moment for the whole seed, also when it is taken up again days later
    const begun = found ?? { seed, customers, now, done: 0 }
    if (!found) await writeMarket(options, writer)
    await writeCustomers(options, writer, begun)
  } finally {
    writer.close()
  }
  return ok({ done: customers, of: customers })
}

const recordSchema = z.object({ seed: z.int(), customers: z.int(), now: z.int(), done: z.int() })
type SeedRecord = z.infer<typeof recordSchema>

/** What was seeded, and how far; undefined when nothing was. `done` below `customers`: broken off. */
export async function seedOnRecord(db: Kysely<CoreDatabase>): Promise<SeedRecord | undefined> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', 'seed').executeTakeFirst()
  return row ? recordSchema.parse(JSON.parse(row.value)) : undefined
}

async function writeMarket(options: SeedOptions, writer: SeedWriter): Promise<void> {
  const { db, seed, customers, now } = options
  const data = readSeedData()
  const hashKey = await hashKeyOf(db, data.market.scope)
  const passwordHash = options.demoPassword === undefined ? '' : await hashPassword(options.demoPassword)
  await writer.write({
    sequences: 1,
    rows: (changeSeq) => [
      ...marketRows({ data, seed, now, passwordHash, changeSeq }),
      ...knownPeopleRows(hashKey),
      ...companyRows({ data, seed, now, hashKey, changeSeq }),
    ],
    record: recordOf({ seed, customers, now, done: 0 }),
  })
}

function recordOf(record: SeedRecord): string {
  return JSON.stringify(record)
}

async function writeCustomers(options: SeedOptions, writer: SeedWriter, begun: SeedRecord): Promise<void> {
  const { db, seed, customers } = options
  const data = readSeedData()
  const makePerson = createPersonMaker(data, seed, await hashKeyOf(db, data.market.scope))
  const plans = data.offers.filter(
    (offer) =>
      offer.kind === 'plan' && offer.segment === 'mobile' && offer.audience === 'all' && offer.endedOn === null,
  )
  const batches = Math.floor(customers / stepsAtLeast / customersPerBatch)
  const step = customersPerBatch * Math.min(batchesAtMost, Math.max(1, batches))
  if (customers - begun.done > step) writer.beginLoad()
  for (let from = begun.done; from < customers; from += step) {
    const until = Math.min(customers, from + step)
    if (until === customers) writer.endLoad()
    const make = (first: number, index: number): CustomerRows => {
      const changeSeq = first + Math.floor((index - from) / customersPerBatch)
      return customerRows({ data, plans, seed, now: begun.now, index, person: makePerson(index), changeSeq })
    }
    await writer.write({
      sequences: Math.ceil((until - from) / customersPerBatch),
      rows: function* (first) {
        for (let batch = from; batch < until; batch += customersPerBatch) {
          const length = Math.min(customersPerBatch, until - batch)
          yield* tablesOf(Array.from({ length }, (_, offset) => make(first, batch + offset)))
        }
      },
      record: recordOf({ ...begun, done: until }),
    })
    options.onProgress?.({ done: until, of: customers })
    await setImmediate()
  }
}

function tablesOf(made: readonly CustomerRows[]): readonly TableRows[] {
  return [
    { table: 'customer', rows: made.map((each) => each.customer) },
    { table: 'product', rows: made.flatMap((each) => each.products) },
    { table: 'phone_number', rows: made.flatMap((each) => each.numbers) },
    { table: 'sim_card', rows: made.flatMap((each) => each.sims) },
    { table: 'sim_secret', rows: made.flatMap((each) => each.sims.map(({ id }) => secretOfCustomer(id))) },
    { table: 'contact', rows: made.flatMap((each) => each.contacts) },
    { table: 'bureau_record', rows: made.map((each) => each.bureau) },
    { table: 'identity_evidence', rows: made.flatMap((each) => each.evidence) },
    { table: 'credit_decision', rows: made.flatMap((each) => each.decisions) },
    { table: 'security_word', rows: made.flatMap((each) => each.words) },
  ]
}
