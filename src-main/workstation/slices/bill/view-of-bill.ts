import type { Desk } from '#main/workstation/desk.ts'
import { nameOf } from '#main/workstation/sale/name-of.ts'
import type { BillView } from '#shared/domain/bill/contract.ts'
import { explainDifference } from '#shared/domain/bill/explain-difference.ts'
import { groupLines } from '#shared/domain/bill/group-lines.ts'
import type { BillLineRow, BillRow, BillTaxRow } from '#shared/domain/bill/rows.ts'

/** A bill with all that is on it, wherever it came from. */
export interface WholeBill {
  readonly bill: BillRow
  readonly lines: readonly BillLineRow[]
  readonly taxes: readonly BillTaxRow[]
  /** What payments, and credit from before, settled of it. */
  readonly paidMinor: number
  /** The bill it is about, where that is not on this desk either. */
  readonly about?: BillRow | undefined
}

/** A bill beside another one, as its page shows it. `isFirst`: nothing was ever billed before. */
export function viewOfBill(
  desk: Pick<Desk, 'view'>,
  { bill, lines, taxes, paidMinor, about }: WholeBill,
  beside: { readonly other: WholeBill | undefined; readonly isLast: boolean; readonly isFirst: boolean },
): BillView {
  const { other, isLast, isFirst } = beside
  const users = groupLines(lines, other?.lines ?? [])
  const products = new Set(lines.flatMap(({ product_id: product }) => product ?? []))
  const explained = explainDifference(
    { payableMinor: bill.payable_minor, lines },
    other && { payableMinor: other.bill.payable_minor, lines: other.lines },
  )
  return {
    bill,
    other: other?.bill ?? null,
    isLast,
    isFirst,
    about: {
      takesBack: bill.kind === 'creditNote' ? (about?.number ?? numberOf(desk, bill.about_id)) : null,
      creditedBy: numberOf(desk, bill.credited_by),
    },
    explanation: { differenceMinor: explained.differenceMinor, parts: [...explained.parts] },
    users: users.map(({ groups, ...user }) => ({
      ...user,
      name: nameOf(desk, user.userId),
      groups: groups.map((group) => ({ ...group, lines: [...group.lines] })),
    })),
    taxes: [...taxes],
    paidMinor,
    numbers: Object.fromEntries(
      [...products].flatMap((id) => {
        const msisdn = desk.view.get('product', id)?.row.msisdn
        return msisdn ? [[id, msisdn]] : []
      }),
    ),
  }
}

/** A bill this desk holds, with its lines in their turn. */
export function wholeBill(desk: Pick<Desk, 'view'>, bill: BillRow): WholeBill {
  return {
    bill,
    lines: desk.view
      .where('bill_line', 'bill_id', bill.id)
      .map(({ row }) => row)
      .toSorted((a, b) => a.position - b.position),
    taxes: desk.view.where('bill_tax', 'bill_id', bill.id).map(({ row }) => row),
    paidMinor: paidOf(desk.view.where('payment_allocation', 'bill_id', bill.id).map(({ row }) => row)),
  }
}

/** What was settled of a bill by money; a credit note that closed a part of it is none. */
export function paidOf(allocations: readonly { readonly amount_minor: number }[]): number {
  return allocations.reduce((sum, { amount_minor: amount }) => sum + amount, 0)
}

/** The bill that was the last one when this one was made; what was taken back in the meantime is none. */
export function billBefore(all: readonly BillRow[], { bill_date: date, id }: BillRow): BillRow | undefined {
  return all.find(
    (each) => each.kind === 'bill' && each.credited_by === null && each.id !== id && each.bill_date < date,
  )
}

/** A payer's documents this desk holds, newest first; of one day, the later in its series first. */
export function billsOf(desk: Pick<Desk, 'view'>, customerId: string): readonly BillRow[] {
  return desk.view
    .where('bill', 'customer_id', customerId)
    .map(({ row }) => row)
    .toSorted(newestFirst)
}

export function newestFirst(a: BillRow, b: BillRow): number {
  if (a.bill_date === b.bill_date) return placeInSeries(b) - placeInSeries(a)
  return a.bill_date < b.bill_date ? 1 : -1
}

/** Where a document stands in its payer's series, `100001-0007` (docs/adr/0045). */
export function placeInSeries({ number }: Pick<BillRow, 'number'>): number {
  return Number(number.split('-').at(-1) ?? 1) || 1
}

/** The number of a document this desk holds; null for none. */
export function numberOf(desk: Pick<Desk, 'view'>, billId: string | null): string | null {
  return billId === null ? null : (desk.view.get('bill', billId)?.row.number ?? '')
}
