import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok } from '#shared/kernel/result.ts'
import { beginStep, incomplete } from '#main/workstation/sale/finish-step.ts'
import { judgeBasket } from '#main/workstation/sale/judge-basket.ts'
import { portInProblem } from '#main/workstation/sale/port-in.ts'
import { isHeldElsewhere } from '#main/workstation/sale/number-held.ts'

/** Finishes Offer: a plan, add-ons and device the customer may have; for a mobile line a number held for the case. */
export const finishOffer = defineDeskHandler('catalogue.finishOffer', (desk, { caseId }) => {
  const begun = beginStep(desk, caseId, 'offer')
  if (!begun.ok) return begun
  const work = begun.value
  const { facts } = work
  if (work.isUnchanged) return ok({})
  if (facts.agreement) return incomplete('planId', 'ALREADY_SIGNED')
  const { offer } = facts.fields
  const basket = judgeBasket(desk, facts)
  if (!basket.ok) return basket
  const isMobile = basket.value.segment === 'mobile'
  if (isMobile && offer.msisdn === null) return incomplete('msisdn', 'missing.number')
  const porting = isMobile ? portInProblem(work) : undefined
  if (porting) return porting
  if (isMobile && offer.msisdn !== null && !facts.reservation) {
    if (isHeldElsewhere(desk, offer.msisdn, caseId)) return incomplete('msisdn', 'NUMBER_TAKEN')
    const held = work.write('number.reserveNumber', { msisdn: offer.msisdn, caseId })
    if (!held.ok) return held
  }
  const { segment, billing } = basket.value
  // the switches above the list follow the plan that was chosen
  return work.save(undefined, {
    ...offer,
    segment: segment === 'fixed' ? 'fixed' : 'mobile',
    billing: billing === 'prePaid' ? 'prePaid' : 'postPaid',
  })
})
