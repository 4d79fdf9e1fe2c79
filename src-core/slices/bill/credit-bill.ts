import type { BillLineRow, BillRow, BillTaxRow } from '#shared/domain/bill/rows.ts'
import { billMachine } from '#shared/domain/bill/states.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Unit } from '#core/sync/handler.ts'
import { mustMove } from '../kit/move.ts'
import { documentNumber, glRows } from './bill-rows.ts'
import { keepAccount } from './keep-account.ts'

export type CreditRefusal = 'BILL_UNKNOWN' | 'BILL_CREDITED'

/**
 * Takes a whole bill back by a credit note of the same lines and totals; the bill itself stays as it is. What was still
 * open is closed, what was paid is the customer's credit. Its days and its usage count as not billed from now on: the next
 * bill, or a rebill, takes them up again. Refused for what is no bill, or taken back already.
 */
export async function creditBill(
  unit: Unit,
  billId: string,
  on: IsoDate,
): Promise<Result<BillRow, Refusal<CreditRefusal>>> {
  const bill = await unit.get('bill', billId)
  if (!bill || bill.kind !== 'bill') return refuse('BILL_UNKNOWN')
  if (bill.credited_by !== null) return refuse('BILL_CREDITED', { by: bill.credited_by })
  const id = `${billId}:note`
  const { tx } = unit
  const account = await tx
    .updateTable('billing_account')
    .set((raise) => ({ bills: raise('bills', '+', 1) }))
    .where('id', '=', bill.customer_id)
    .returning(['number', 'bills', 'scope'])
    .executeTakeFirstOrThrow()
  const note: BillRow = {
    ...bill,
    id,
    // the bill may have left the desks long ago
    scope: account.scope,
    kind: 'creditNote',
    number: documentNumber(account, account.bills),
    state: 'settled',
    bill_date: on,
    due_date: on,
    open_minor: 0,
    about_id: billId,
  }
  await unit.insert('bill', withoutVersion(note))
  await copyLines(unit, bill, { id, scope: account.scope })
  await reverseRatings(unit, billId, id)
  const facts = { openMinor: 0, isTouched: true }
  const state = bill.state === 'settled' ? bill.state : mustMove(billMachine, bill.state, 'settle', facts)
  await unit.patch('bill', billId, { open_minor: 0, state, credited_by: id })
  const paidMinor = bill.payable_minor - bill.open_minor
  const { net_minor: netMinor, tax_minor: taxMinor, rounding_minor: roundingMinor } = bill
  const rows = glRows(bill, id, on, { kind: 'creditNote', netMinor, taxMinor, roundingMinor, paidMinor })
  await tx
    .insertInto('gl_entry')
    .values([...rows])
    .execute()
  await keepAccount(unit, bill.customer_id)
  return ok(note)
}

function withoutVersion<T extends { readonly version: number }>(row: T): Omit<T, 'version'> {
  const { version: _, ...rest } = row
  return rest
}

async function copyLines(unit: Unit, bill: BillRow, note: Pick<BillRow, 'id' | 'scope'>): Promise<void> {
  const lines: readonly BillLineRow[] = await unit.tx
    .selectFrom('bill_line')
    .selectAll()
    .where('bill_id', '=', bill.id)
    .orderBy('position')
    .execute()
  const taxes: readonly BillTaxRow[] = await unit.tx
    .selectFrom('bill_tax')
    .selectAll()
    .where('bill_id', '=', bill.id)
    .execute()
  const of = { bill_id: note.id, scope: note.scope }
  for (const line of lines)
    await unit.insert('bill_line', { ...mirrored(line), ...of, id: `${note.id}/${line.position}` })
  for (const tax of taxes)
    await unit.insert('bill_tax', {
      ...mirrored(tax),
      ...of,
      id: `${note.id}/${tax.category}${tax.basis_points}`,
    })
}

/** A stored row without what the feed writes beside it. */
function mirrored<T extends { readonly version: number }>(row: T): Omit<T, 'version'> {
  const {
    change_seq: _,
    row_hash: __,
    ...cells
  } = withoutVersion(row) as Omit<T, 'version'> & {
    // selectAll brings the feed's two columns along, which the row's type does not name
    readonly change_seq?: number
    readonly row_hash?: number
  }
  return cells as unknown as Omit<T, 'version'>
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
