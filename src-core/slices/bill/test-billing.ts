import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compilePlan } from '#shared/domain/rating/compile-plan.ts'
import type { UsageRecord } from '#shared/domain/rating/usage-record.ts'
import { migrate } from '#core/db/migrate.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { openCoreDatabase } from '#core/db/open-core-database.ts'
import { runSeed } from '#core/seed/run-seed.ts'
import { importUsage } from '../usage/import-usage.ts'
import type { BillingRules } from './billing-rules.ts'
import { billingRules } from './billing-rules.ts'
import { ensureAccounts } from './ensure-accounts.ts'
import type { BillRun } from './run-bills.ts'
import { runBills } from './run-bills.ts'

export const testMarket = { zone: 'Europe/Paris', cycleDay: 3 } as const

/** Copies of one small market, seeded on 22 November 2026 and billed up to 3 October: each test has its own file. */
export function billingStores(customers = 12) {
  return storeCopies('linedesk-billing-', async (store) => {
    await seedSmall(store, customers)
    await billUpTo(store, '2026-10-03')
  })
}

/** Copies of one core that is filled once, when the first is opened: each test has its own file. */
export function storeCopies(prefix: string, fill: (store: CoreStore) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  const template = join(folder, 'template.db')
  const open: CoreStore[] = []
  let made: Promise<void> | undefined
  let count = 0
  return {
    folder,
    open: async (): Promise<CoreStore> => {
      made ??= makeTemplate(template, fill)
      await made
      count += 1
      const file = join(folder, `core-${count}.db`)
      copyFileSync(template, file)
      const store = await openCoreDatabase(`sqlite:${file}`, { key })
      open.push(store)
      return store
    },
    closeOpened: async (): Promise<void> => {
      for (const store of open.splice(0)) await store.close()
    },
    stop: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const key = new Uint8Array(32).fill(7)

async function makeTemplate(file: string, fill: (store: CoreStore) => Promise<void>): Promise<void> {
  const store = await openCoreDatabase(`sqlite:${file}`, { key })
  await migrate(store)
  await fill(store)
  await store.close()
}

/** A small seeded market on 22 November 2026. */
export async function seedSmall(store: CoreStore, customers: number): Promise<void> {
  const { db, dialect, sqlite } = store
  await runSeed({ db, dialect, sqlite, customers, seed: 1, now: Date.UTC(2026, 10, 22, 9) })
}

export function testRules(): BillingRules {
  const rules = billingRules()
  if (!rules.ok) throw new Error(rules.error.code)
  return rules.value
}

/** The market's prices, each so many times. */
export function timesDearer(factor: number): BillingRules {
  const rules = testRules()
  return {
    ...rules,
    planOf: (offerId) => {
      const { plan } = rules.planOf(offerId)
      const rates = plan.rates.map((rate) => ({
        ...rate,
        bands: rate.bands.map((band) => ({
          ...band,
          connectMicro: band.connectMicro * factor,
          tiers: band.tiers.map((tier) => ({ ...tier, priceMicro: tier.priceMicro * factor })),
        })),
      }))
      return compilePlan({ ...plan, rates })
    },
  }
}

/** Accounts and bills up to a day. */
export async function billUpTo(store: CoreStore, date: string): Promise<BillRun> {
  await ensureAccounts(store, date, testMarket)
  return runBills(store, date, testRules())
}

/** Lines of a file of usage, taken in. */
export async function takeIn(store: CoreStore, folder: string, lines: readonly string[], name = 'usage.ndjson') {
  const file = join(folder, name)
  writeFileSync(file, lines.join('\n'))
  return importUsage(store, file, testMarket)
}

/** A call as a line of NDJSON. */
export function callLine(change: Partial<Omit<UsageRecord, 'startedAt'>> & { readonly startedAt?: string }): string {
  const call = {
    id: 'r',
    type: 'voice',
    msisdn: '',
    other: '+33123456789',
    startedAt: '2026-10-10T10:00:00+02:00',
    units: 60,
  }
  return JSON.stringify({ ...call, ...change })
}

/** Numbers in use on post-paid lines, by id. */
export async function postPaidLines(store: CoreStore) {
  return store.db
    .selectFrom('charge')
    .innerJoin('product', 'product.id', 'charge.product_id')
    .select(['product.id', 'product.msisdn', 'product.offer_id', 'charge.account_id', 'charge.price_minor'])
    .where('product.msisdn', 'is not', null)
    .orderBy('product.id')
    .execute()
}
