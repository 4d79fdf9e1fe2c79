import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { taxAt } from '#shared/domain/billing/taxes.ts'
import { withoutTax } from '#shared/domain/billing/tax-sums.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import { among } from '#core/db/among.ts'
import type { Charge } from '#core/db/billing-schema.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import type { Batch } from '#core/db/write-batch.ts'
import { inBatch } from '#core/db/write-batch.ts'
import { nextBillMark } from './line-changes.ts'
import { readTaxRates } from './read-facts.ts'
import { customersPerCommit } from './run-bills.ts'

/** Another payment that settled the same contract: on the next bill, or before. */
const isPaidTwice = sql<boolean>`exists (select 1 from payment as other where other.agreement_id = payment.agreement_id
  and other.id <> payment.id and (other.method = 'nextBill' or (other.method <> 'refund' and
    (other.taken_at < payment.taken_at or (other.taken_at = payment.taken_at and other.id < payment.id)))))`

/**
 * What was due at the counter and put on the next bill becomes a charge of it, once the line is charged for at all; what two
 * desks took twice for one contract comes off it. It was said with tax; a company's bill takes it without. At most 200
 * payments, each of one customer, share a commit: broken off or done twice it leaves the same rows.
 */
export async function chargeNextBill(
  store: Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>,
  zone: string,
): Promise<void> {
  for (let after = ''; ; ) {
    const from = after
    const last = await inBatch(store, (batch) => chargeSome(batch, from, zone))
    // SQLite answers at once: without a turn of the loop nothing else runs
    await setImmediate()
    if (last === undefined) return
    after = last
  }
}

/** The charges of the next payments; gives the last of them, undefined where there is none. */
async function chargeSome({ tx, put }: Batch, after: string, zone: string): Promise<string | undefined> {
  const payments = await deferredIn(tx)
    .select('payment.id')
    .distinct()
    .where('payment.id', '>', after)
    .orderBy('payment.id')
    .limit(customersPerCommit)
    .execute()
  const ids = payments.map(({ id }) => id)
  if (ids.length === 0) return undefined
  const deferred = await deferredIn(tx)
    .selectAll('charge')
    .select(['payment.id as payment_id', 'payment.method', 'payment.taken_at', 'agreement.reference'])
    .select(sql<number>`payment.amount_minor - payment.top_up_minor`.as('due_minor'))
    .select('billing_account.tax_included')
    .where('payment.id', 'in', among(tx, ids))
    .orderBy('payment.id')
    .orderBy('charge.id')
    .execute()
  const taxRates = await readTaxRates(tx)
  const charges = new Map<string, Charge>()
  for (const { payment_id, method, due_minor, taken_at, reference, tax_included, ...charge } of deferred) {
    const on = dateInZone(taken_at, zone)
    const tax = taxAt(taxRates, 'standard', on)
    if (!tax.ok) throw new Error(tax.error.code)
    const id = `${payment_id}${nextBillMark}`
    if (charges.has(id)) continue
    const isTwice = method !== 'nextBill'
    const dueMinor = Number(due_minor)
    const priceMinor = tax_included === 1 ? dueMinor : withoutTax(dueMinor, tax.value.basisPoints)
    charges.set(id, {
      ...charge,
      id,
      kind: 'oneTime',
      name: JSON.stringify(isTwice ? { paidTwice: reference } : { nextBill: reference }),
      price_minor: isTwice ? -priceMinor : priceMinor,
      active_from: on,
      active_until: null,
      paused_minor: null,
      billed_on: null,
    })
  }
  put({ table: 'charge', rows: [...charges.values()], onConflict: 'ignore' })
  return ids.at(-1)
}

/** Payments that are to be a charge and are none yet, with the charges of the lines they were for. */
function deferredIn(tx: Batch['tx']) {
  return tx
    .selectFrom('payment')
    .innerJoin('agreement', 'agreement.id', 'payment.agreement_id')
    .innerJoin('product_order', 'product_order.agreement_id', 'agreement.id')
    .innerJoin('product', 'product.order_id', 'product_order.id')
    .innerJoin('charge', 'charge.product_id', 'product.id')
    .innerJoin('billing_account', 'billing_account.id', 'charge.account_id')
    .where(({ eb, or, and }) =>
      or([eb('payment.method', '=', 'nextBill'), and([eb('payment.method', 'in', ['cash', 'terminal']), isPaidTwice])]),
    )
    .where('agreement.state', '<>', 'withdrawn')
    .where('payment.amount_minor', '>', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('charge as known')
            .select('known.id')
            .where(sql<boolean>`known.id = payment.id || ${nextBillMark}`),
        ),
      ),
    )
}
