import type { Desk } from '#main/workstation/desk.ts'
import { olderBillsSchema } from '#shared/domain/bill/core-contract.ts'
import type { CreditableLine } from '#shared/domain/bill/credit-parts.ts'
import type { BillLineRow, BillRow } from '#shared/domain/bill/rows.ts'
import type { DecidedBill } from '#shared/domain/dispute/grant.ts'
import { taxCategories } from '#shared/domain/billing/taxes.ts'
import { addDays, isDate } from '#shared/kernel/date.ts'

/** A bill somebody decides about: its lines, and what of each was given back until now. */
export interface BillOfMatter extends DecidedBill {
  readonly bill: BillRow
  readonly rows: readonly BillLineRow[]
}

/** Of this desk where it has it, else of the core; undefined while that cannot be asked, or where there is none. */
export async function billOfMatter(desk: Desk, billId: string): Promise<BillOfMatter | undefined> {
  const row = desk.view.get('bill', billId)?.row
  return row ? hereOf(desk, row) : older(desk, billId)
}

/** The same of what is on this desk only. */
export function billHere(desk: Pick<Desk, 'view'>, billId: string): BillOfMatter | undefined {
  const row = desk.view.get('bill', billId)?.row
  return row && hereOf(desk, row)
}

function hereOf({ view }: Pick<Desk, 'view'>, bill: BillRow): BillOfMatter {
  const notes = view
    .where('bill', 'customer_id', bill.customer_id)
    .filter(({ row }) => row.kind === 'creditNote' && row.about_id === bill.id)
  const given = notes.flatMap(({ row }) => view.where('bill_line', 'bill_id', row.id).map((one) => one.row))
  return together(
    bill,
    view.where('bill_line', 'bill_id', bill.id).map(({ row }) => row),
    given,
  )
}

async function older(desk: Desk, billId: string): Promise<BillOfMatter | undefined> {
  // an id says payer and day (docs/adr/0045)
  const [customerId = '', date = ''] = billId.split(':')
  if (!desk.isOnline() || !isDate(date)) return undefined
  const asked = await desk.fetchBilling(`older/${customerId}?before=${addDays(date, 1)}`, olderBillsSchema)
  if (!asked.ok) return undefined
  const { bills, lines } = asked.value
  const bill = bills.find(({ id }) => id === billId)
  const linesOf = (id: string) => lines.filter((line) => line.bill_id === id)
  const here = desk.view.where('bill', 'customer_id', customerId).map(({ row }) => row)
  const notes = [...bills, ...here].filter(({ kind, about_id: about }) => kind === 'creditNote' && about === billId)
  const given = notes.flatMap(({ id }) => [
    ...linesOf(id),
    ...desk.view.where('bill_line', 'bill_id', id).map(({ row }) => row),
  ])
  return bill && together(bill, linesOf(billId), [...new Map(given.map((line) => [line.id, line])).values()])
}

/** A credit note's line stands at the place of the line it gives back. */
function together(bill: BillRow, rows: readonly BillLineRow[], given: readonly BillLineRow[]): BillOfMatter {
  const credited = new Map<number, number>()
  for (const { position, amount_minor: amount } of given) credited.set(position, (credited.get(position) ?? 0) + amount)
  const sorted = rows.toSorted((a, b) => a.position - b.position)
  const lines = sorted.map(
    (row): CreditableLine => ({
      lineId: row.id,
      amountMinor: row.amount_minor,
      creditedMinor: credited.get(row.position) ?? 0,
      tax: {
        category: taxCategories.find((one) => one === row.tax_category) ?? 'S',
        basisPoints: row.tax_basis_points,
      },
    }),
  )
  return { bill, rows: sorted, lines, isTaxIncluded: bill.tax_included === 1 }
}
