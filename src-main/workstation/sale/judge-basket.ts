import type { Desk } from '#main/workstation/desk.ts'
import type { OfferFacts } from '#shared/domain/catalogue/offer-rules.ts'
import { judgeOffer } from '#shared/domain/catalogue/offer-rules.ts'
import { creditClassSchema } from '#shared/domain/catalogue/policies.ts'
import type { OfferRow } from '#shared/domain/catalogue/rows.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { incomplete } from './finish-step.ts'
import type { CaseFacts } from './read-case.ts'

/**
 * The plan of a basket that the customer may have, all add-ons with it; else the first thing wrong. Asked when the offer
 * is finished and again when it is signed: steps open in any order, and what stands in between may have changed.
 */
export function judgeBasket(
  desk: Desk,
  facts: CaseFacts,
): Result<OfferRow, Refusal<'STEP_INCOMPLETE' | 'OFFER_NOT_ALLOWED'>> {
  const { plan, addOns } = facts
  const { planId, addOnIds } = facts.fields.offer
  if (planId === null) return incomplete('planId', 'missing.plan')
  if (!plan || plan.kind !== 'plan') return incomplete('planId', 'OFFER_UNKNOWN')
  for (const offer of [plan, ...addOns]) {
    const judged = judgeOffer(offer, offerFactsOf(desk, facts))
    if (!judged.ok)
      return refuse('OFFER_NOT_ALLOWED', { ...judged.error.details, offerId: offer.id, reason: judged.error.code })
  }
  const isFitting = addOns.every(
    (one) => one.kind === 'addOn' && one.segment === plan.segment && one.billing === plan.billing,
  )
  const areAllThere = addOns.length === addOnIds.length && new Set(addOnIds).size === addOnIds.length
  return isFitting && areAllThere ? ok(plan) : incomplete('addOnIds', 'ADD_ON_WRONG')
}

/** What offers are judged by in a case. */
export function offerFactsOf(desk: Desk, facts: CaseFacts): OfferFacts {
  const creditClass = creditClassSchema.safeParse(facts.decision?.row.class)
  return {
    today: desk.businessDate(),
    creditClass: creditClass.success ? creditClass.data : null,
    hasLineInForce: facts.services.some((service) => service.state === 'active'),
  }
}
