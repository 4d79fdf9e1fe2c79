import type { IsoDate } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { CreditClass } from './policies.ts'
import { creditClasses } from './policies.ts'
import type { OfferRow } from './rows.ts'

export const offerRefusals = [
  'OFFER_COMPANIES_ONLY',
  'OFFER_ENDED',
  'OFFER_NOT_YET',
  'OFFER_NEEDS_LINE',
  'OFFER_NEEDS_CLASS',
  'OFFER_CLASS_TOO_LOW',
  'OFFER_POST_PAID_REFUSED',
] as const
export type OfferRefusal = (typeof offerRefusals)[number]

export interface OfferFacts {
  readonly today: IsoDate
  /** null while no credit decision is there. */
  readonly creditClass: CreditClass | null
  readonly hasLineInForce: boolean
}

/** Whether a person may have an offer, or the one reason shown beside it: audience, dates, a first line, credit class. */
export function judgeOffer(offer: OfferRow, facts: OfferFacts): Result<true, Refusal<OfferRefusal>> {
  if (offer.audience === 'company') return refuse('OFFER_COMPANIES_ONLY')
  if (offer.valid_from > facts.today) return refuse('OFFER_NOT_YET', { on: offer.valid_from })
  if (offer.valid_until !== null && offer.valid_until < facts.today)
    return refuse('OFFER_ENDED', { on: offer.valid_until })
  if (offer.needs_line === 1 && !facts.hasLineInForce) return refuse('OFFER_NEEDS_LINE')
  if (facts.creditClass === 'E' && offer.billing === 'postPaid') return refuse('OFFER_POST_PAID_REFUSED')
  if (offer.needs_class !== '') {
    if (facts.creditClass === null) return refuse('OFFER_NEEDS_CLASS', { class: offer.needs_class })
    if (creditClasses.indexOf(facts.creditClass) > creditClasses.findIndex((one) => one === offer.needs_class))
      return refuse('OFFER_CLASS_TOO_LOW', { class: offer.needs_class, has: facts.creditClass })
  }
  return ok(true)
}
