import { defineDeskHandler } from '#main/workstation/desk.ts'
import { creditableLines, creditView, disputeView, heldOf } from '#main/workstation/sale/bill-matters.ts'
import { collectableAmount } from '#shared/domain/dispute/collectable.ts'
import { answerBy, lastFilingDay } from '#shared/domain/dispute/deadlines.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** A bill's disputes and credits, what is held out of it, and what may still be disputed. NOT_FOUND for none of this desk. */
export const ofBill = defineDeskHandler('dispute.ofBill', (desk, { billId }) => {
  const bill = desk.view.get('bill', billId)?.row
  const policy = desk.policies()?.disputes
  if (bill?.kind !== 'bill' || !policy) return refuse('NOT_FOUND')
  const today = desk.businessDate()
  const disputes = desk.view
    .where('dispute', 'bill_id', billId)
    .map((seen) => disputeView(desk, seen))
    .toSorted((a, b) => b.row.filed_at - a.row.filed_at)
  const holders = new Map(
    disputes.filter(({ isOpen }) => isOpen).flatMap(({ row, lines }) => lines.map(({ lineId }) => [lineId, row.id])),
  )
  const heldMinor = heldOf(desk, [bill], bill.customer_id).get(billId) ?? 0
  const last = lastFilingDay(bill.bill_date, policy)
  const named = (reasons: typeof policy.disputeReasons) =>
    reasons.map(({ code, names }) => ({ code, name: JSON.stringify(names) }))
  return ok({
    billId,
    customerId: bill.customer_id,
    currency: bill.currency,
    isTaxIncluded: bill.tax_included === 1,
    openMinor: bill.open_minor,
    heldMinor,
    collectableMinor: collectableAmount(bill.open_minor, [heldMinor]),
    lines: creditableLines(desk, bill).map((line) => ({ ...line, disputeId: holders.get(line.lineId) ?? null })),
    disputes,
    credits: desk.view
      .where('adjustment', 'bill_id', billId)
      .map((seen) => creditView(desk, seen))
      .toSorted((a, b) => b.row.asked_at - a.row.asked_at),
    disputeReasons: named(policy.disputeReasons),
    creditReasons: named(policy.creditReasons),
    answerBy: answerBy(today, policy),
    lastFilingDay: last,
    canFile: today <= last && bill.credited_by === null,
  })
})
