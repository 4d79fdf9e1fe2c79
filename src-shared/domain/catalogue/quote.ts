import type { Cycle, FeeMonth } from '#shared/domain/billing/periods.ts'
import { daysOf, feeMonths, periodOf } from '#shared/domain/billing/periods.ts'
import { prorate } from '#shared/domain/billing/proration.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { addMonths, daysBetween } from '#shared/kernel/date.ts'
import type { Currency } from '#shared/kernel/money.ts'
import { currencySchema, money, share, sum, times } from '#shared/kernel/money.ts'
import { netOf } from './net-price.ts'
import { namesOf } from './names.ts'
import type { DeviceWay } from './offer-rules.ts'
import type { Quote } from './quote-contract.ts'
import type { OfferRow, PriceListRow, PromotionRow } from './rows.ts'

export interface QuoteInput {
  readonly plan: OfferRow
  readonly addOns: readonly OfferRow[]
  readonly device?: { readonly offer: OfferRow; readonly pay: DeviceWay } | null
  /** Those that are given (`judgePromotion`), of offers in this basket. */
  readonly promotions?: readonly PromotionRow[]
  readonly priceList: PriceListRow
  readonly sim: 'card' | 'eSim'
  /** Monthly fees kept as deposit; null while no credit decision is there. */
  readonly depositMonths: number | null
  readonly isCompany?: boolean
  /** How the payer is billed already; without it the market's: monthly, from the day of the price list. */
  readonly cycle?: Cycle | null
  readonly today: IsoDate
}

type Part = Quote['dueNowParts'][number]

/**
 * The price of a basket in the panel's four rows, each the sum of its own working. Post-paid: the first bill prorates
 * every fee by the days left of the period around the cycle day (product.md, Proration), rounded line by line, with the
 * instalment of a device whole; the total is all fees of the commitment less the promotions, all instalments and
 * what is paid once, without the deposit, which comes back. Pre-paid: the first period is paid at the counter and no bill
 * follows. Without a commitment the total covers one month. For a company each price is taken without its tax first,
 * rounded once per price.
 */
export function quote(input: QuoteInput): Quote {
  const currency = currencySchema.parse(input.priceList.currency)
  const isPostPaid = input.plan.billing === 'postPaid'
  const basket = pricesOf(input)
  const { once, fees, instalment, promotions } = basket
  const lasting = promotions.filter(({ months }) => months === 0)
  const monthlyParts = [
    ...fees.map(({ offer, feeMinor }, index) => part(index === 0 ? 'plan' : 'addOn', offer.name, feeMinor)),
    ...(instalment ? [part('instalment', instalment.name, instalment.amountMinor)] : []),
    ...lasting.map((each) => part('promotion', each.name, -each.offMinor)),
  ]
  const monthlyMinor = total(currency, monthlyParts)
  const firstMonths = firstMonthsOf(promotions, monthlyMinor)
  const depositMinor = isPostPaid ? times(money(monthlyMinor, currency), input.depositMonths ?? 0).amountMinor : 0
  const ending = isPostPaid ? [] : promotions.filter(({ months }) => months > 0)
  const paidNow = [
    ...once,
    ...(isPostPaid ? [] : monthlyParts),
    ...ending.map((each) => part('promotion', each.name, -each.offMinor)),
  ]
  const dueNowParts = [
    ...paidNow,
    ...some(part('tax', null, input.isCompany === true ? taxOn(total(currency, paidNow), input.priceList) : 0)),
    ...some(part('deposit', null, depositMinor)),
  ]
  const cycle = input.cycle ?? monthlyOn(input.priceList.cycle_day)
  const period = periodOf(input.today, cycle)
  const firstBillParts = isPostPaid ? firstBillOf(basket, feeMonths(period, cycle), input.today) : []
  const totalMonths = Math.max(input.plan.commitment_months, 1)
  const totalParts = totalOf(basket, totalMonths, currency)
  return {
    currency,
    taxIncluded: input.isCompany !== true,
    priceListId: input.priceList.id,
    dueNowMinor: total(currency, dueNowParts),
    depositMinor,
    depositState: depositStateOf(isPostPaid, input.depositMonths, depositMinor),
    dueNowParts,
    monthlyMinor,
    monthlyParts,
    firstMonths,
    firstBillMinor: total(currency, firstBillParts),
    firstBillOn: isPostPaid ? period.end : null,
    firstBillDays: isPostPaid ? daysBetween(input.today, period.end) : 0,
    firstBillOfDays: isPostPaid ? daysOf(period) : 0,
    firstBillParts,
    totalMinor: total(currency, totalParts),
    totalMonths,
    totalParts,
  }
}

interface Prices {
  /** Paid at the start: SIM, set-up, the device or its first part, less what a promotion takes off. */
  readonly once: readonly Part[]
  /** The plan's fee first. */
  readonly fees: readonly { readonly offer: OfferRow; readonly feeMinor: number }[]
  readonly instalment: {
    readonly offerId: string
    readonly name: string
    readonly amountMinor: number
    readonly months: number
  } | null
  /** Off each monthly fee; never more than the fee it is taken from. */
  readonly promotions: readonly {
    readonly id: string
    readonly offerId: string
    readonly name: string
    readonly offMinor: number
    readonly months: number
  }[]
}

/** The prices of a basket that come back with every bill: what the quote adds up and what the line is charged. */
export function recurringPrices(input: QuoteInput): Pick<Prices, 'fees' | 'instalment' | 'promotions'> {
  return pricesOf(input)
}

function pricesOf(input: QuoteInput): Prices {
  const { plan, addOns, device = null, promotions = [], priceList } = input
  const priced = (grossMinor: number): number => (input.isCompany === true ? netOf(grossMinor, priceList) : grossMinor)
  const offers = [plan, ...addOns]
  const isFinanced = device?.pay === 'instalments' && device.offer.instalment_months > 0
  const simFee = input.sim === 'card' ? priceList.sim_card_minor : priceList.e_sim_minor
  const bought = device
    ? part(
        isFinanced ? 'down' : 'device',
        device.offer.name,
        priced(isFinanced ? device.offer.down_minor : device.offer.one_time_minor),
      )
    : undefined
  const offOnce = (one: PromotionRow): number => {
    const offer = offers.find(({ id }) => id === one.offer_id)
    const paid = offer
      ? priced(offer.one_time_minor)
      : one.offer_id === device?.offer.id
        ? (bought?.amountMinor ?? 0)
        : 0
    return Math.min(paid, priced(one.off_minor))
  }
  return {
    once: [
      ...some(part('sim', null, plan.segment === 'mobile' ? priced(simFee) : 0)),
      ...offers.flatMap((offer) => some(part('once', offer.name, priced(offer.one_time_minor)))),
      ...(bought ? some(bought) : []),
      ...promotions
        .filter(({ target }) => target === 'once')
        .flatMap((one) => some(part('promotion', one.name, -offOnce(one)))),
    ],
    fees: offers.map((offer) => ({ offer, feeMinor: priced(offer.monthly_minor) })),
    instalment:
      device && isFinanced
        ? {
            offerId: device.offer.id,
            name: device.offer.name,
            amountMinor: priced(device.offer.instalment_minor),
            months: device.offer.instalment_months,
          }
        : null,
    promotions: promotions
      .filter(({ target }) => target === 'monthly')
      .map((one) => {
        const fee = priced(offers.find(({ id }) => id === one.offer_id)?.monthly_minor ?? 0)
        return {
          id: one.id,
          offerId: one.offer_id,
          name: one.name,
          offMinor: Math.min(fee, priced(one.off_minor)),
          months: one.months,
        }
      }),
  }
}

/** What is sold in a shop is billed at the end of its period, monthly where the payer has no cycle of their own. */
function monthlyOn(cycleDay: number): Cycle {
  return { frequency: 'monthly', cycleDay, anchorMonth: 1 }
}

function firstBillOf(prices: Prices, months: readonly FeeMonth[], today: IsoDate): Part[] {
  const left = months.filter(({ days }) => days.end > today)
  const [first] = left
  const ofDays = (amountMinor: number, until: IsoDate | null): number =>
    left.reduce((sum, { fee, days }) => {
      const start = days.start > today ? days.start : today
      const end = until !== null && until < days.end ? until : days.end
      return sum + (start < end ? prorate(amountMinor, fee, { start, end }).amountMinor : 0)
    }, 0)
  // a promotion has the rest of its first month whole, however short the month it was sold in
  const untilOf = (count: number): IsoDate | null => {
    const end = addMonths(today, count)
    return count === 0 || !first ? null : end > first.fee.end ? end : first.fee.end
  }
  // of an instalment each month is whole, that of the sale too
  const instalmentMinor = (amountMinor: number, count: number): number =>
    left
      .slice(0, count)
      .reduce(
        (sum, { fee, days }) => sum + prorate(amountMinor, fee, { start: fee.start, end: days.end }).amountMinor,
        0,
      )
  return [
    ...prices.fees.map(({ offer, feeMinor }, index) =>
      part(index === 0 ? 'planPart' : 'addOnPart', offer.name, ofDays(feeMinor, null)),
    ),
    ...prices.promotions.map((one) => part('promotionPart', one.name, ofDays(-one.offMinor, untilOf(one.months)))),
    ...(prices.instalment
      ? [
          part(
            'instalment',
            prices.instalment.name,
            instalmentMinor(prices.instalment.amountMinor, prices.instalment.months),
          ),
        ]
      : []),
  ]
}

function totalOf({ fees, promotions, instalment, once }: Prices, months: number, currency: Currency): Part[] {
  const [first] = fees
  const feesMinor = fees.reduce((all, { feeMinor }) => all + feeMinor, 0)
  const over = (amountMinor: number, count: number): number => times(money(amountMinor, currency), count).amountMinor
  return [
    part('months', first?.offer.name ?? null, over(feesMinor, months)),
    ...promotions.map((one) =>
      part('promotionMonths', one.name, over(-one.offMinor, one.months === 0 ? months : Math.min(one.months, months))),
    ),
    ...(instalment ? [part('instalments', instalment.name, over(instalment.amountMinor, instalment.months))] : []),
    ...once,
  ]
}

/** While promotions with an end run: until the first of them ends. */
function firstMonthsOf(promotions: Prices['promotions'], monthlyMinor: number): Quote['firstMonths'] {
  const ending = promotions.filter(({ months }) => months > 0)
  if (ending.length === 0) return null
  const offMinor = ending.reduce((all, one) => all + one.offMinor, 0)
  return { count: Math.min(...ending.map(({ months }) => months)), monthlyMinor: monthlyMinor - offMinor }
}

function depositStateOf(isPostPaid: boolean, months: number | null, depositMinor: number): Quote['depositState'] {
  if (!isPostPaid) return 'none'
  if (months === null) return 'afterCredit'
  return depositMinor === 0 ? 'none' : 'set'
}

function taxOn(netMinor: number, { tax_basis_points, currency }: PriceListRow): number {
  return share(money(netMinor, currencySchema.parse(currency)), tax_basis_points, 10_000).amountMinor
}

function part(key: Part['key'], name: string | null, amountMinor: number): Part {
  return { key, label: name === null ? null : { ...namesOf(name) }, amountMinor: amountMinor === 0 ? 0 : amountMinor }
}

function some(candidate: Part): readonly Part[] {
  return candidate.amountMinor === 0 ? [] : [candidate]
}

function total(currency: Currency, parts: readonly Part[]): number {
  return sum(
    currency,
    parts.map((one) => money(one.amountMinor, currency)),
  ).amountMinor
}
