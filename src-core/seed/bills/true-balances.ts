import type { Stored } from '#core/db/schema.ts'
import type { Batch } from '#core/db/write-batch.ts'
import { inBatch } from '#core/db/write-batch.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'

/** Sets the balance of payers to what their bills have open, less what they have to the good. */
export async function trueBalances(
  store: Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await inBatch(store, async (batch) => {
    const due = await dueOf(batch, ids)
    const customers = await batch.tx.selectFrom('customer').selectAll().where('id', 'in', ids).execute()
    const rows = customers.flatMap((customer) => {
      const balance = due.get(customer.id)
      return balance === undefined || balance === customer.balance_minor ? [] : [withBalance(customer, balance)]
    })
    batch.put({ table: 'customer', rows, onConflict: ['balance_minor', 'change_seq', 'row_hash'] })
  })
}

/** Receivables and credit of the ledger: what is owed, below zero what is to the good. */
async function dueOf({ tx }: Batch, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const sums = await tx
    .selectFrom('gl_entry')
    .select(({ fn }) => ['customer_id', fn.sum<number>('amount_minor').as('sum')])
    .where('customer_id', 'in', ids)
    .where('account', 'in', ['1100', '2210'])
    .groupBy('customer_id')
    .execute()
  return new Map(sums.map(({ customer_id, sum }) => [customer_id, Number(sum)]))
}

function withBalance(customer: Stored<'customer'>, balanceMinor: number): object {
  // selectAll brings the hash along, which the row's type does not name; the batch makes both anew
  const { change_seq: _, row_hash: __, ...cells } = customer as Stored<'customer'> & { readonly row_hash?: number }
  return { ...cells, balance_minor: balanceMinor }
}
