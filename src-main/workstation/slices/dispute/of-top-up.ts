import { defineDeskHandler } from '#main/workstation/desk.ts'
import { topUpOf } from '#main/workstation/sale/top-up.ts'
import { answerBy, lastFilingDay } from '#shared/domain/dispute/deadlines.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** A pre-paid top-up, and what of it may still be disputed. PAYMENT_UNKNOWN for a payment that tops nothing up. */
export const ofTopUp = defineDeskHandler('dispute.ofTopUp', (desk, { paymentId }) => {
  const topUp = topUpOf(desk, paymentId)
  const policies = desk.policies()
  if (!topUp || !policies) return refuse('PAYMENT_UNKNOWN')
  const { disputes, market } = policies
  const today = desk.businessDate()
  const last = lastFilingDay(dateInZone(topUp.at, market.zone), disputes)
  return ok({
    ...topUp,
    disputeReasons: disputes.topUpReasons.map(({ code, names }) => ({ code, name: JSON.stringify(names) })),
    answerBy: answerBy(today, disputes),
    lastFilingDay: last,
    canFile: today <= last,
  })
})
