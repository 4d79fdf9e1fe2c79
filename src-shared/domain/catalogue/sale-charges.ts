import type { BillCharge } from '#shared/domain/bill/compose-bill.ts'
import type { RecurringCharge } from '#shared/domain/billing/charges.ts'
import { discountCharge } from '#shared/domain/billing/discounts.ts'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import { periodOf } from '#shared/domain/billing/periods.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { QuoteInput } from './quote.ts'
import { recurringPrices } from './quote.ts'

/** The line that was sold, and the day it was activated. */
export interface SoldLine {
  readonly productId: string
  readonly userId: string
  readonly activeFrom: IsoDate
}

/**
 * What a post-paid line is charged for from its activation on, from the very prices its quote showed: each fee prorated
 * at the end of its period, promotions as discounts of their fee, instalments of a device whole, one a period, which
 * neither suspension nor a part month changes. The first bill is the one the quote promised.
 */
export function chargesOfSale(sold: QuoteInput, line: SoldLine, cycle: Cycle): readonly BillCharge[] {
  const { fees, instalment, promotions } = recurringPrices(sold)
  const { productId, userId, activeFrom } = line
  const firstEnd = periodOf(activeFrom, cycle).end
  const common = { productId, userId, taxCode: 'standard', isBilled: false }
  const feeOf = (offerId: string, feeMinor: number): RecurringCharge => ({
    id: `${productId}:fee:${offerId}`,
    priceMinor: feeMinor,
    timing: 'arrears',
    activeFrom,
    activeUntil: null,
    atStart: 'prorated',
    atEnd: 'prorated',
    pausedMinor: 0,
  })
  return [
    ...fees.map(({ offer, feeMinor }) => ({
      ...common,
      ...feeOf(offer.id, feeMinor),
      kind: 'recurring' as const,
      name: offer.name,
    })),
    ...promotions.flatMap(({ id, name, offerId, offMinor, months }) => {
      const fee = fees.find(({ offer }) => offer.id === offerId)
      const terms = { id: `${productId}:promotion:${id}`, from: activeFrom, months, needs: null }
      const charge = fee && discountCharge(feeOf(offerId, fee.feeMinor), { ...terms, off: { amountMinor: offMinor } })
      if (!charge) return []
      // a month sold on the last of February ends before a period of the 31st does: the first bill has it whole, as quoted
      const { activeUntil: until } = charge
      const activeUntil = until === null || until > firstEnd ? until : firstEnd
      return [{ ...common, ...charge, activeUntil, kind: 'discount' as const, name }]
    }),
    ...(instalment
      ? [
          {
            ...common,
            ...feeOf(instalment.offerId, instalment.amountMinor),
            id: `${productId}:instalment:${instalment.offerId}`,
            kind: 'recurring' as const,
            name: instalment.name,
            atStart: 'full' as const,
            atEnd: 'full' as const,
            pausedMinor: null,
            activeUntil: endOfPeriods(activeFrom, instalment.months, cycle),
          },
        ]
      : []),
  ].filter(({ priceMinor }) => priceMinor !== 0)
}

/** The end of so many periods, that of the day being the first. */
function endOfPeriods(day: IsoDate, count: number, cycle: Cycle): IsoDate {
  let { end } = periodOf(day, cycle)
  for (let more = 1; more < count; more += 1) end = periodOf(end, cycle).end
  return end
}
