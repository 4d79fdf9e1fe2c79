import type { CompiledPlan } from '#shared/domain/rating/compile-plan.ts'
import type { LineUsage, Rated } from '#shared/domain/rating/rate-usage.ts'
import type { UsageType } from '#shared/domain/rating/usage-record.ts'
import { usageUnits } from '#shared/domain/rating/usage-record.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { minorDigits, roundedQuotient } from '#shared/kernel/money.ts'

/** A record of a line with its day in the market. */
export interface DatedUsage extends LineUsage {
  readonly onDate: IsoDate
}
export type RatedUse = Rated<DatedUsage>

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
  /** In the order they were rated in. */
  readonly uses: readonly RatedUse[]
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
  const groups = new Map<string, [RatedUse, ...RatedUse[]][]>()
  for (const use of uses) {
    const { productId } = use.record
    const own = groups.get(productId)
    // a line has few of them: comparing is cheaper than a key made of texts for each record
    const group = own?.find(([first]) => isOfOneSum(first, use))
    if (group) group.push(use)
    else if (own) own.push([use])
    else groups.set(productId, [[use]])
  }
  return [...groups]
    .flatMap(([productId, own]) => own.map((group) => sumOf(group, planOf(productId), userOf(productId))))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

function isOfOneSum(a: RatedUse, b: RatedUse): boolean {
  return a.rateKey === b.rateKey && a.zone === b.zone && a.record.type === b.record.type
}

function sumOf(group: readonly [RatedUse, ...RatedUse[]], plan: CompiledPlan, userId: string): UsageSum {
  const [{ record: first, zone, rateKey }] = group
  const { productId, type } = first
  const band = plan.bandNamed(rateKey)
  const total = (of: (one: RatedUse) => number): number => group.reduce((sum, one) => sum + of(one), 0)
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
    key: `${productId} ${type} ${zone} ${rateKey}`,
    userId,
    productId,
    type,
    zone,
    unit: usageUnits[type],
    charged: total((one) => one.charged),
    free: total((one) => one.free),
    rate: JSON.stringify(rate),
    name: JSON.stringify({ usage: type, zone }),
    firstDate: group.reduce((day, { record }) => (record.onDate < day ? record.onDate : day), first.onDate),
    lastDate: group.reduce((day, { record }) => (record.onDate > day ? record.onDate : day), first.onDate),
    amountMinor: roundedQuotient(
      total((one) => one.amountMicro),
      10 ** (6 - minorDigits[plan.plan.currency]),
    ),
    taxCode: 'standard',
    uses: group,
  }
}
