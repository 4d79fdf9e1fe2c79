import type { Desk } from '#main/workstation/desk.ts'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import type { Coverage } from '#shared/domain/catalogue/coverage.ts'
import { coverageAt, isAddressed } from '#shared/domain/catalogue/coverage.ts'
import { judgePromotion } from '#shared/domain/catalogue/promotions.ts'
import type { Quote } from '#shared/domain/catalogue/quote-contract.ts'
import { quote } from '#shared/domain/catalogue/quote.ts'
import type { OfferRow, PriceListRow, PromotionRow } from '#shared/domain/catalogue/rows.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import type { CreditDecisionRow } from '#shared/domain/credit/rows.ts'
import type { CustomerRow, ProductRow } from '#shared/domain/customer/rows.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { roundedQuotient } from '#shared/kernel/money.ts'

/** What is chosen, or signed, with the offers as they are on record. */
export interface Basket {
  readonly plan: OfferRow | null
  readonly addOns: readonly OfferRow[]
  readonly device: OfferRow | null
  /** Those that are given: their conditions hold for this customer today, or they were signed. */
  readonly promotions: readonly PromotionRow[]
  readonly priceList: PriceListRow | null
  /** At the address of the line; null while none is typed, and for mobile. */
  readonly coverage: Coverage | null
}

export interface BasketFacts {
  readonly fields: StepFields
  readonly terms: ContractTerms | null
  readonly customer: CustomerRow | null
  readonly services: readonly ProductRow[]
  /** How their bills come already; null: as the market has it. */
  readonly cycle?: Cycle | null
  readonly today: IsoDate
}

/** The basket of a case: as signed once it is, else as chosen. */
export function readBasket(desk: Desk, facts: BasketFacts): Basket {
  const { fields, terms, today } = facts
  const find = (id: string | null): OfferRow | null => (id === null ? null : (desk.view.get('offer', id)?.row ?? null))
  const planId = terms ? terms.planId : fields.offer.planId
  const addOns = (terms ? terms.addOnIds : fields.offer.addOnIds).flatMap((id) => find(id) ?? [])
  const plan = find(planId)
  const device = find(terms ? terms.deviceId : fields.offer.deviceId)
  const offers = [plan, ...addOns, device].flatMap((offer) => offer ?? [])
  return {
    plan,
    addOns,
    device,
    promotions: terms
      ? terms.promotionIds.flatMap((id) => desk.view.get('promotion', id)?.row ?? [])
      : promotionsOf(desk, offers, facts),
    priceList: terms ? (desk.view.get('price_list', terms.priceListId)?.row ?? null) : priceListInForce(desk, today),
    coverage: coverageOf(desk, fields, terms),
  }
}

/** Kinds of line the customer has in force. */
export function segmentsInForce(desk: Desk, services: readonly ProductRow[]): readonly string[] {
  return services
    .filter(({ state }) => state === 'active')
    .map(({ offer_id }) => desk.view.get('offer', offer_id)?.row.segment ?? '')
}

function promotionsOf(desk: Desk, offers: readonly OfferRow[], facts: BasketFacts): readonly PromotionRow[] {
  const given = {
    today: facts.today,
    segmentsInForce: segmentsInForce(desk, facts.services),
    offerIds: offers.map(({ id }) => id),
  }
  return offers
    .flatMap(({ id }) => desk.view.where('promotion', 'offer_id', id))
    .map(({ row }) => row)
    .filter((promotion) => judgePromotion(promotion, given).ok)
    .toSorted((a, b) => a.position - b.position)
}

function coverageOf(desk: Desk, { offer }: StepFields, terms: ContractTerms | null): Coverage | null {
  const place = terms ? terms.installation : offer.segment === 'fixed' ? offer : null
  if (!place || !isAddressed(place)) return null
  const rows = desk.view.where('coverage', 'postal_code', place.postalCode.replace(/\s/g, ''))
  return coverageAt(
    rows.map(({ row }) => row),
    place,
  )
}

/** The price list valid on a day; the youngest one where two overlap. */
export function priceListInForce(desk: Desk, today: IsoDate): PriceListRow | null {
  const [row] = desk.view.sql<PriceListRow>(
    'select * from price_list where valid_from <= ? and (valid_until is null or valid_until >= ?) order by valid_from desc limit 1',
    today,
    today,
  )
  return row ?? null
}

/** The price as the panel shows it: of the basket as chosen now, or as signed once it is. */
export function quoteOf(basket: Basket, facts: BasketFacts, decision: CreditDecisionRow | null): Quote | null {
  const { plan, addOns, device, promotions, priceList } = basket
  const { fields, terms, today, cycle = null } = facts
  if (!plan || !priceList) return null
  const chosen = { plan, addOns, promotions, priceList, cycle }
  const bought = (pay: StepFields['offer']['devicePay']) => device && { offer: device, pay }
  if (!terms)
    return quote({
      ...chosen,
      device: bought(fields.offer.devicePay),
      sim: fields.offer.sim,
      depositMonths: decision?.deposit_months ?? null,
      isCompany: facts.customer?.kind === 'company',
      today,
    })
  const depositMonths = terms.monthlyMinor === 0 ? 0 : roundedQuotient(terms.depositMinor, terms.monthlyMinor)
  const listed = quote({
    ...chosen,
    device: bought(terms.devicePay),
    sim: terms.sim,
    depositMonths,
    isCompany: !terms.taxIncluded,
    today: terms.signedOn,
  })
  // what was signed binds us: an offer that costs something else by now changes no sum on this screen
  const { dueNowMinor, depositMinor, monthlyMinor, firstBillMinor, firstBillOn, totalMinor, firstMonths } = terms
  return { ...listed, dueNowMinor, depositMinor, monthlyMinor, firstBillMinor, firstBillOn, totalMinor, firstMonths }
}
