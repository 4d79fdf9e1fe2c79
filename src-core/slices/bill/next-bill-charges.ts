import { sql } from 'kysely'
import { taxAt } from '#shared/domain/billing/taxes.ts'
import { withoutTax } from '#shared/domain/billing/tax-sums.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import type { Charge } from '#core/db/billing-schema.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { inBatch } from '#core/db/write-batch.ts'
import { readTaxRates } from './read-facts.ts'

/**
 * What was due at the counter and put on the next bill becomes a charge of it, once the line is charged for at all. It was
 * said with tax; a company's bill takes it without. Done twice it leaves the same rows.
 */
export async function chargeNextBill(
  store: Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>,
  zone: string,
): Promise<void> {
  await inBatch(store, async ({ tx, put }) => {
    const taxRates = await readTaxRates(tx)
    const deferred = await tx
      .selectFrom('payment')
      .innerJoin('agreement', 'agreement.id', 'payment.agreement_id')
      .innerJoin('product_order', 'product_order.agreement_id', 'agreement.id')
      .innerJoin('product', 'product.order_id', 'product_order.id')
      .innerJoin('charge', 'charge.product_id', 'product.id')
      .innerJoin('billing_account', 'billing_account.id', 'charge.account_id')
      .selectAll('charge')
      .select(['payment.id as payment_id', 'payment.amount_minor', 'payment.taken_at', 'agreement.reference'])
      .select('billing_account.tax_included')
      .where('payment.method', '=', 'nextBill')
      .where('agreement.state', '<>', 'withdrawn')
      .where('payment.amount_minor', '>', 0)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('charge as known').select('known.id').where(sql<boolean>`known.id = payment.id || ':next'`),
          ),
        ),
      )
      .orderBy('payment.id')
      .orderBy('charge.id')
      .execute()
    const charges = new Map<string, Charge>()
    for (const { payment_id, amount_minor, taken_at, reference, tax_included, ...charge } of deferred) {
      const on = dateInZone(taken_at, zone)
      const tax = taxAt(taxRates, 'standard', on)
      if (!tax.ok) throw new Error(tax.error.code)
      const id = `${payment_id}:next`
      if (charges.has(id)) continue
      charges.set(id, {
        ...charge,
        id,
        kind: 'oneTime',
        name: JSON.stringify({ nextBill: reference }),
        price_minor: tax_included === 1 ? amount_minor : withoutTax(amount_minor, tax.value.basisPoints),
        active_from: on,
        active_until: null,
        paused_minor: null,
        billed_on: null,
      })
    }
    put({ table: 'charge', rows: [...charges.values()], onConflict: 'ignore' })
  })
}
