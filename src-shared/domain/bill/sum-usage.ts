import type { CompiledPlan } from '#shared/domain/rating/compile-plan.ts'
import type { Rated } from '#shared/domain/rating/rate-usage.ts'
import type { UsageType } from '#shared/domain/rating/usage-record.ts'
import { usageUnits } from '#shared/domain/rating/usage-record.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { minorDigits, roundedQuotient } from '#shared/kernel/money.ts'

/** A rated record with what its line needs of it. */
export interface RatedUse {
  readonly rated: Rated
  readonly type: UsageType
  readonly onDate: IsoDate
}

/** Usage of one line at one rate: what a bill shows as a line, and the records it stands for. */
export interface UsageSum {
  /** Names it among the bill's lines. */
  readonly key: string
  readonly userId: string
  readonly productId: string
  readonly type: UsageType
  readonly zone: string
  readonly unit: string
  /** What was charged, allowances included, and what an allowance took of it. */
  readonly charged: number
  readonly free: number
  /** JSON of the price it was rated by. */
  readonly rate: string
  readonly name: string
  readonly firstDate: IsoDate
  readonly lastDate: IsoDate
  readonly amountMinor: number
  readonly taxCode: string
  readonly recordIds: readonly string[]
}

/**
 * Sums rated records to lines: one for each product, type, zone and band of a rate; millionths are rounded to cents here,
 * once (standards.md 7.4). The sums stand in the order of their keys.
 */
export function sumUsage(
  uses: readonly RatedUse[],
  planOf: (productId: string) => CompiledPlan,
  userOf: (productId: string) => string,
): readonly UsageSum[] {
  const groups = new Map<string, RatedUse[]>()
  for (const use of uses) {
    const { productId, zone, rateKey } = use.rated
    const key = `${productId} ${use.type} ${zone} ${rateKey}`
    const group = groups.get(key)
    if (group) group.push(use)
    else groups.set(key, [use])
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, group]) => {
      const [first] = group
      return first ? [sumOf(key, first, group, planOf(first.rated.productId), userOf(first.rated.productId))] : []
    })
}

function sumOf(key: string, first: RatedUse, group: readonly RatedUse[], plan: CompiledPlan, userId: string): UsageSum {
  const { productId, zone, rateKey } = first.rated
  const band = plan.bandNamed(rateKey)
  const total = (of: (one: Rated) => number): number => group.reduce((sum, { rated }) => sum + of(rated), 0)
  const dates = group.map(({ onDate }) => onDate)
  const rate = band
    ? {
        plan: plan.plan.id,
        key: rateKey,
        first: band.rate.first,
        increment: band.rate.increment,
        unitSize: band.rate.unitSize,
        connectMicro: band.connectMicro,
        tiers: band.tiers,
        // only where it says something: a plan may have one price all the time
        ...(band.rate.bands.length > 1 && { band: { days: band.days, from: band.from, to: band.to } }),
      }
    : { plan: plan.plan.id, key: '' }
  return {
    key,
    userId,
    productId,
    type: first.type,
    zone,
    unit: usageUnits[first.type],
    charged: total((one) => one.charged),
    free: total((one) => one.free),
    rate: JSON.stringify(rate),
    name: JSON.stringify({ usage: first.type, zone }),
    firstDate: dates.reduce((a, b) => (b < a ? b : a)),
    lastDate: dates.reduce((a, b) => (b > a ? b : a)),
    amountMinor: roundedQuotient(
      total((one) => one.amountMicro),
      10 ** (6 - minorDigits[plan.plan.currency]),
    ),
    taxCode: 'standard',
    recordIds: group.map(({ rated }) => rated.recordId),
  }
}
