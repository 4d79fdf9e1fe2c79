import type { Band, DayKind, Rate, RatePlan } from './plan.ts'
import { homeZone } from './plan.ts'
import { isWeekend, localClock } from './local-clock.ts'
import type { UsageRecord } from './usage-record.ts'

/** A band with the rate it belongs to. */
export interface PricedBand extends Band {
  /** Names rate and band on a bill's line. */
  readonly key: string
  readonly rate: Rate
  /** The price of its dearest tier. */
  readonly dearestMicro: number
}

/** A plan made ready for many records; it has to be judged good before (`judgePlan`). */
export interface CompiledPlan {
  readonly plan: RatePlan
  readonly zoneOf: (record: Pick<UsageRecord, 'other' | 'visited'>) => string
  readonly isFree: (other: string) => boolean
  readonly bandOf: (record: Pick<UsageRecord, 'type' | 'startedAt'>, zone: string) => PricedBand | undefined
  /** By its key, for a bill's line. */
  readonly bandNamed: (key: string) => PricedBand | undefined
}

/** Makes the tables of a plan that are asked for each record: beginnings of numbers by length, bands by type and zone. */
export function compilePlan(plan: RatePlan): CompiledPlan {
  const destinations = longestMatch(plan.destinations)
  const visited = longestMatch(plan.visited)
  const free = new Set(plan.freeNumbers)
  const holidays = new Set(plan.holidays)
  const clock = localClock(plan.timeZone)
  const bands = new Map<string, Map<string, readonly PricedBand[]>>()
  const named = new Map<string, PricedBand>()
  for (const rate of plan.rates) {
    const priced = rate.bands.map((band, index) => ({
      ...band,
      rate,
      key: `${rate.key}/${index}`,
      dearestMicro: Math.max(...band.tiers.map(({ priceMicro }) => priceMicro)),
    }))
    const ofType = bands.get(rate.type) ?? new Map<string, readonly PricedBand[]>()
    bands.set(rate.type, ofType.set(rate.zone, priced))
    for (const band of priced) named.set(band.key, band)
  }
  const kinds = new Map<string, DayKind>()
  const kindOf = (date: string): DayKind => {
    const known = kinds.get(date)
    if (known) return known
    const kind = holidays.has(date) ? 'holiday' : isWeekend(date) ? 'weekend' : 'weekday'
    kinds.set(date, kind)
    return kind
  }
  return {
    plan,
    zoneOf: ({ other, visited: network }) =>
      network !== '' ? (visited(network) ?? '') : other === '' ? homeZone : (destinations(other) ?? ''),
    isFree: (other) => other !== '' && free.has(other),
    bandNamed: (key) => named.get(key),
    bandOf: ({ type, startedAt }, zone) => {
      const all = bands.get(type)?.get(zone)
      if (!all || all.length === 1) return all?.[0]
      const { date, minute } = clock(startedAt)
      const kind = kindOf(date)
      return all.find(({ days, from, to }) => from <= minute && minute < to && days.includes(kind))
    },
  }
}

/** The zone of the longest beginning a number has. */
function longestMatch(zones: RatePlan['destinations']): (number: string) => string | undefined {
  const byPrefix = new Map(zones.flatMap(({ zone, prefixes }) => prefixes.map((prefix) => [prefix, zone] as const)))
  const lengths = [...new Set([...byPrefix.keys()].map((prefix) => prefix.length))].toSorted((a, b) => b - a)
  return (number) => {
    for (const length of lengths) {
      const zone = length <= number.length ? byPrefix.get(number.slice(0, length)) : undefined
      if (zone !== undefined) return zone
    }
    return undefined
  }
}
