import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { OfferChoice } from '#shared/domain/catalogue/contract.ts'
import { namesOf } from '#shared/domain/catalogue/names.ts'
import type { OfferFacts, OfferRefusal } from '#shared/domain/catalogue/offer-rules.ts'
import { judgeOffer } from '#shared/domain/catalogue/offer-rules.ts'
import type { OfferRow } from '#shared/domain/catalogue/rows.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Details } from '#shared/kernel/result.ts'
import type { Sentence } from '#shared/kernel/sentence.ts'
import { say } from '#shared/kernel/sentence.ts'
import { offerFactsOf } from '#main/workstation/sale/judge-basket.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'
import { offersOf } from './catalogue.repo.ts'

/** The offers of one kind of line, each allowed or off with its reason and the way on; the allowed ones first. */
export const offers = defineDeskHandler('catalogue.offers', (desk, { caseId, segment, billing }) => {
  const facts = readCase(desk, caseId)
  if (!facts) return refuse('CASE_UNKNOWN')
  const judged = offersOf(desk, segment, billing).map((offer) => choiceOf(offer, offerFactsOf(desk, facts)))
  const plans = judged.filter(({ offer }) => offer.kind === 'plan')
  return ok({
    plans: [...plans.filter((one) => one.isAllowed), ...plans.filter((one) => !one.isAllowed)],
    addOns: judged.filter(({ offer }) => offer.kind === 'addOn'),
  })
})

function choiceOf(offer: OfferRow, facts: OfferFacts): OfferChoice {
  const judged = judgeOffer(offer, facts)
  return {
    offer,
    name: { ...namesOf(offer.name) },
    summary: { ...namesOf(offer.summary) },
    isAllowed: judged.ok,
    reason: judged.ok ? null : say(`offer.off.${judged.error.code}`, gapsOf(judged.error.details)),
    wayOn: judged.ok ? null : waysOn[judged.error.code],
  }
}

const waysOn: Readonly<Record<OfferRefusal, OfferChoice['wayOn']>> = {
  OFFER_COMPANIES_ONLY: null,
  OFFER_ENDED: null,
  OFFER_NOT_YET: null,
  OFFER_NEEDS_LINE: null,
  OFFER_NEEDS_CLASS: 'credit',
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
