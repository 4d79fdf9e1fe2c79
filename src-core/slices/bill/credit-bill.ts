import { waitingAdjustments } from '#shared/domain/adjustment/states.ts'
import { openDisputes } from '#shared/domain/dispute/states.ts'
import { creditRest } from '#shared/domain/bill/credit-parts.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { among } from '#core/db/among.ts'
import type { Unit } from '#core/sync/handler.ts'
import type { CreditRefusal } from './credit-lines.ts'
import type { CreditNote } from './write-credit-note.ts'
import { noteOnRecord, readCreditable, writeCreditNote } from './write-credit-note.ts'

const rowsAtOnce = 500

export type CreditBillRefusal = CreditRefusal | 'DISPUTE_OPEN'

/**
 * Takes a bill back by a credit note of all its lines, less what earlier credit notes gave back of them; the bill itself
 * stays as it is. What was still open is closed, what was paid is the customer's credit. Its days, its usage and what is paid
 * once count as not billed from now on: the next bill, or `rebill`, takes them up again, at their whole price. The same id again
 * gives the same note. Refused for what is no bill (BILL_UNKNOWN), where nothing of it is left (BILL_CREDITED), and while a
 * dispute of it is open or a credit asked for (DISPUTE_OPEN): what is held out of collections would be due once more.
 */
export async function creditBill(
  unit: Unit,
  { id, billId, on }: { readonly id: string; readonly billId: string; readonly on: IsoDate },
): Promise<Result<CreditNote, Refusal<CreditBillRefusal>>> {
  const found = await readCreditable(unit, billId)
  // asked once the bill is locked: the same credit may be on its way twice at once
  const known = await noteOnRecord(unit, id)
  if (known) return ok(known)
  if (!found) return refuse('BILL_UNKNOWN')
  const { bill, lines } = found
  if (bill.credited_by !== null) return refuse('BILL_CREDITED', { by: bill.credited_by })
  const open = await openMatter(unit, billId)
  if (open !== undefined) return refuse('DISPUTE_OPEN', { reference: open })
  const sums = creditRest(lines, bill.tax_included === 1)
  const note = await writeCreditNote(unit, found, sums, { id, on, reason: 'correction' })
  await takeBackUsage(unit, bill, id, on)
  await takeBackOnce(unit, billId)
  return ok(note)
}

/** The reference of what somebody has to decide about a bill; undefined for nothing. The payer's account is locked. */
async function openMatter({ tx }: Unit, billId: string): Promise<string | undefined> {
  const dispute = tx
    .selectFrom('dispute')
    .select('reference')
    .where('bill_id', '=', billId)
    .where('state', 'in', [...openDisputes])
  const credit = tx
    .selectFrom('adjustment')
    .select('reference')
    .where('bill_id', '=', billId)
    .where('state', 'in', [...waitingAdjustments])
  return ((await dispute.executeTakeFirst()) ?? (await credit.executeTakeFirst()))?.reference
}

/**
 * The last price of each of the bill's records is taken back by its opposite, which stands on the note's line. What a
 * re-rating put on another bill since is given back by the next one; what no bill holds yet is none any more.
 */
async function takeBackUsage(unit: Unit, bill: BillRow, noteId: string, on: IsoDate): Promise<void> {
  const { tx } = unit
  const placed = await tx
    .selectFrom('rated_usage')
    .innerJoin('bill_line', 'bill_line.id', 'rated_usage.bill_line_id')
    .select(['rated_usage.usage_id', 'bill_line.position'])
    .where('bill_line.bill_id', '=', bill.id)
    .execute()
  const places = new Map(placed.map(({ usage_id, position }) => [usage_id, position]))
  const rated = await tx
    .selectFrom('rated_usage')
    .selectAll()
    .where('usage_id', 'in', among(tx, [...places.keys()]))
    .orderBy('rating')
    .execute()
  // what a bill holds was rated an odd number of times; its opposite comes next
  const last = new Map(rated.map((row) => [row.usage_id, row]))
  const opposites = [...last.values()].map((row) => ({
    ...row,
    rating: row.rating + 1,
    bill_line_id: `${noteId}/${places.get(row.usage_id)}`,
    charged: -row.charged,
    free: -row.free,
    amount_micro: -row.amount_micro,
  }))
  for (let from = 0; from < opposites.length; from += rowsAtOnce)
    await tx
      .insertInto('rated_usage')
      .values(opposites.slice(from, from + rowsAtOnce))
      .execute()
  const own = await tx.selectFrom('charge').selectAll().where('account_id', '=', bill.customer_id).execute()
  const charges = own.filter((charge) => charge.id.startsWith(`${bill.id}:rerated:`))
  for (const { id, billed_on } of charges)
    if (billed_on === null) await tx.deleteFrom('charge').where('id', '=', id).execute()
  for (const [productId, booked] of Map.groupBy(
    charges.filter(({ billed_on }) => billed_on !== null),
    ({ product_id }) => product_id,
  )) {
    const [first] = booked
    const price = booked.reduce((sum, { price_minor }) => sum - price_minor, 0)
    if (!first || price === 0) continue
    const back = { id: `${bill.id}:rerated:back:${productId}`, price_minor: price, active_from: on, billed_on: null }
    await tx
      .insertInto('charge')
      .values({ ...first, ...back })
      .execute()
  }
}

/** What was paid once, and stood on the bill, is on none now. */
async function takeBackOnce({ tx }: Unit, billId: string): Promise<void> {
  await tx
    .updateTable('charge')
    .set({ billed_on: null })
    .where('id', 'in', (lines) =>
      lines
        .selectFrom('bill_line')
        .select((line) => line.ref('charge_id').$notNull().as('id'))
        .where('bill_id', '=', billId)
        .where('kind', '=', 'oneTime')
        .where('charge_id', 'is not', null),
    )
    .execute()
}
