import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import type { KeptBill } from '#shared/domain/bill/contract.ts'
import type { OlderBills } from '#shared/domain/bill/core-contract.ts'
import { olderBillsSchema } from '#shared/domain/bill/core-contract.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import { addDays, isDate } from '#shared/kernel/date.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { WholeBill } from './view-of-bill.ts'
import { billBefore, billsOf, newestFirst, paidOf, placeInSeries, viewOfBill, wholeBill } from './view-of-bill.ts'

/**
 * A bill, what it is dearer or cheaper by than another one and why, and its lines by who uses what is paid. What this desk
 * does not keep any more comes from the core; NOT_FOUND where it cannot be asked, or has no such bill.
 */
export const bill = defineDeskHandler('bill.bill', async (desk, { billId, otherId, kept }) => {
  const found = await findBill(desk, billId, kept)
  if (!found) return refuse('NOT_FOUND')
  const { bill: row } = found
  const others = row.kind === 'creditNote' ? [] : await billsWith(desk, row)
  const before = billBefore(
    others.map((each) => each.bill),
    row,
  )
  const otherIs = otherId ?? before?.id
  const beside = others.find((each) => each.bill.id === otherIs)
  const other =
    row.kind === 'creditNote' || otherIs === undefined
      ? undefined
      : beside
        ? beside.whole()
        : await findBill(desk, otherIs)
  return ok(
    viewOfBill(desk, found, {
      other,
      isLast: other !== undefined && other.bill.id === before?.id,
      isFirst: placeInSeries(row) === 1,
    }),
  )
})

/** A bill that can be asked for its lines: of twelve only one is. */
interface Beside {
  readonly bill: BillRow
  readonly whole: () => WholeBill
}

/** The bills beside one: those of this desk, and the core's where the one before it left the desk. */
async function billsWith(desk: Desk, row: BillRow): Promise<readonly Beside[]> {
  const rows = billsOf(desk, row.customer_id)
  const here = rows.map((each) => ({ bill: each, whole: () => wholeBill(desk, each) }))
  const isHere = rows.some(({ id }) => id === row.id)
  if ((isHere && billBefore(rows, row)) || placeInSeries(row) === 1) return here
  const asked = await older(desk, row.customer_id, row.bill_date)
  return [...here, ...asked.map((whole) => ({ bill: whole.bill, whole: () => whole }))]
}

/** A document with all that is on it: this desk's, else the core's; undefined where neither can say. */
export async function findBill(desk: Desk, billId: string, kept?: KeptBill): Promise<WholeBill | undefined> {
  const row = desk.view.get('bill', billId)?.row
  if (row) return wholeBill(desk, row)
  // the id of a bill, though not of every credit note, says payer and day (docs/adr/0045)
  const [customerId = '', date = ''] = billId.split(':')
  const place = kept ?? { customerId, billDate: date }
  if (!isDate(place.billDate)) return undefined
  const asked = await older(desk, place.customerId, addDays(place.billDate, 1))
  const found = asked.find((each) => each.bill.id === billId)
  return found && { ...found, about: asked.find((each) => each.bill.id === found.bill.about_id)?.bill }
}

async function older(desk: Desk, customerId: string, before: string): Promise<readonly WholeBill[]> {
  if (!desk.isOnline()) return []
  const asked = await desk.fetchBilling(`older/${customerId}?before=${before}`, olderBillsSchema)
  return asked.ok ? wholesOf(asked.value) : []
}

function wholesOf({ bills, lines, taxes, allocations }: OlderBills): readonly WholeBill[] {
  return bills.toSorted(newestFirst).map((each) => ({
    bill: each,
    lines: lines.filter(({ bill_id: id }) => id === each.id).toSorted((a, b) => a.position - b.position),
    taxes: taxes.filter(({ bill_id: id }) => id === each.id),
    paidMinor: paidOf(allocations.filter(({ bill_id: id }) => id === each.id)),
  }))
}
