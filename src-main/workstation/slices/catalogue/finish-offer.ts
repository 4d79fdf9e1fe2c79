import { defineDeskHandler } from '#main/workstation/desk.ts'
import { judgeOffer } from '#shared/domain/catalogue/offer-rules.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { beginStep, incomplete } from '#main/workstation/sale/finish-step.ts'
import { isHeldElsewhere } from '#main/workstation/sale/number-held.ts'
import { offerFactsOf } from './catalogue.repo.ts'

/** Finishes Offer: a plan and add-ons the customer may have, and a number held for the case. */
export const finishOffer = defineDeskHandler('catalogue.finishOffer', (desk, { caseId }) => {
  const begun = beginStep(desk, caseId, 'offer')
  if (!begun.ok) return begun
  const work = begun.value
  const { facts } = work
  if (work.isUnchanged) return ok({})
  if (facts.agreement) return incomplete('planId', 'ALREADY_SIGNED')
  const { offer } = facts.fields
  const plan = facts.plan
  if (offer.planId === null) return incomplete('planId', 'missing.plan')
  if (!plan || plan.kind !== 'plan') return incomplete('planId', 'OFFER_UNKNOWN')
  for (const one of [plan, ...facts.addOns]) {
    const judged = judgeOffer(one, offerFactsOf(desk, facts))
    if (!judged.ok)
      return refuse('OFFER_NOT_ALLOWED', { ...judged.error.details, offerId: one.id, reason: judged.error.code })
  }
  const isFitting = facts.addOns.every(
    (one) => one.kind === 'addOn' && one.segment === plan.segment && one.billing === plan.billing,
  )
  if (!isFitting || facts.addOns.length !== new Set(offer.addOnIds).size) return incomplete('addOnIds', 'ADD_ON_WRONG')
  if (offer.msisdn === null) return incomplete('msisdn', 'missing.number')
  if (!facts.reservation) {
    if (isHeldElsewhere(desk, offer.msisdn, caseId)) return incomplete('msisdn', 'NUMBER_TAKEN')
    const held = work.write('number.reserveNumber', { msisdn: offer.msisdn, caseId })
    if (!held.ok) return held
  }
  const { segment, billing } = plan
  // the switches above the list follow the plan that was chosen
  return work.save(undefined, {
    ...offer,
    segment: segment === 'fixed' ? 'fixed' : 'mobile',
    billing: billing === 'prePaid' ? 'prePaid' : 'postPaid',
  })
})
