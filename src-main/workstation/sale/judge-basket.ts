import type { Desk } from '#main/workstation/desk.ts'
import { judgeFit } from '#shared/domain/catalogue/basket-rules.ts'
import type { OfferFacts } from '#shared/domain/catalogue/offer-rules.ts'
import { judgeOffer } from '#shared/domain/catalogue/offer-rules.ts'
import { creditClassSchema } from '#shared/domain/catalogue/policies.ts'
import type { OfferRow } from '#shared/domain/catalogue/rows.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { incomplete } from './finish-step.ts'
import type { CaseFacts } from './read-case.ts'

/**
 * The plan of a basket that the customer may have, add-ons and device with it; else the first thing wrong. Asked when the
 * offer is finished and again when it is signed: steps open in any order, and what stands in between may have changed.
 */
export function judgeBasket(
  desk: Desk,
  facts: CaseFacts,
): Result<OfferRow, Refusal<'STEP_INCOMPLETE' | 'OFFER_NOT_ALLOWED'>> {
  const { plan, addOns, device } = facts
  const { planId, addOnIds, deviceId, devicePay } = facts.fields.offer
  if (planId === null) return incomplete('planId', 'missing.plan')
  if (!plan || plan.kind !== 'plan') return incomplete('planId', 'OFFER_UNKNOWN')
  if (deviceId !== null && !device) return incomplete('deviceId', 'OFFER_UNKNOWN')
  const offerFacts = offerFactsOf(desk, facts)
  for (const offer of [plan, ...addOns, ...(device ? [device] : [])]) {
    const judged = judgeOffer(offer, offerFacts, devicePay)
    if (!judged.ok)
      return refuse('OFFER_NOT_ALLOWED', { ...judged.error.details, offerId: offer.id, reason: judged.error.code })
  }
  if (addOns.length !== addOnIds.length) return incomplete('addOnIds', 'ADD_ON_WRONG')
  const fits = judgeFit({ plan, addOns, device, devicePay })
  if (fits.ok) return ok(plan)
  const isDevice = fits.error.code === 'DEVICE_WRONG' || fits.error.code === 'INSTALMENTS_POST_PAID'
  return incomplete(isDevice ? 'deviceId' : 'addOnIds', fits.error.code)
}

/** What offers are judged by in a case. */
export function offerFactsOf(desk: Desk, facts: CaseFacts): OfferFacts {
  const creditClass = creditClassSchema.safeParse(facts.decision?.row.class)
  return {
    today: desk.businessDate(),
    creditClass: creditClass.success ? creditClass.data : null,
    isProvisional: facts.decision?.row.state === 'provisional',
    isOffline: !desk.isOnline(),
    hasLineInForce: facts.services.some((service) => service.state === 'active'),
    customerIds: [facts.customer, facts.parent].flatMap((one) => one?.id ?? []),
    isCompany: facts.customer?.kind === 'company',
    coverage: facts.coverage,
  }
}
