import type { CoreStore } from '#core/db/open-core-database.ts'
import { storeCopies, testRules } from '#core/slices/bill/test-billing.ts'
import { runSeed } from '../run-seed.ts'
import { seedId } from '../seed-ids.ts'
import { seedBills } from './seed-bills.ts'

const today = Date.UTC(2026, 10, 22, 9)

/** Copies of one small market whose known people have their year of bills: each test has its own file. */
export function knownBillStores({ customers = 12, now = today } = {}) {
  return storeCopies('linedesk-known-bills-', (store) => seedWithBills(store, { customers, now }))
}

/** Seeds a small market; `only` some of its known people are billed, by their keys. */
export async function seedWithBills(
  { db, dialect, sqlite, feed }: CoreStore,
  { customers = 12, now = today, only }: { customers?: number; now?: number; only?: readonly string[] },
): Promise<void> {
  await runSeed({ db, dialect, sqlite, customers, seed: 1, now })
  const of = { seed: 1, customers, now, rules: testRules(), who: 'known', ...(only ? { only } : {}) } as const
  await seedBills({ db, dialect, sqlite, feed }, of)
}

/** Where Jana stands on 22 November 2026. */
export const jana = {
  id: seedId(1, 'customer', 0),
  firstBillOn: '2025-12-13',
  lastBill: `${seedId(1, 'customer', 0)}:2026-11-13`,
  nextBillOn: '2026-12-13',
} as const
