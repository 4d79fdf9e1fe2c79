import { defineDeskHandler } from '#main/workstation/desk.ts'
import { chargeRoom as roomFor } from '#main/workstation/sale/authority-room.ts'
import { priceListInForce } from '#main/workstation/sale/read-basket.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** What is left of one's authority for a charge, and what it is made of. ACCOUNT_UNKNOWN for who gets no bills. */
export const chargeRoom = defineDeskHandler('adjustment.chargeRoom', (desk, { customerId, billId, reason }) => {
  const account = desk.view.get('bill_account', customerId)?.row
  if (!account) return refuse('ACCOUNT_UNKNOWN')
  const reasons = desk.policies()?.disputes.chargeReasons ?? []
  return ok({
    ...roomFor(desk, { customerId, billId: billId ?? '', reason }),
    reasons: reasons.map(({ code, names }) => ({ code, name: JSON.stringify(names) })),
    isTaxIncluded: account.tax_included === 1,
    basisPoints: priceListInForce(desk, desk.businessDate())?.tax_basis_points ?? 0,
    currency: account.currency,
    nextBillOn: account.next_bill_on,
  })
})
