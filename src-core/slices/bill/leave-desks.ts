import type { BillingAccount } from '#core/db/billing-schema.ts'
import type { Batch } from '#core/db/write-batch.ts'
import type { OnDesk } from './billing-rules.ts'

interface Document {
  readonly id: string
  readonly customer_id: string
  readonly kind: string
  readonly bill_date: string
}

/**
 * What leaves the desks when payers get one more bill: documents older than the last so many bills, with lines, taxes and
 * payments of before, which the core keeps; and the usage rows of all but the last ones, which can be made again of the
 * records (docs/adr/0046).
 */
export async function leaveDesks(batch: Batch, accounts: readonly BillingAccount[], keep: OnDesk): Promise<void> {
  const least = Math.min(keep.bills, Math.max(1, keep.usageBills))
  const old = accounts.filter(({ bills }) => bills >= least)
  for (const scope of new Set(old.map((account) => account.scope))) {
    const ids = old.filter((account) => account.scope === scope).map(({ id }) => id)
    const documents = await onDesks(batch, scope, ids)
    const gone = ids.map((id) => goneOf(documents.get(id) ?? [], keep))
    const bills = gone.flatMap((one) => one.bills)
    if (bills.length > 0) await leaveWhole(batch, scope, bills)
    for (const { customerId, before } of gone) if (before !== '') await leavePayments(batch, scope, customerId, before)
    await dropUsage(
      batch,
      scope,
      gone.flatMap((one) => one.withoutUsage),
    )
  }
}

async function onDesks({ tx }: Batch, scope: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('bill')
    .select(['id', 'customer_id', 'kind', 'bill_date'])
    .where('customer_id', 'in', ids)
    .where('scope', '=', scope)
    .orderBy('bill_date', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const byPayer = new Map<string, Document[]>()
  for (const row of rows) {
    const own = byPayer.get(row.customer_id)
    if (own) own.push(row)
    else byPayer.set(row.customer_id, [row])
  }
  return byPayer
}

/** Of a payer's documents, the last first: what has no place beside one more bill. */
function goneOf(documents: readonly Document[], keep: OnDesk) {
  const bills = documents.filter(({ kind }) => kind === 'bill')
  const last = bills[keep.bills - 2]
  const before = last && bills.length >= keep.bills ? last.bill_date : ''
  return {
    customerId: documents[0]?.customer_id ?? '',
    before,
    bills: documents.filter(({ bill_date }) => bill_date < before).map(({ id }) => id),
    withoutUsage: bills.slice(Math.max(0, keep.usageBills - 1)).map(({ id }) => id),
  }
}

async function leaveWhole(batch: Batch, scope: string, bills: readonly string[]): Promise<void> {
  const { tx, leave } = batch
  await leave('bill', scope, bills)
  for (const table of ['bill_line', 'bill_tax', 'payment_allocation'] as const) {
    const rows = await tx.selectFrom(table).select('id').where('bill_id', 'in', bills).execute()
    await leave(
      table,
      scope,
      rows.map(({ id }) => id),
    )
  }
}

async function leavePayments({ tx, leave }: Batch, scope: string, customerId: string, before: string): Promise<void> {
  const rows = await tx
    .selectFrom('bill_payment')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('scope', '=', scope)
    .where('taken_on', '<', before)
    .execute()
  await leave(
    'bill_payment',
    scope,
    rows.map(({ id }) => id),
  )
}

async function dropUsage({ tx, drop }: Batch, scope: string, bills: readonly string[]): Promise<void> {
  if (bills.length === 0) return
  const rows = await tx.selectFrom('bill_usage').select('id').where('bill_id', 'in', bills).execute()
  await drop(
    'bill_usage',
    scope,
    rows.map(({ id }) => id),
  )
}
