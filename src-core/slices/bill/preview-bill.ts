import type { ComposedBill } from '#shared/domain/bill/compose-bill.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import type { BillingRules } from './billing-rules.ts'
import { readFacts } from './read-facts.ts'
import { composed } from './run-bills.ts'

/** The next bill of a payer by all that is known now, from the very functions that will make it; undefined for no payer. */
export async function previewBill(
  { db }: Pick<CoreStore, 'db'>,
  rules: BillingRules,
  customerId: string,
): Promise<ComposedBill | undefined> {
  return db.transaction().execute(async (tx) => {
    const account = await tx.selectFrom('billing_account').selectAll().where('id', '=', customerId).executeTakeFirst()
    if (!account) return undefined
    const [facts] = await readFacts(tx, [account], rules)
    return facts && composed(facts)
  })
}
