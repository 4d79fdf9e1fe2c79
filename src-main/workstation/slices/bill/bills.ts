import { defineDeskHandler } from '#main/workstation/desk.ts'
import { nameOf } from '#main/workstation/sale/name-of.ts'
import type { Desk } from '#main/workstation/desk.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import { periodOf } from '#shared/domain/billing/periods.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { heldOf } from '#main/workstation/sale/bill-matters.ts'
import { collectableAmount } from '#shared/domain/dispute/collectable.ts'
import { billsOf, placeInSeries } from './view-of-bill.ts'

/** The bills of a payer, newest first, with what is open. NOT_FOUND for a customer this desk does not know. */
export const bills = defineDeskHandler('bill.bills', (desk, { customerId }) => {
  if (!desk.view.get('customer', customerId)) return refuse('NOT_FOUND')
  const rows = billsOf(desk, customerId)
  const today = desk.businessDate()
  const open = rows.filter(({ open_minor: openMinor }) => openMinor > 0)
  const account = desk.view.get('bill_account', customerId)?.row
  const products = desk.view.where('product', 'customer_id', customerId).map(({ row }) => row)
  const held = heldOf(desk, rows, customerId)
  // a bill open for longer than a desk keeps bills counts too
  const openMinor = account?.open_minor ?? sum(open)
  const heldMinor = [...held.values()].reduce((all, one) => all + one, 0)
  return ok({
    bills: [...rows],
    earlier: Math.max(0, Math.min(...rows.map(placeInSeries), rows.length === 0 ? 1 : Number.POSITIVE_INFINITY) - 1),
    openMinor,
    held: Object.fromEntries(held),
    heldMinor,
    collectableMinor: collectableAmount(openMinor, [heldMinor]),
    creditMinor: account?.credit_minor ?? 0,
    overdueMinor: open.reduce(
      (all, { id, due_date: due, open_minor: left }) => all + (due < today ? left - (held.get(id) ?? 0) : 0),
      0,
    ),
    paidBy: payersOf(desk, customerId).map((id) => ({ customerId: id, name: nameOf(desk, id) })),
    nextBillOn:
      account?.next_bill_on ?? periodOf(today, { frequency: 'monthly', cycleDay: cycleDay(desk), anchorMonth: 1 }).end,
    hasBilledLine: products.some(({ offer_id: offer, state }) => isPostPaid(desk, offer) && state !== 'terminated'),
  })
})

/** Others who pay for lines of this customer: the payer of a line, and the company above that takes a branch's bills. */
function payersOf(desk: Desk, customerId: string): readonly string[] {
  const ofLines = desk.view.where('product', 'customer_id', customerId).flatMap(({ row }) => row.payer_id ?? [])
  const company = desk.view.get('company', customerId)?.row
  const above = company?.bills === 'parent' && company.parent_id !== null ? [company.parent_id] : []
  return [...new Set([...ofLines, ...above])].filter((id) => id !== customerId)
}

function isPostPaid(desk: Desk, offerId: string): boolean {
  return desk.view.get('offer', offerId)?.row.billing === 'postPaid'
}

function cycleDay(desk: Desk): number {
  const [list] = desk.view.sql<{ readonly cycle_day: number }>(
    'select cycle_day from price_list order by issued_at desc limit 1',
  )
  return list?.cycle_day ?? 1
}

function sum(rows: readonly BillRow[]): number {
  return rows.reduce((all, { open_minor: openMinor }) => all + openMinor, 0)
}
