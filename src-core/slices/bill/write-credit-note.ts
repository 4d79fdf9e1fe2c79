import { sql } from 'kysely'
import type { CreditableLine, CreditSums } from '#shared/domain/bill/credit-parts.ts'
import { leftToCredit } from '#shared/domain/bill/credit-parts.ts'
import type { BillLineRow, BillRow, CreditReason } from '#shared/domain/bill/rows.ts'
import { billLineTable } from '#shared/domain/bill/rows.ts'
import { billMachine } from '#shared/domain/bill/states.ts'
import { accounts } from '#shared/domain/billing/ledger.ts'
import type { Tax } from '#shared/domain/billing/taxes.ts'
import { taxCategories } from '#shared/domain/billing/taxes.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { keptScope } from '#core/db/write-batch.ts'
import type { Unit } from '#core/sync/handler.ts'
import { mustMove } from '../kit/move.ts'
import { documentNumber, glRows } from './bill-rows.ts'
import { keepAccount, lockAccount } from './keep-account.ts'

/** A credit note that was made: its row, what the bill's open sum got less by, and what became the customer's credit. */
export interface CreditNote {
  readonly note: Omit<BillRow, 'version'>
  readonly closedMinor: number
  readonly creditMinor: number
}

/** A bill with its lines and what credit notes gave back of each; locked for this transaction. */
export interface CreditableBill {
  readonly bill: BillRow
  readonly rows: readonly BillLineRow[]
  readonly lines: readonly CreditableLine[]
}

/** The credit note that has this id already; undefined for none. */
export async function noteOnRecord({ tx, get }: Unit, id: string): Promise<CreditNote | undefined> {
  const row = await get('bill', id)
  if (!row) return undefined
  if (row.kind !== 'creditNote') throw new Error('a credit note has the id of a bill')
  const { version: _, ...note } = row
  const entries = await tx
    .selectFrom('gl_entry')
    .select(['account', 'amount_minor'])
    .where('source_id', '=', id)
    .execute()
  const on = (account: string): number => {
    const entry = entries.find((one) => one.account === account)
    return entry ? -entry.amount_minor : 0
  }
  return { note, closedMinor: on(accounts.receivables), creditMinor: on(accounts.customerCredit) }
}

/**
 * Reads a bill with what is left of it, its payer's account locked first. Undefined for no bill.
 */
export async function readCreditable(unit: Unit, billId: string): Promise<CreditableBill | undefined> {
  const { tx } = unit
  const of = await tx.selectFrom('bill').select(['customer_id', 'kind']).where('id', '=', billId).executeTakeFirst()
  if (of?.kind !== 'bill') return undefined
  await lockAccount(unit, of.customer_id)
  const bill = await unit.get('bill', billId)
  if (!bill) throw new Error('a bill is gone')
  const columns = sql.join(billLineTable.columnNames.map((name) => sql.ref(name)))
  const { rows } = await sql<BillLineRow>`select ${columns} from bill_line where bill_id = ${billId}
    order by position`.execute(tx)
  const given = await tx
    .selectFrom('bill')
    .innerJoin('bill_line', 'bill_line.bill_id', 'bill.id')
    .select(({ fn }) => ['bill_line.position', fn.sum<number>('bill_line.amount_minor').as('sum')])
    .where('bill.customer_id', '=', of.customer_id)
    .where('bill.kind', '=', 'creditNote')
    .where('bill.about_id', '=', billId)
    .groupBy('bill_line.position')
    .execute()
  const credited = new Map(given.map(({ position, sum }) => [position, Number(sum)]))
  const lines = rows.map((row) => ({
    lineId: row.id,
    amountMinor: row.amount_minor,
    creditedMinor: credited.get(row.position) ?? 0,
    tax: taxOf(row),
  }))
  return { bill, rows, lines }
}

/** Whether a bill is a customer's, of a desk's market: on the desks, or kept in the core since it left them. */
export function isTheirs(bill: Pick<BillRow, 'customer_id' | 'scope'>, customerId: string, scope: string): boolean {
  return bill.customer_id === customerId && [scope, keptScope(scope)].includes(bill.scope)
}

/** Writes a credit note that fits its bill: rows, ledger, what the bill has open, and its state once that is nothing. */
export async function writeCreditNote(
  unit: Unit,
  { bill, rows, lines }: CreditableBill,
  { parts, totals }: CreditSums,
  { id, on, reason }: { readonly id: string; readonly on: IsoDate; readonly reason: CreditReason },
): Promise<CreditNote> {
  const { tx } = unit
  const account = await tx
    .updateTable('billing_account')
    .set((raise) => ({ bills: raise('bills', '+', 1) }))
    .where('id', '=', bill.customer_id)
    .returning(['number', 'bills', 'scope'])
    .executeTakeFirstOrThrow()
  const { version: _, ...copied } = bill
  const note: CreditNote['note'] = {
    ...copied,
    id,
    // the bill may have left the desks long ago
    scope: account.scope,
    kind: 'creditNote',
    number: documentNumber(account, account.bills),
    state: 'settled',
    bill_date: on,
    due_date: on,
    net_minor: totals.netMinor,
    tax_minor: totals.taxMinor,
    rounding_minor: totals.roundingMinor,
    payable_minor: totals.payableMinor,
    open_minor: 0,
    about_id: bill.id,
    credited_by: null,
    reason,
    lines: parts.length,
  }
  await unit.insert('bill', note)
  await writeLines(unit, note, rows, { parts, totals })
  const closedMinor = Math.max(0, Math.min(bill.open_minor, totals.payableMinor))
  const paidMinor = totals.payableMinor - closedMinor
  const { netMinor, taxMinor, roundingMinor } = totals
  const entries = glRows(bill, id, on, { kind: 'creditNote', netMinor, taxMinor, roundingMinor, paidMinor })
  if (entries.length > 0)
    await tx
      .insertInto('gl_entry')
      .values([...entries])
      .execute()
  const left = new Map(parts.map((part) => [part.lineId, part.amountMinor]))
  const after = lines.map((line) => ({ ...line, creditedMinor: line.creditedMinor + (left.get(line.lineId) ?? 0) }))
  const isAll = reason === 'correction' || leftToCredit(after, bill.tax_included === 1) === 0
  const openMinor = bill.open_minor - closedMinor
  const facts = { openMinor, isTouched: true }
  const isSettled = openMinor > 0 || bill.state === 'settled'
  await unit.patch('bill', bill.id, {
    open_minor: openMinor,
    state: isSettled ? bill.state : mustMove(billMachine, bill.state, 'settle', facts),
    credited_by: isAll ? id : null,
  })
  await keepAccount(unit, bill.customer_id, on)
  return { note, closedMinor, creditMinor: paidMinor }
}

/** Lines of the note, each at the place of the one it gives back, and its taxes. */
async function writeLines(
  unit: Unit,
  { id, scope }: Pick<BillRow, 'id' | 'scope'>,
  rows: readonly BillLineRow[],
  { parts, totals }: CreditSums,
): Promise<void> {
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const [index, { lineId, amountMinor }] of parts.entries()) {
    const row = byId.get(lineId)
    if (!row) throw new Error('a credit of a line that is not on the bill')
    const { version: _, ...line } = row
    await unit.insert('bill_line', {
      ...line,
      ...(amountMinor === row.amount_minor ? {} : partOf(row)),
      id: `${id}/${row.position}`,
      scope,
      bill_id: id,
      amount_minor: amountMinor,
      net_minor: totals.lineNets[index] ?? 0,
    })
  }
  for (const { category, basisPoints, taxableMinor, taxMinor } of totals.taxes)
    await unit.insert('bill_tax', {
      ...{ id: `${id}/${category}${basisPoints}`, scope, bill_id: id, category, basis_points: basisPoints },
      ...{ taxable_minor: taxableMinor, tax_minor: taxMinor },
    })
}

/** A part of a line is no longer so many days or so many minutes of it. */
function partOf({ amount_minor }: BillLineRow) {
  return { price_minor: amount_minor, days: 0, of_days: 0, quantity: 1, free: 0, unit: 'part', records: 0, rate: '' }
}

function taxOf({ tax_category, tax_basis_points }: BillLineRow): Tax {
  const category = taxCategories.find((one) => one === tax_category)
  if (!category) throw new Error(`no tax category ${tax_category}`)
  return { category, basisPoints: tax_basis_points }
}
