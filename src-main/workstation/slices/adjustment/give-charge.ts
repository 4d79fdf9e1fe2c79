import { defineDeskHandler } from '#main/workstation/desk.ts'
import { chargeRoom } from '#main/workstation/sale/authority-room.ts'
import { doneBefore } from '#main/workstation/sale/done-before.ts'
import { priceListInForce } from '#main/workstation/sale/read-basket.ts'
import { chargeMinor } from '#shared/domain/adjustment/charge.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Charges a customer something on their next bill. What the core would surely refuse is refused here already. */
export const giveCharge = defineDeskHandler('adjustment.giveCharge', (desk, input) => {
  const { adjustmentId = desk.ids.next() } = input
  const before = doneBefore(desk, adjustmentId, 'adjustment.giveCharge')
  if (before) return ok({ adjustmentId, reference: before.reference, amountMinor: before.amountMinor })
  const { customerId, billId, lineId, caseId, reason, askedMinor, note } = input
  const account = desk.view.get('bill_account', customerId)?.row
  if (!account) return refuse('ACCOUNT_UNKNOWN')
  const bill = billId === null ? undefined : desk.view.get('bill', billId)?.row
  if (billId !== null && (bill?.customer_id !== customerId || bill.kind !== 'bill')) return refuse('BILL_UNKNOWN')
  if (lineId !== null && desk.view.get('bill_line', lineId)?.row.bill_id !== billId) return refuse('LINE_UNKNOWN')
  if (!desk.policies()?.disputes.chargeReasons.some(({ code }) => code === reason)) return refuse('REASON_UNKNOWN')
  const basisPoints = priceListInForce(desk, desk.businessDate())?.tax_basis_points ?? 0
  const amountMinor = chargeMinor(askedMinor, { category: 'S', basisPoints }, account.tax_included === 1)
  const { never, leftMinor } = chargeRoom(desk, { customerId, billId: billId ?? '', reason })
  if (never === 'OWN_HOUSEHOLD' || never === 'NO_AUTHORITY') return refuse(never)
  if (amountMinor > leftMinor) return refuse('ABOVE_AUTHORITY', { leftMinor })
  const reference = `F-${desk.nextReference()}`
  const captured = desk.capture({
    id: adjustmentId,
    type: 'adjustment.giveCharge',
    body: {
      ...{ adjustmentId, reference, customerId, billId, lineId, caseId, askedMinor, amountMinor, reason, note },
      currency: currencySchema.parse(account.currency),
    },
  })
  if (!captured.ok) return captured
  desk.changed('adjustment', 'dispute', 'bill', 'interaction', 'desk')
  return ok({ adjustmentId, reference, amountMinor })
})
