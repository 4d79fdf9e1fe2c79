import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { ComposedBill } from '#shared/domain/bill/compose-bill.ts'
import { composeBill } from '#shared/domain/bill/compose-bill.ts'
import { periodOf } from '#shared/domain/billing/periods.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { BillingAccount } from '#core/db/billing-schema.ts'
import { withMoreCache } from '#core/db/more-cache.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import type { Batch } from '#core/db/write-batch.ts'
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
/** The prices of records go into an index in the order of their lines, not of their ids: most of its pages are touched. */
const cacheMiB = 64

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
  let sum: BillRun = { accounts: 0, bills: 0, lines: 0, records: 0, unpriced: 0 }
  const turn = { dialect: store.dialect, billDate, rules, hasFreeUsage: await hasFreeUsage(store, rules) }
  return withMoreCache(store, cacheMiB, async () => {
    for (;;) {
      const done = await inBatch(store, (batch) => billSome(batch, turn))
      // SQLite answers at once: without a turn of the loop nothing else runs, and no statement is ever freed
      await setImmediate()
      if (done.accounts === 0) return sum
      sum = {
        accounts: sum.accounts + done.accounts,
        bills: sum.bills + done.bills,
        lines: sum.lines + done.lines,
        records: sum.records + done.records,
        unpriced: sum.unpriced + done.unpriced,
      }
    }
  })
}

/** Whether desks hold records that cost nothing too: in a large core they would be most of what a desk holds. */
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

async function billSome(batch: Batch, { dialect, billDate, rules, hasFreeUsage }: Turn): Promise<BillRun> {
  const accounts = await claim(batch, dialect, billDate)
  const standings = await standingsOf(
    batch,
    dialect,
    accounts.map(({ id }) => id),
  )
  const all = await readFacts(batch.tx, accounts, rules)
  const put = new Map<string, object[]>()
  const moved: BillingAccount[] = []
  const onDesks: object[] = []
  const dueDays = rules.dueDays
  const once: string[] = []
  let [bills, lines, records, unpriced] = [0, 0, 0, 0]
  for (const of of all) {
    const bill = composed(of)
    const isEmpty = bill.lines.length === 0
    const next = movedOn(of, isEmpty)
    moved.push(next)
    const { version = 0, openMinor = 0 } = standings.get(next.id) ?? {}
    onDesks.push(accountOnDesks(next, standingAfter(of, bill, openMinor), version + 1))
    unpriced += of.unpriced.length
    if (isEmpty) continue
    bills += 1
    lines += bill.lines.length
    records += of.rated.length
    for (const { table, rows } of billRows(of, bill, { dueDays, hasFreeUsage })) {
      const kept = put.get(table)
      if (kept) for (const row of rows) kept.push(row)
      else put.set(table, [...rows])
    }
    for (const { kind, chargeId } of bill.lines) if (kind === 'oneTime' && chargeId !== null) once.push(chargeId)
  }
  // names of our own tables, as billRows gave them
  for (const [table, rows] of put) batch.put({ table: table as Parameters<Batch['put']>[0]['table'], rows })
  batch.put({ table: 'billing_account', rows: moved, onConflict: ['next_bill_on', 'bills', 'allowances'] })
  batch.put({ table: 'bill_account', rows: onDesks, onConflict: accountChanges })
  await leaveDesks(
    batch,
    all.filter((_, index) => moved[index]?.bills !== all[index]?.account.bills).map(({ account }) => account),
    rules.onDesk,
  )
  if (once.length > 0)
    await batch.tx.updateTable('charge').set({ billed_on: billDate }).where('id', 'in', once).execute()
  return { accounts: accounts.length, bills, lines, records, unpriced }
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

function movedOn({ account, allowances }: AccountFacts, isEmpty: boolean): BillingAccount {
  return {
    ...account,
    next_bill_on: periodOf(account.next_bill_on, cycleOf(account)).end,
    bills: account.bills + (isEmpty ? 0 : 1),
    allowances: JSON.stringify(allowances),
  }
}
