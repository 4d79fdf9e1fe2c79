import type { IsoDate } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Coverage } from './coverage.ts'
import { carries } from './coverage.ts'
import type { CreditClass } from './policies.ts'
import { creditClasses } from './policies.ts'
import type { OfferRow } from './rows.ts'

export const offerRefusals = [
  'OFFER_COMPANIES_ONLY',
  'OFFER_OTHER_CUSTOMER',
  'OFFER_ENDED',
  'OFFER_NOT_YET',
  'OFFER_NEEDS_ADDRESS',
  'OFFER_NO_COVERAGE',
  'OFFER_TOO_FAST',
  'OFFER_NEEDS_LINE',
  'OFFER_NEEDS_CLASS',
  'OFFER_NEEDS_CORE',
  'OFFER_NEXT_LINE_NEEDS_CORE',
  'OFFER_CLASS_TOO_LOW',
  'OFFER_POST_PAID_REFUSED',
] as const
export type OfferRefusal = (typeof offerRefusals)[number]

/** How a device is paid for: at once, or by instalments on the bill. */
export const deviceWays = ['once', 'instalments'] as const
export type DeviceWay = (typeof deviceWays)[number]

export interface OfferFacts {
  readonly today: IsoDate
  /** null while no credit decision is there. */
  readonly creditClass: CreditClass | null
  /** The class was given on the desk, without the core: no financed device then. */
  readonly isProvisional: boolean
  /** The core cannot be asked now: under a class of this desk alone nobody gets a second line on the bill. */
  readonly isOffline: boolean
  readonly hasLineInForce: boolean
  /** The customer and the company it is a branch of; nobody while none is known. */
  readonly customerIds: readonly string[]
  readonly isCompany: boolean
  /** At the address of the line; null while none is typed. */
  readonly coverage: Coverage | null
}

/**
 * Whether a customer may have an offer, or the one reason shown beside it: audience, dates, what the network carries, a
 * first line, credit class. A device is judged for the way it is to be paid; paid at once it asks for no class.
 */
export function judgeOffer(
  offer: OfferRow,
  facts: OfferFacts,
  pay: DeviceWay = 'once',
): Result<true, Refusal<OfferRefusal>> {
  if (offer.audience === 'company' && !facts.isCompany) return refuse('OFFER_COMPANIES_ONLY')
  if (offer.for_customer !== '' && !facts.customerIds.includes(offer.for_customer))
    return refuse('OFFER_OTHER_CUSTOMER')
  if (offer.valid_from > facts.today) return refuse('OFFER_NOT_YET', { on: offer.valid_from })
  if (offer.valid_until !== null && offer.valid_until < facts.today)
    return refuse('OFFER_ENDED', { on: offer.valid_until })
  const reached = judgeReach(offer, facts.coverage)
  if (!reached.ok) return reached
  if (offer.needs_line === 1 && !facts.hasLineInForce) return refuse('OFFER_NEEDS_LINE')
  if (isNextLineAlone(offer, facts)) return refuse('OFFER_NEXT_LINE_NEEDS_CORE')
  if (facts.creditClass === 'E' && offer.billing === 'postPaid') return refuse('OFFER_POST_PAID_REFUSED')
  return offer.kind === 'device' && pay === 'once' ? ok(true) : judgeClass(offer, facts)
}

/** A second line on the bill, under a class that this desk gave without the core (product.md, the sale, Credit). */
function isNextLineAlone({ kind, billing }: OfferRow, facts: OfferFacts): boolean {
  return kind === 'plan' && billing === 'postPaid' && facts.isProvisional && facts.isOffline && facts.hasLineInForce
}

function judgeReach(offer: OfferRow, coverage: Coverage | null): Result<true, Refusal<OfferRefusal>> {
  if (offer.coverage === '') return ok(true)
  if (coverage === null) return refuse('OFFER_NEEDS_ADDRESS')
  const { isEnough, mbit } = carries(coverage, offer)
  if (isEnough) return ok(true)
  return mbit === 0 ? refuse('OFFER_NO_COVERAGE', { way: offer.coverage }) : refuse('OFFER_TOO_FAST', { mbit })
}

function judgeClass(offer: OfferRow, facts: OfferFacts): Result<true, Refusal<OfferRefusal>> {
  if (offer.needs_class === '') return ok(true)
  if (facts.creditClass === null) return refuse('OFFER_NEEDS_CLASS', { class: offer.needs_class })
  if (creditClasses.indexOf(facts.creditClass) > creditClasses.findIndex((one) => one === offer.needs_class))
    return refuse('OFFER_CLASS_TOO_LOW', { class: offer.needs_class, has: facts.creditClass })
  return offer.kind === 'device' && facts.isProvisional ? refuse('OFFER_NEEDS_CORE') : ok(true)
}
