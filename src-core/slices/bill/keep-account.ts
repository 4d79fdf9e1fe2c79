import type { BillAccountRow } from '#shared/domain/bill/account-rows.ts'
import type { BillingAccount } from '#core/db/billing-schema.ts'
import { among } from '#core/db/among.ts'
import type { DialectName } from '#core/db/open-core-database.ts'
import type { Batch } from '#core/db/write-batch.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Unit } from '#core/sync/handler.ts'
import { keepHolds } from './keep-hold.ts'

/** Where a payer stands. */
export interface Standing {
  readonly openMinor: number
  readonly creditMinor: number
}

/** A payer's account as desks see it. */
export function accountOnDesks(
  account: BillingAccount,
  { openMinor, creditMinor }: Standing,
  version: number,
): BillAccountRow {
  return {
    id: account.id,
    scope: account.scope,
    version,
    number: account.number,
    frequency: account.frequency,
    cycle_day: account.cycle_day,
    anchor_month: account.anchor_month,
    currency: account.currency,
    tax_included: account.tax_included,
    next_bill_on: account.next_bill_on,
    bills: account.bills,
    open_minor: openMinor,
    credit_minor: creditMinor,
  }
}

/** The account of a payer that has no bill yet. */
export function newOnDesks(account: BillingAccount): BillAccountRow {
  return accountOnDesks(account, { openMinor: 0, creditMinor: 0 }, 1)
}

/** What of a payer's account changes with its bills; the rest is as it was opened. */
export const accountChanges = [
  ...(['version', 'number', 'frequency', 'cycle_day', 'anchor_month', 'next_bill_on', 'bills'] as const),
  ...(['open_minor', 'credit_minor', 'change_seq', 'row_hash'] as const),
]

/** Versions and open sums of payers before a bill run: one query each. */
export async function standingsOf({ tx }: Pick<Batch, 'tx'>, dialect: DialectName, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { readonly version: number; readonly openMinor: number }>()
  // locked before anything is read, as a payment does: neither counts the other's bill or money twice
  const versions = await tx
    .selectFrom('bill_account')
    .select(['id', 'version'])
    .where('id', 'in', among(tx, ids))
    .orderBy('id')
    .$if(dialect === 'postgres', (query) => query.forUpdate())
    .execute()
  const open = await openOf(tx, ids)
  return new Map(
    ids.map((id) => [
      id,
      { version: versions.find((row) => row.id === id)?.version ?? 0, openMinor: open.get(id) ?? 0 },
    ]),
  )
}

/** Brings a payer's account on the desks up to date, and what disputes hold out of it, after a payment or a credit note. */
export async function keepAccount(unit: Unit, customerId: string, on: IsoDate): Promise<void> {
  const { tx } = unit
  await keepHolds(unit, customerId, on)
  const known = await unit.get('bill_account', customerId)
  const account = await tx.selectFrom('billing_account').selectAll().where('id', '=', customerId).executeTakeFirst()
  if (!account) return
  const openMinor = (await openOf(tx, [customerId])).get(customerId) ?? 0
  const { version: _, ...row } = accountOnDesks(account, { openMinor, creditMinor: await creditOf(tx, customerId) }, 1)
  if (!known) return unit.insert('bill_account', row)
  const { id, ...set } = row
  await unit.patch('bill_account', id, set)
}

/** Locks a payer's account, as a payment does: of two credits, payments or bills at once none counts what the other gives. */
export async function lockAccount(unit: Unit, customerId: string): Promise<void> {
  // before the desks' row, in the order of the bill run
  await unit.tx
    .updateTable('billing_account')
    .set(({ ref }) => ({ bills: ref('bills') }))
    .where('id', '=', customerId)
    .execute()
  await unit.get('bill_account', customerId)
}

async function openOf(tx: Batch['tx'], ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('bill')
    .select(({ fn }) => ['customer_id', fn.sum<number>('open_minor').as('sum')])
    .where('customer_id', 'in', among(tx, ids))
    .where('open_minor', '>', 0)
    .groupBy('customer_id')
    .execute()
  return new Map(rows.map(({ customer_id, sum }) => [customer_id, Number(sum)]))
}

/** What a customer has to the good, minor units. */
export async function creditOf(tx: Batch['tx'], customerId: string): Promise<number> {
  const row = await tx
    .selectFrom('gl_entry')
    .select(({ fn }) => fn.sum<number>('amount_minor').as('sum'))
    .where('customer_id', '=', customerId)
    .where('account', '=', '2210')
    .executeTakeFirst()
  return -Number(row?.sum ?? 0) || 0
}
