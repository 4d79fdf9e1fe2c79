import type { Transaction } from 'kysely'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import type { UsageLine } from '#shared/domain/rating/usage-record.ts'
import { among } from '#core/db/among.ts'
import type { CoreDatabase } from '#core/db/schema.ts'
import { cycleOf } from '../bill/read-facts.ts'

/** A line that had a number, and its payer's next bill; null while the payer has none. */
export interface ServedLine {
  readonly productId: string
  readonly since: number | null
  readonly nextBillOn: string | null
  readonly cycle: Cycle | null
}

/** The lines of the numbers in some records, the older first: a number may have served several, one after the other. */
export async function servedLines(
  tx: Transaction<CoreDatabase>,
  records: readonly Pick<UsageLine, 'msisdn'>[],
): Promise<ReadonlyMap<string, readonly ServedLine[]>> {
  const numbers = [...new Set(records.map(({ msisdn }) => msisdn))]
  if (numbers.length === 0) return new Map()
  const products = await tx
    .selectFrom('product')
    .select(['id', 'msisdn', 'since'])
    .where('msisdn', 'in', among(tx, numbers))
    .orderBy('since')
    .execute()
  const payers = new Map<string, { readonly nextBillOn: string; readonly cycle: Cycle }>()
  if (products.length > 0) {
    const accounts = await tx
      .selectFrom('charge')
      .innerJoin('billing_account', 'billing_account.id', 'charge.account_id')
      .selectAll('billing_account')
      .select('charge.product_id')
      .where(
        'charge.product_id',
        'in',
        among(
          tx,
          products.map(({ id }) => id),
        ),
      )
      .execute()
    for (const account of accounts)
      payers.set(account.product_id, { nextBillOn: account.next_bill_on, cycle: cycleOf(account) })
  }
  const lines = new Map<string, ServedLine[]>()
  for (const { id, msisdn, since } of products) {
    const { nextBillOn = null, cycle = null } = payers.get(id) ?? {}
    const line = { productId: id, since, nextBillOn, cycle }
    const known = lines.get(msisdn ?? '')
    if (known) known.push(line)
    else lines.set(msisdn ?? '', [line])
  }
  return lines
}
