import { expect } from 'vitest'
import type { PushResult } from '#shared/contract/wire.ts'
import type { CreditBody } from '#shared/domain/adjustment/commands.ts'
import type { Part } from '#shared/domain/adjustment/rows.ts'
import { creditParts, creditShared } from '#shared/domain/bill/credit-parts.ts'
import { collectableAmount } from '#shared/domain/dispute/collectable.ts'
import type { FileBody } from '#shared/domain/dispute/commands.ts'
import { isOpenDispute } from '#shared/domain/dispute/states.ts'
import { readSeedData } from '#core/seed/seed-data.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { inUnit } from '../db/unit.ts'
import { trialBalance } from './bill/trial-balance.ts'
import { readCreditable } from './bill/write-credit-note.ts'
import type { SaleWorld } from './test-sale.ts'
import { pavel } from './test-money-store.ts'
import { openSaleWorld } from './test-sale.ts'

export type MoneyWorld = Awaited<ReturnType<typeof openMoneyWorld>>

/** A market with Pavel's bills, a small wrapper around what desks would send, and what the books say. */
export async function openMoneyWorld(store: CoreStore, customerId: string = pavel) {
  return moneyOf(await openSaleWorld(store), customerId)
}

/** The same for one of its customers. */
export async function moneyOf(world: SaleWorld, customerId: string) {
  const { store } = world
  const { db } = world.store
  const bills = await db
    .selectFrom('bill')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'bill')
    .orderBy('bill_date', 'desc')
    .execute()
  const [bill] = bills
  if (!bill) throw new Error('no bill')
  const found = (billId: string) =>
    inUnit(store, async (unit) => {
      const one = await readCreditable(unit, billId)
      if (!one) throw new Error('no such bill')
      return one
    })
  /** What the customer gets by it, as the desk counts. */
  const sumOf = async (billId: string, lines: readonly Part[], askedMinor: number): Promise<number> => {
    const one = await found(billId)
    const isIn = one.bill.tax_included === 1
    const sums = lines.length > 0 ? creditParts(one.lines, lines, isIn) : creditShared(one.lines, askedMinor, isIn)
    return sums.ok ? sums.value.totals.payableMinor : Math.max(1, askedMinor)
  }
  const linesOf = async (billId: string) => (await found(billId)).rows.filter((row) => row.amount_minor > 0)
  const dearest = async (billId: string) => {
    const [line] = (await linesOf(billId)).toSorted((a, b) => b.amount_minor - a.amount_minor)
    if (!line) throw new Error('a bill of nothing')
    return line
  }
  const credit = async (askedMinor: number, change: Partial<CreditBody> = {}): Promise<CreditBody> => {
    const billId = change.billId ?? bill.id
    const lines = change.lines ?? []
    return {
      ...{ adjustmentId: world.ids.next(), reference: 'K-1', customerId, billId, caseId: null, askedMinor },
      ...{ amountMinor: await sumOf(billId, lines, askedMinor), currency: 'EUR', lines, reason: 'goodwill' },
      ...{ note: '', grantId: null, ...change },
    }
  }
  const file = async (claimedMinor: number, change: Partial<FileBody> = {}): Promise<FileBody> => {
    const billId = change.billId ?? bill.id
    const lines = change.lines ?? [{ lineId: (await dearest(billId)).id, amountMinor: claimedMinor }]
    return {
      ...{ disputeId: world.ids.next(), reference: 'D-1', customerId, billId, caseId: null, aboutId: null },
      ...{ reason: 'notUsed', currency: 'EUR', claimedMinor: await sumOf(billId, lines, claimedMinor) },
      ...{ words: 'Balíček jsem koupil včas.', wordsLanguage: 'cs', evidence: [], answerBy: '', ...change, lines },
    }
  }
  const decide = async ({ disputeId, billId, lines: [line] }: FileBody, minor: number, request = 1) => {
    const lines = minor === 0 || !line ? [] : [{ lineId: line.lineId, amountMinor: minor }]
    const grantedMinor = lines.length === 0 ? 0 : await sumOf(billId, lines, minor)
    const base = { disputeId, customerId, adjustmentId: world.ids.next(), request, lines, grantedMinor }
    return { ...base, note: 'Tak to bylo.' }
  }
  /** All of what was asked for, or a part of it where prices have their tax inside. */
  const decideOn = (asked: CreditBody, askedMinor: number) => {
    const amountMinor = askedMinor === asked.askedMinor ? asked.amountMinor : askedMinor
    const { adjustmentId } = asked
    return { adjustmentId, customerId, request: 1, askedMinor, amountMinor, note: 'Tak to bylo.' }
  }
  const adjustment = async ({ adjustmentId }: { readonly adjustmentId: string }) =>
    db.selectFrom('adjustment').selectAll().where('id', '=', adjustmentId).executeTakeFirstOrThrow()
  const dispute = async ({ disputeId }: { readonly disputeId: string }) =>
    db.selectFrom('dispute').selectAll().where('id', '=', disputeId).executeTakeFirstOrThrow()
  const stands = async (billId: string = bill.id) =>
    db.selectFrom('bill').selectAll().where('id', '=', billId).executeTakeFirstOrThrow()
  return {
    ...{ ...world, bill, bills, linesOf, dearest, credit, file, decide, decideOn, adjustment, dispute, stands, sumOf },
    /** What of the bill may be collected now; the books agree with it, or the test fails. */
    collectable: async (billId: string = bill.id): Promise<number> => {
      await expectBooks(world)
      return (await collectables(world)).get(billId) ?? 0
    },
  }
}

/** The trial balance is even, and what is held out of every bill stands in receivables in dispute. */
export async function expectBooks(world: Pick<SaleWorld, 'store'>): Promise<void> {
  const { sums, ...wrong } = await trialBalance(world.store)
  expect(wrong).toEqual({ off: [], unbalanced: [], openDiffers: [] })
  const due = await collectables(world)
  const bills = await world.store.db
    .selectFrom('bill')
    .select(['id', 'open_minor'])
    .where('open_minor', '>', 0)
    .execute()
  const held = bills.reduce((sum, { id, open_minor }) => sum + open_minor - (due.get(id) ?? 0), 0)
  expect(sums.find(({ account }) => account === '1110')?.amountMinor ?? 0).toBe(held)
}

/** By bill with something open, what may be collected. */
async function collectables({ store: { db } }: Pick<SaleWorld, 'store'>): Promise<ReadonlyMap<string, number>> {
  const disputes = await db.selectFrom('dispute').select(['bill_id', 'claimed_minor', 'state']).execute()
  const bills = await db.selectFrom('bill').select(['id', 'open_minor']).where('open_minor', '>', 0).execute()
  return new Map(
    bills.map(({ id, open_minor }) => {
      const claims = disputes.filter((one) => one.bill_id === id && isOpenDispute(one.state))
      return [
        id,
        collectableAmount(
          open_minor,
          claims.map((one) => one.claimed_minor),
        ),
      ]
    }),
  )
}

/** Somebody's household. */
export async function addKin({ store }: Pick<SaleWorld, 'store'>, userId: string, customerId: string): Promise<void> {
  const { scope } = readSeedData().market
  await inUnit(store, (unit) =>
    unit.insert('staff_kin', { id: `${userId}:${customerId}`, scope, user_id: userId, customer_id: customerId }),
  )
}

/** What a push said, short. */
export function said(answer: PushResult): string {
  if (answer.result === 'rejected' || answer.result === 'conflict') return answer.code
  return answer.result
}
