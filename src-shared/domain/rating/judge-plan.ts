import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Band, DayKind, Rate, RatePlan } from './plan.ts'
import { dayKinds, homeZone, minutesOfDay } from './plan.ts'

export const planRefusals = [
  'PLAN_BAND_GAP',
  'PLAN_BAND_OVERLAP',
  'PLAN_TIER_ORDER',
  'PLAN_PREFIX_TWICE',
  'PLAN_RATE_TWICE',
  'PLAN_ZONE_UNKNOWN',
] as const
export type PlanRefusal = (typeof planRefusals)[number]

type Judged = Result<true, Refusal<PlanRefusal>>

/**
 * Whether every minute of every kind of day has exactly one price in each rate of a plan, tiers begin at nothing and rise,
 * a beginning of numbers stands in one zone, and rates and allowances name zones there are. The first fault is told.
 */
export function judgePlan(plan: RatePlan): Judged {
  const known = new Set([...plan.destinations, ...plan.visited].map(({ zone }) => zone)).add(homeZone)
  const faults = [
    ...[plan.destinations, plan.visited].map((zones) => judgePrefixes(plan, zones)),
    ...plan.rates.map((rate) => judgeRate(plan, rate)),
    ...[...plan.rates.map(({ zone }) => zone), ...plan.allowances.flatMap(({ zones }) => zones)].map((zone) =>
      known.has(zone) ? ok(true as const) : refuse('PLAN_ZONE_UNKNOWN', { plan: plan.id, zone }),
    ),
  ]
  return faults.find(({ ok: isGood }) => !isGood) ?? ok(true)
}

function judgePrefixes(plan: RatePlan, zones: RatePlan['destinations']): Judged {
  const all = zones.flatMap(({ prefixes }) => prefixes)
  const twice = all.find((prefix, index) => all.indexOf(prefix) !== index)
  return twice === undefined ? ok(true) : refuse('PLAN_PREFIX_TWICE', { plan: plan.id, prefix: twice })
}

function judgeRate(plan: RatePlan, rate: Rate): Judged {
  const place = { plan: plan.id, rate: rate.key }
  const isTwice = plan.rates.some(
    (other) => other !== rate && (other.key === rate.key || (other.type === rate.type && other.zone === rate.zone)),
  )
  if (isTwice) return refuse('PLAN_RATE_TWICE', place)
  for (const { tiers } of rate.bands)
    if (
      tiers.some(({ fromUnits }, index) =>
        index === 0 ? fromUnits !== 0 : fromUnits <= (tiers[index - 1]?.fromUnits ?? 0),
      )
    )
      return refuse('PLAN_TIER_ORDER', place)
  for (const day of dayKinds) {
    const fault = judgeDay(rate.bands, day)
    if (fault)
      return refuse(fault.code, { ...place, day: `rating.day.${day}`, from: clock(fault.from), to: clock(fault.to) })
  }
  return ok(true)
}

function judgeDay(bands: readonly Band[], day: DayKind) {
  const ofDay = bands.filter(({ days }) => days.includes(day)).toSorted((a, b) => a.from - b.from || a.to - b.to)
  let until = 0
  for (const { from, to } of ofDay) {
    if (from > until) return { code: 'PLAN_BAND_GAP', from: until, to: from } as const
    if (from < until || to <= from) return { code: 'PLAN_BAND_OVERLAP', from, to: Math.min(until, to) } as const
    until = to
  }
  return until < minutesOfDay ? ({ code: 'PLAN_BAND_GAP', from: until, to: minutesOfDay } as const) : undefined
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
