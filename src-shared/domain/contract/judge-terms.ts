import type { Cycle } from '#shared/domain/billing/periods.ts'
import type { OfferRow, PriceListRow, PromotionRow } from '#shared/domain/catalogue/rows.ts'
import { quote } from '#shared/domain/catalogue/quote.ts'
import type { ContractTerms } from './commands.ts'

/** What a signed price is measured by: the offers as they are on record, and the list it was signed under. */
export interface TermsFacts {
  readonly terms: ContractTerms
  readonly plan: OfferRow
  /** Those of the terms that are on record: one missing is a difference. */
  readonly addOns: readonly OfferRow[]
  /** null where the terms name none, or none on record. */
  readonly device?: OfferRow | null
  /** Those of the terms that are on record. */
  readonly promotions?: readonly PromotionRow[]
  readonly isCompany?: boolean
  /** null where the list named is not one of the market's. */
  readonly priceList: PriceListRow | null
  /** Cycles the payer may have been known to be billed by, beside the market's: a desk may not have seen their account yet. */
  readonly cycles?: readonly Cycle[]
  /** Whether a list has come since: then the offers may have other prices now than when it was signed. */
  readonly isSucceeded: boolean
}

export type TermsJudgement =
  | { readonly kind: 'asListed' }
  /** The signed price is another one than today's, and binds us all the same. */
  | { readonly kind: 'binds'; readonly field: PricedField }
  | { readonly kind: 'differs'; readonly field: PricedField | 'priceListId' | 'addOnIds' | 'deviceId' | 'promotionIds' }

/** What of the terms the price list decides. The deposit is the credit class's matter (`judgeOrder`). */
export type PricedField = (typeof pricedFields)[number]
const pricedFields = [
  'currency',
  'monthlyMinor',
  'dueNowMinor',
  'firstBillMinor',
  'firstBillOn',
  'totalMinor',
  'commitmentMonths',
  'taxIncluded',
] as const

/**
 * Measures a signed price by the very quote that the desk showed (product.md, "A signed price binds us"; sync.md,
 * Conflicts, money). A list that was not in force on the day of signing never gave that price. A list that was binds us,
 * even where a later one has other prices; while it is the latest, nobody can have been shown another price under it.
 */
export function judgeTerms(facts: TermsFacts): TermsJudgement {
  const { terms, priceList } = facts
  if (!priceList || !isInForce(priceList, terms.signedOn)) return { kind: 'differs', field: 'priceListId' }
  if (facts.addOns.length !== terms.addOnIds.length) return { kind: 'differs', field: 'addOnIds' }
  if ((facts.device?.id ?? null) !== terms.deviceId) return { kind: 'differs', field: 'deviceId' }
  if ((facts.promotions ?? []).length !== terms.promotionIds.length) return { kind: 'differs', field: 'promotionIds' }
  const fields = [null, ...(facts.cycles ?? [])].map((cycle) => {
    const listed = listedTerms(facts, priceList, cycle)
    return pricedFields.find((name) => listed[name] !== terms[name])
  })
  const field = fields.includes(undefined) ? undefined : fields[0]
  if (field === undefined) return { kind: 'asListed' }
  return facts.isSucceeded ? { kind: 'binds', field } : { kind: 'differs', field }
}

/** Whether a price list is in force on a day; its last day included. */
function isInForce(list: PriceListRow, day: string): boolean {
  return list.valid_from <= day && (list.valid_until === null || list.valid_until >= day)
}

function listedTerms(
  facts: TermsFacts,
  priceList: PriceListRow,
  cycle: Cycle | null,
): Pick<ContractTerms, PricedField> {
  const { terms, plan, addOns, device = null, promotions = [], isCompany = false } = facts
  const listed = quote({
    plan,
    addOns,
    device: device && { offer: device, pay: terms.devicePay },
    promotions,
    priceList,
    sim: terms.sim,
    depositMonths: null,
    isCompany,
    cycle,
    today: terms.signedOn,
  })
  return {
    currency: listed.currency,
    monthlyMinor: listed.monthlyMinor,
    dueNowMinor: listed.dueNowMinor + terms.depositMinor,
    firstBillMinor: listed.firstBillMinor,
    firstBillOn: listed.firstBillOn,
    totalMinor: listed.totalMinor,
    commitmentMonths: plan.commitment_months,
    taxIncluded: listed.taxIncluded,
  }
}
