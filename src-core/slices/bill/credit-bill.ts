import { creditRest } from '#shared/domain/bill/credit-parts.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Unit } from '#core/sync/handler.ts'
import type { CreditRefusal } from './credit-lines.ts'
import type { CreditNote } from './write-credit-note.ts'
import { noteOnRecord, readCreditable, writeCreditNote } from './write-credit-note.ts'

/**
 * Takes a bill back by a credit note of all its lines, less what earlier credit notes gave back of them; the bill itself
 * stays as it is. What was still open is closed, what was paid is the customer's credit. Its days and its usage count as not
 * billed from now on: the next bill, or `rebill`, takes them up again, at their whole price. The same id again gives the
 * same note. Refused for what is no bill (BILL_UNKNOWN), or where nothing of it is left (BILL_CREDITED).
 */
export async function creditBill(
  unit: Unit,
  { id, billId, on }: { readonly id: string; readonly billId: string; readonly on: IsoDate },
): Promise<Result<CreditNote, Refusal<CreditRefusal>>> {
  const known = await noteOnRecord(unit, id)
  if (known) return ok(known)
  const found = await readCreditable(unit, billId)
  if (!found) return refuse('BILL_UNKNOWN')
  const { bill, lines } = found
  if (bill.credited_by !== null) return refuse('BILL_CREDITED', { by: bill.credited_by })
  const sums = creditRest(lines, bill.tax_included === 1)
  const note = await writeCreditNote(unit, found, sums, { id, on, reason: 'correction' })
  await reverseRatings(unit, billId, id)
  return ok(note)
}

/** Each rating of the bill's records is taken back by its opposite, which stands on the note's line. */
async function reverseRatings({ tx }: Unit, billId: string, noteId: string): Promise<void> {
  const rows = await tx
    .selectFrom('rated_usage')
    .innerJoin('bill_line', 'bill_line.id', 'rated_usage.bill_line_id')
    .selectAll('rated_usage')
    .select('bill_line.position')
    .where('bill_line.bill_id', '=', billId)
    .execute()
  // what a bill holds was rated an odd number of times; its opposite comes next
  for (const { position, ...row } of rows)
    await tx
      .insertInto('rated_usage')
      .values({
        ...row,
        rating: row.rating + 1,
        bill_line_id: `${noteId}/${position}`,
        charged: -row.charged,
        free: -row.free,
        amount_micro: -row.amount_micro,
      })
      .execute()
}
