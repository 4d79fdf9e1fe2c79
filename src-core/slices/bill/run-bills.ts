import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { isMirrorTable } from '#shared/contract/mirror.ts'
import type { ComposedBill } from '#shared/domain/bill/compose-bill.ts'
import { composeBill } from '#shared/domain/bill/compose-bill.ts'
import { periodOf } from '#shared/domain/billing/periods.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { BillingAccount } from '#core/db/billing-schema.ts'
import { among } from '#core/db/among.ts'
import { collectGarbage } from '#core/db/collect-garbage.ts'
import { withMoreCache } from '#core/db/more-cache.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import type { Batch, BatchRows } from '#core/db/write-batch.ts'
import { inBatch } from '#core/db/write-batch.ts'
import { billRows } from './bill-rows.ts'
import type { BillingRules } from './billing-rules.ts'
import type { Standing } from './keep-account.ts'
import { accountChanges, accountOnDesks, standingsOf } from './keep-account.ts'
import { leaveDesks } from './leave-desks.ts'
import type { AccountFacts } from './read-facts.ts'
import { cycleOf, readFacts } from './read-facts.ts'

/** Customers that share one commit at most (sync.md, Jobs in the core). */
export const customersPerCommit = 200
/** Payers whose charges and usage are in memory at once; every query to PostgreSQL is a way there and back. */
const payersAtOnce = { sqlite: 50, postgres: customersPerCommit } as const
/** The prices of records go into an index in the order of their lines, not of their ids: most of its pages are touched. */
const cacheMiB = 64
/** Rows are kept until their commit and are then of an age that V8 collects late. */
const commitsPerCollection = 10

export interface BillRun {
  /** Periods that ended: payers whose turn it was. */
  readonly accounts: number
  /** Bills with at least one line; the others had nothing to bill. */
  readonly bills: number
  readonly lines: number
  /** Usage records put on them, and those without a price, which wait. */
  readonly records: number
  readonly unpriced: number
}

type Store = Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>

/**
 * Makes every bill that is due on a day or before (`ensureAccounts` first). At most 200 payers share a commit, in which
 * their next day moves on as well: broken off anywhere, the same call goes on; done again, it finds nothing. Several
 * workers may run at once on PostgreSQL, each skipping what another one holds.
 */
export async function runBills(store: Store, billDate: IsoDate, rules: BillingRules): Promise<BillRun> {
  let sum = noBills
  const turn = { dialect: store.dialect, billDate, rules, hasFreeUsage: await hasFreeUsage(store, rules) }
  const billAll = async (): Promise<BillRun> => {
    for (let commits = 1; ; commits += 1) {
      const done = await inBatch(store, (batch) => billSome(batch, turn))
      // SQLite answers at once: without a turn of the loop nothing else runs, and no statement is ever freed
      await setImmediate()
      if (done.accounts === 0) return sum
      sum = plus(sum, done)
      if (commits % commitsPerCollection === 0) collectGarbage()
    }
  }
  return (await hasUsage(store)) ? withMoreCache(store, cacheMiB, billAll) : billAll()
}

async function hasUsage({ db }: Store): Promise<boolean> {
  return (await db.selectFrom('usage_record').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Whether desks hold records that cost nothing and are within fair use too: in a large core they would be most of what a desk holds. */
export async function hasFreeUsage({ db }: Pick<CoreStore, 'db'>, { onDesk }: BillingRules): Promise<boolean> {
  const row = await db
    .selectFrom('billing_account')
    .select(({ fn }) => fn.countAll<number>().as('payers'))
    .executeTakeFirstOrThrow()
  return Number(row.payers) <= onDesk.freeUsageUpToPayers
}

interface Turn {
  readonly dialect: CoreStore['dialect']
  readonly billDate: IsoDate
  readonly rules: BillingRules
  readonly hasFreeUsage: boolean
}

async function billSome(batch: Batch, turn: Turn): Promise<BillRun> {
  const accounts = await claim(batch, turn.dialect, turn.billDate)
  const ids = accounts.map(({ id }) => id)
  const standings = await standingsOf(batch, turn.dialect, ids)
  const mirrored: Rows = new Map()
  const moved: BillingAccount[] = []
  const billed: BillingAccount[] = []
  const onDesks: object[] = []
  const once: string[] = []
  const waits: { readonly id: string; readonly billOn: IsoDate }[] = []
  let sum: BillRun = { ...noBills, accounts: accounts.length }
  const atOnce = payersAtOnce[turn.dialect]
  for (let from = 0; from < accounts.length; from += atOnce) {
    const own: Rows = new Map()
    for (const of of await readFacts(batch.tx, accounts.slice(from, from + atOnce), turn.rules)) {
      const bill = composed(of)
      const next = movedOn(of, bill)
      const { version = 0, openMinor = 0 } = standings.get(next.id) ?? {}
      moved.push(next)
      for (const { recordId } of of.unpriced) waits.push({ id: recordId, billOn: next.next_bill_on })
      onDesks.push(accountOnDesks(next, standingAfter(of, bill, openMinor), version + 1))
      sum = plus(sum, countOf(of, bill))
      if (bill.lines.length === 0) continue
      billed.push(of.account)
      for (const { kind, chargeId } of bill.lines) if (kind === 'oneTime' && chargeId !== null) once.push(chargeId)
      for (const part of billRows(of, bill, { dueDays: turn.rules.dueDays, hasFreeUsage: turn.hasFreeUsage }))
        keep(isMirrorTable(part.table) ? mirrored : own, part)
    }
    for (const [table, rows] of own) await batch.putNow({ table, rows })
  }
  for (const [table, rows] of mirrored) batch.put({ table, rows })
  batch.put({ table: 'billing_account', rows: moved, onConflict: ['next_bill_on', 'bills', 'allowances'] })
  batch.put({ table: 'bill_account', rows: onDesks, onConflict: accountChanges })
  await leaveDesks(batch, billed, turn.rules.onDesk)
  // a record without a price is for the next bill, however long its price takes
  for (const [billOn, records] of Map.groupBy(waits, (one) => one.billOn))
    await batch.tx
      .updateTable('usage_record')
      .set({ bill_on: billOn })
      .where(
        'id',
        'in',
        among(
          batch.tx,
          records.map(({ id }) => id),
        ),
      )
      .execute()
  if (once.length > 0)
    await batch.tx.updateTable('charge').set({ billed_on: turn.billDate }).where('id', 'in', once).execute()
  return sum
}

type Rows = Map<BatchRows['table'], object[]>

function keep(all: Rows, { table, rows }: BatchRows): void {
  const kept = all.get(table) ?? []
  all.set(table, kept)
  for (const row of rows) kept.push(row)
}

const noBills: BillRun = { accounts: 0, bills: 0, lines: 0, records: 0, unpriced: 0 }

function countOf({ rated, unpriced }: AccountFacts, { lines }: ComposedBill): BillRun {
  const records = { ...noBills, unpriced: unpriced.length }
  return lines.length === 0 ? records : { ...records, bills: 1, lines: lines.length, records: rated.length }
}

function plus(a: BillRun, b: BillRun): BillRun {
  return {
    accounts: a.accounts + b.accounts,
    bills: a.bills + b.bills,
    lines: a.lines + b.lines,
    records: a.records + b.records,
    unpriced: a.unpriced + b.unpriced,
  }
}

/** The bill of a payer's facts. Throws when a charge has no tax rate: the price lists are broken, and no bill may be wrong. */
export function composed({ facts }: Pick<AccountFacts, 'facts'>): ComposedBill {
  const bill = composeBill(facts)
  if (!bill.ok) throw new Error(`${bill.error.code} ${JSON.stringify(bill.error.details)}`)
  return bill.value
}

/** A bill takes what is to the good first; one that gives back more than it asks adds to it. */
function standingAfter({ creditMinor }: AccountFacts, { lines, totals }: ComposedBill, openMinor: number): Standing {
  const payable = lines.length === 0 ? 0 : totals.payableMinor
  const taken = Math.max(0, Math.min(creditMinor, payable))
  return {
    openMinor: openMinor + Math.max(0, payable) - taken,
    creditMinor: creditMinor - taken + Math.max(0, -payable),
  }
}

/** Payers in the order of their ids; on PostgreSQL those no other worker has, on SQLite there is one writer. */
async function claim(
  { tx }: Batch,
  dialect: CoreStore['dialect'],
  billDate: IsoDate,
): Promise<readonly BillingAccount[]> {
  const lock = dialect === 'postgres' ? sql`for update skip locked` : sql``
  const { rows } = await sql<BillingAccount>`select * from billing_account where next_bill_on <= ${billDate}
    order by next_bill_on, id limit ${sql.lit(customersPerCommit)} ${lock}`.execute(tx)
  return rows
}

function movedOn({ account, allowances }: AccountFacts, { lines }: ComposedBill): BillingAccount {
  return {
    ...account,
    next_bill_on: periodOf(account.next_bill_on, cycleOf(account)).end,
    bills: account.bills + (lines.length === 0 ? 0 : 1),
    allowances,
  }
}
