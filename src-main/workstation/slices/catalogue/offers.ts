import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import type { DeviceChoice, OfferChoice, PromotionChoice } from '#shared/domain/catalogue/contract.ts'
import { namesOf } from '#shared/domain/catalogue/names.ts'
import { netOf } from '#shared/domain/catalogue/net-price.ts'
import type { DeviceWay, OfferFacts, OfferRefusal } from '#shared/domain/catalogue/offer-rules.ts'
import { judgeOffer } from '#shared/domain/catalogue/offer-rules.ts'
import { judgePromotion } from '#shared/domain/catalogue/promotions.ts'
import type { OfferRow } from '#shared/domain/catalogue/rows.ts'
import { isTaxExcluded } from '#shared/domain/customer/kinds.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Details } from '#shared/kernel/result.ts'
import type { Sentence } from '#shared/kernel/sentence.ts'
import { say } from '#shared/kernel/sentence.ts'
import { offerFactsOf } from '#main/workstation/sale/judge-basket.ts'
import { segmentsInForce } from '#main/workstation/sale/read-basket.ts'
import type { CaseFacts } from '#main/workstation/sale/read-case.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'
import { offersOf } from './catalogue.repo.ts'

/**
 * The offers of one kind of line at the prices this customer pays, each allowed or off with its reason and the way on; the allowed ones first. An individual
 * plan of another company is not shown at all.
 */
export const offers = defineDeskHandler('catalogue.offers', (desk, { caseId, segment, billing }) => {
  const facts = readCase(desk, caseId)
  if (!facts) return refuse('CASE_UNKNOWN')
  const offerFacts = offerFactsOf(desk, facts)
  const rows = offersOf(desk, segment, billing).map((offer) => asPaid(offer, facts))
  const choicesOf = (kinds: readonly string[]): readonly OfferChoice[] =>
    rows
      .filter(
        ({ kind, for_customer }) =>
          kinds.includes(kind) && (for_customer === '' || offerFacts.customerIds.includes(for_customer)),
      )
      .map((offer) => choiceOf(offer, offerFacts))
  const plans = choicesOf(['plan'])
  return ok({
    plans: [...plans.filter((one) => one.isAllowed), ...plans.filter((one) => !one.isAllowed)],
    addOns: [...choicesOf(['addOn', 'bundle'])],
    devices: choicesOf(['device']).map((choice) => deviceOf(choice, offerFacts, billing)),
    promotions: [...promotionsOf(desk, facts)],
    coverage: facts.coverage,
  })
})

/** An offer with its prices as this customer pays them: a company without the tax, as the price panel says them. */
function asPaid(offer: OfferRow, { customer, priceList: list }: CaseFacts): OfferRow {
  if (!isTaxExcluded(customer) || !list) return offer
  return {
    ...offer,
    monthly_minor: netOf(offer.monthly_minor, list),
    one_time_minor: netOf(offer.one_time_minor, list),
    down_minor: netOf(offer.down_minor, list),
    instalment_minor: netOf(offer.instalment_minor, list),
  }
}

function choiceOf(offer: OfferRow, facts: OfferFacts, pay?: DeviceWay): OfferChoice {
  const judged = judgeOffer(offer, facts, pay)
  return {
    offer,
    name: { ...namesOf(offer.name) },
    summary: { ...namesOf(offer.summary) },
    isAllowed: judged.ok,
    reason: judged.ok ? null : say(`offer.off.${judged.error.code}`, gapsOf(judged.error.details)),
    wayOn: judged.ok ? null : waysOn[judged.error.code],
  }
}

/** Instalments are there where bills come and the device has them. */
function deviceOf(choice: OfferChoice, facts: OfferFacts, billing: string): DeviceChoice {
  if (billing !== 'postPaid' || choice.offer.instalment_months === 0) return { ...choice, instalments: null }
  const { isAllowed, reason, wayOn } = choiceOf(choice.offer, facts, 'instalments')
  return { ...choice, wayOn: choice.wayOn ?? wayOn, instalments: { isAllowed, reason } }
}

/** Promotions of what is in the basket; ended ones are told too, for customers who ask for them. */
function promotionsOf(desk: Desk, facts: CaseFacts): readonly PromotionChoice[] {
  const offers = [facts.plan, ...facts.addOns, facts.device].flatMap((offer) => offer ?? [])
  const given = {
    today: desk.businessDate(),
    segmentsInForce: segmentsInForce(desk, facts.services),
    offerIds: offers.map(({ id }) => id),
  }
  return offers
    .flatMap(({ id }) => desk.view.where('promotion', 'offer_id', id))
    .toSorted((a, b) => a.row.position - b.row.position)
    .map(({ row: promotion }) => {
      const judged = judgePromotion(promotion, given)
      return {
        promotion,
        name: { ...namesOf(promotion.name) },
        isGiven: judged.ok,
        reason: judged.ok ? null : say(`promotion.off.${judged.error.code}`, gapsOf(judged.error.details)),
      }
    })
}

const waysOn: Readonly<Record<OfferRefusal, OfferChoice['wayOn']>> = {
  OFFER_COMPANIES_ONLY: null,
  OFFER_OTHER_CUSTOMER: null,
  OFFER_ENDED: null,
  OFFER_NOT_YET: null,
  OFFER_NEEDS_ADDRESS: null,
  OFFER_NO_COVERAGE: null,
  OFFER_TOO_FAST: null,
  OFFER_NEEDS_LINE: null,
  OFFER_NEEDS_CLASS: 'credit',
  OFFER_NEEDS_CORE: null,
  OFFER_NEXT_LINE_NEEDS_CORE: null,
  OFFER_CLASS_TOO_LOW: null,
  OFFER_POST_PAID_REFUSED: null,
}

function gapsOf(details: Details = {}): Sentence['params'] {
  return Object.fromEntries(
    Object.entries(details).filter((entry): entry is [string, string | number] =>
      /^(string|number)$/.test(typeof entry[1]),
    ),
  )
}
