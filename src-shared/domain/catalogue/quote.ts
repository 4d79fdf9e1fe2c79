import type { IsoDate } from '#shared/kernel/date.ts'
import { addMonths, dateOf, daysBetween, partsOf } from '#shared/kernel/date.ts'
import type { Currency } from '#shared/kernel/money.ts'
import { currencySchema, money, share, sum, times } from '#shared/kernel/money.ts'
import type { Quote } from './quote-contract.ts'
import { namesOf } from './names.ts'
import type { OfferRow, PriceListRow } from './rows.ts'

export interface QuoteInput {
  readonly plan: OfferRow
  readonly addOns: readonly OfferRow[]
  readonly priceList: PriceListRow
  readonly sim: 'card' | 'eSim'
  /** Monthly fees kept as deposit; null while no credit decision is there. */
  readonly depositMonths: number | null
  readonly today: IsoDate
}

type Part = Quote['dueNowParts'][number]

/**
 * The price of a basket in the panel's four rows, each the sum of its own working. Post-paid: the first bill prorates
 * every fee by the days left of the period around the cycle day (product.md, Proration), rounded line by line; the
 * total is all fees of the commitment and what is paid once, without the deposit, which comes back. Pre-paid: the first
 * period is paid at the counter and no bill follows. Without a commitment the total covers one month.
 */
export function quote(input: QuoteInput): Quote {
  const { plan, addOns, priceList } = input
  const currency = currencySchema.parse(priceList.currency)
  const isPostPaid = plan.billing === 'postPaid'
  const sim = part('sim', null, plan.segment === 'mobile' ? simFee(input) : 0)
  const once = [plan, ...addOns].flatMap((offer) => some(part('once', offer, offer.one_time_minor)))
  const monthlyParts = [
    part('plan', plan, plan.monthly_minor),
    ...addOns.map((offer) => part('addOn', offer, offer.monthly_minor)),
  ]
  const monthlyMinor = total(currency, monthlyParts)
  const depositMinor = isPostPaid ? times(money(monthlyMinor, currency), input.depositMonths ?? 0).amountMinor : 0
  const oneTime = [...some(sim), ...once]
  const dueNowParts = isPostPaid
    ? [...oneTime, ...some(part('deposit', null, depositMinor))]
    : [...oneTime, ...monthlyParts]
  const period = billingPeriod(input.today, priceList.cycle_day)
  const firstBillParts = isPostPaid
    ? [plan, ...addOns].map((offer, index) => prorated(offer, index, period, currency))
    : []
  const totalMonths = Math.max(plan.commitment_months, 1)
  const totalParts = [part('months', plan, times(money(monthlyMinor, currency), totalMonths).amountMinor), ...oneTime]
  return {
    currency,
    taxIncluded: true,
    priceListId: priceList.id,
    dueNowMinor: total(currency, dueNowParts),
    depositMinor,
    depositState: !isPostPaid
      ? 'none'
      : input.depositMonths === null
        ? 'afterCredit'
        : depositMinor === 0
          ? 'none'
          : 'set',
    dueNowParts,
    monthlyMinor,
    monthlyParts,
    firstBillMinor: total(currency, firstBillParts),
    firstBillOn: isPostPaid ? period.end : null,
    firstBillDays: isPostPaid ? period.daysLeft : 0,
    firstBillOfDays: isPostPaid ? period.days : 0,
    firstBillParts,
    totalMinor: total(currency, totalParts),
    totalMonths,
    totalParts,
  }
}

/** The billing period a day falls in: from one cycle day to the next (cut to the month's last day), half open. */
export function billingPeriod(
  today: IsoDate,
  cycleDay: number,
): { readonly start: IsoDate; readonly end: IsoDate; readonly days: number; readonly daysLeft: number } {
  const { year, month } = partsOf(today)
  const thisMonth = dateOf(year, month, cycleDay)
  const first = dateOf(year, month, 1)
  const other = (months: number): IsoDate => {
    const { year: y, month: m } = partsOf(addMonths(first, months))
    return dateOf(y, m, cycleDay)
  }
  const [start, end] = today < thisMonth ? [other(-1), thisMonth] : [thisMonth, other(1)]
  return { start, end, days: daysBetween(start, end), daysLeft: daysBetween(today, end) }
}

function simFee({ sim, priceList }: QuoteInput): number {
  return sim === 'card' ? priceList.sim_card_minor : priceList.e_sim_minor
}

function part(key: Part['key'], offer: OfferRow | null, amountMinor: number): Part {
  return { key, label: offer ? namesOf(offer.name) : null, amountMinor }
}

function some(candidate: Part): readonly Part[] {
  return candidate.amountMinor === 0 ? [] : [candidate]
}

function prorated(
  offer: OfferRow,
  index: number,
  period: { readonly days: number; readonly daysLeft: number },
  currency: Currency,
): Part {
  const fee = share(money(offer.monthly_minor, currency), period.daysLeft, period.days)
  return part(index === 0 ? 'planPart' : 'addOnPart', offer, fee.amountMinor)
}

function total(currency: Currency, parts: readonly Part[]): number {
  return sum(
    currency,
    parts.map((one) => money(one.amountMinor, currency)),
  ).amountMinor
}
