import { roundedQuotient } from '#shared/kernel/money.ts'
import type { OpenAllowance } from './allowances.ts'
import { leftOf } from './allowances.ts'
import type { CompiledPlan, PricedBand } from './compile-plan.ts'
import type { UsageRecord } from './usage-record.ts'

/** A record of a known line. */
export interface LineUsage extends Omit<UsageRecord, 'msisdn'> {
  readonly productId: string
}

/** What a record costs and why. `amountMicro`: millionths of the currency, rounded to cents only on a bill's line. */
export interface Rated<R extends LineUsage = LineUsage> {
  readonly record: R
  /** Key of rate and band; '' where nothing was to be priced: a free number, or a call that was not answered. */
  readonly rateKey: string
  readonly zone: string
  readonly charged: number
  readonly free: number
  readonly allowanceId: string
  readonly isBeyondFairUse: boolean
  readonly amountMicro: number
}

/** Where usage of a period stands: what is left of allowances, and how far each line is in the tiers of each rate. */
export interface RatingState {
  readonly allowances: readonly OpenAllowance[]
  readonly tiers: Readonly<Record<string, number>>
}

/** A record its plan has no price for, or one too large to be counted: it waits until the plan is put right. */
export interface Unpriced {
  readonly recordId: string
  readonly zone: string
}

/**
 * Prices usage of one payer's lines from where their period stands, each line by its plan. Records are taken by the moment
 * they began and then by id, however they came in: two orders of the same usage cost the same. Allowances never fall below
 * zero; a record that an allowance covers in part pays for the rest.
 */
export function rateUsage<R extends LineUsage>(
  plans: ReadonlyMap<string, CompiledPlan>,
  records: readonly R[],
  before: RatingState,
): { readonly rated: readonly Rated<R>[]; readonly unpriced: readonly Unpriced[]; readonly after: RatingState } {
  const allowances = before.allowances.map((one) => ({ ...one }))
  const tiers: Record<string, number> = { ...before.tiers }
  const rated: Rated<R>[] = []
  const unpriced: Unpriced[] = []
  for (const record of inOrder(records)) {
    const plan = plans.get(record.productId)
    if (!plan) throw new Error('usage of a line without a plan')
    const zone = plan.zoneOf(record)
    if (record.units === 0 || plan.isFree(record.other)) {
      rated.push({ ...nothing, record, zone, free: record.units })
      continue
    }
    const band = plan.bandOf(record, zone)
    const charged = band ? chargedUnits(record.units, band) : 0
    if (!band || !Number.isSafeInteger(charged * band.dearestMicro)) {
      unpriced.push({ recordId: record.id, zone })
      continue
    }
    const taken = take(allowances, record, zone, charged)
    const paid = charged - taken.free
    let amountMicro = 0
    if (paid > 0) {
      const place = `${record.productId} ${band.rate.key}`
      const used = tiers[place] ?? 0
      amountMicro = band.connectMicro + tierPrice(band, used, paid)
      tiers[place] = used + paid
    }
    const { free, allowanceId, isBeyondFairUse } = taken
    rated.push({ record, rateKey: band.key, zone, charged, free, allowanceId, isBeyondFairUse, amountMicro })
  }
  return { rated, unpriced, after: { allowances, tiers } }
}

const nothing = { rateKey: '', charged: 0, allowanceId: '', isBeyondFairUse: false, amountMicro: 0 } as const

function inOrder<R extends LineUsage>(records: readonly R[]): readonly R[] {
  return records.toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/** The first interval whole, then whole increments. */
export function chargedUnits(units: number, { rate }: Pick<PricedBand, 'rate'>): number {
  const { first, increment } = rate
  return units <= first ? first : first + Math.ceil((units - first) / increment) * increment
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

function take(allowances: readonly Mutable<OpenAllowance>[], record: LineUsage, zone: string, units: number) {
  let free = 0
  let allowanceId = ''
  let isBeyondFairUse = false
  for (const one of allowances) {
    if (free === units) break
    if (one.type !== record.type || !one.zones.includes(zone)) continue
    if (one.productId !== '' && one.productId !== record.productId) continue
    const taken = Math.min(leftOf(one), units - free)
    if (taken <= 0) continue
    one.used += taken
    free += taken
    if (allowanceId === '') allowanceId = one.id
    if (one.fairUseUnits !== null && one.used > one.fairUseUnits) isBeyondFairUse = true
  }
  return { free, allowanceId, isBeyondFairUse }
}

/** Units after those used before, each at the price of its tier; rounded once to a millionth. */
function tierPrice({ tiers, rate }: PricedBand, before: number, units: number): number {
  let sum = 0
  for (const [index, { fromUnits, priceMicro }] of tiers.entries()) {
    const until = tiers[index + 1]?.fromUnits ?? Number.POSITIVE_INFINITY
    const inTier = Math.min(until, before + units) - Math.max(fromUnits, before)
    if (inTier > 0) sum += inTier * priceMicro
  }
  return roundedQuotient(sum, rate.unitSize)
}
