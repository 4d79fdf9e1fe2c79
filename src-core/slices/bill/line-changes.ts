import type { IsoDate } from '#shared/kernel/date.ts'
import type { Unit } from '#core/sync/handler.ts'

/** Ends the id of a charge that a payment at the counter is, with the payment's before it. */
export const nextBillMark = ':next'

type Writing = Pick<Unit, 'tx'>

/**
 * A line ended: its charges are owed up to that day, not on it. What bills hold beyond is given back by the next one, which
 * needs nothing else (docs/adr/0045).
 */
export async function endCharges({ tx }: Writing, productId: string, on: IsoDate): Promise<void> {
  await tx
    .updateTable('charge')
    .set({ active_until: on })
    .where('product_id', '=', productId)
    .where('kind', '<>', 'oneTime')
    .where(({ or, eb }) => or([eb('active_until', 'is', null), eb('active_until', '>', on)]))
    .execute()
}

/**
 * A contract was withdrawn: as if its line had never begun. What was put on the next bill and is on none yet stays off it;
 * what a bill holds of it is given back by the next one. What usage came to stays.
 */
export async function undoCharges({ tx }: Writing, productId: string): Promise<void> {
  await tx
    .updateTable('charge')
    .set(({ ref }) => ({ active_until: ref('active_from') }))
    .where('product_id', '=', productId)
    .where('kind', '<>', 'oneTime')
    .execute()
  const once = await tx
    .selectFrom('charge')
    .selectAll()
    .where('product_id', '=', productId)
    .where('kind', '=', 'oneTime')
    .orderBy('id')
    .execute()
  for (const charge of once) {
    // what was priced anew, charged or taken back by a decision is not the contract's
    if (!charge.id.endsWith(nextBillMark)) continue
    if (charge.billed_on === null) {
      await tx.deleteFrom('charge').where('id', '=', charge.id).execute()
      continue
    }
    const heldMinor = await heldByBills(tx, charge)
    if (heldMinor === 0) continue
    await tx
      .insertInto('charge')
      .values({ ...charge, id: `${charge.id}${undone}`, price_minor: -heldMinor, billed_on: null })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
}

/** Ends the id of the opposite of a charge. */
const undone = ':undone'

/** What bills hold of a charge, less what credit notes gave back of it, minor units. */
async function heldByBills(
  tx: Writing['tx'],
  { id, account_id }: { readonly id: string; readonly account_id: string },
): Promise<number> {
  const lines = await tx
    .selectFrom('bill')
    .innerJoin('bill_line', 'bill_line.bill_id', 'bill.id')
    .select(['bill.kind', 'bill_line.amount_minor'])
    .where('bill.customer_id', '=', account_id)
    .where('bill_line.charge_id', '=', id)
    .execute()
  return lines.reduce((sum, { kind, amount_minor }) => sum + (kind === 'bill' ? amount_minor : -amount_minor), 0)
}

/** A line was suspended: from that day on its charges are owed at their price while suspended. Twice is once. */
export async function pauseCharges(unit: Writing, productId: string, from: IsoDate): Promise<void> {
  const { tx } = unit
  const charge = await tx
    .selectFrom('charge')
    .select('account_id')
    .where('product_id', '=', productId)
    .executeTakeFirst()
  if (!charge || (await openPause(unit, productId))) return
  await tx
    .insertInto('charge_pause')
    .values({
      id: `${productId}:${from}`,
      account_id: charge.account_id,
      product_id: productId,
      from_date: from,
      to_date: null,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ to_date: null }))
    .execute()
}

/** A suspended line goes on from that day. */
export async function resumeCharges(unit: Writing, productId: string, on: IsoDate): Promise<void> {
  const pause = await openPause(unit, productId)
  if (pause) await unit.tx.updateTable('charge_pause').set({ to_date: on }).where('id', '=', pause.id).execute()
}

async function openPause({ tx }: Writing, productId: string): Promise<{ readonly id: string } | undefined> {
  return tx
    .selectFrom('charge_pause')
    .select('id')
    .where('product_id', '=', productId)
    .where('to_date', 'is', null)
    .executeTakeFirst()
}
