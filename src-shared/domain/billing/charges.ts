import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { Period } from './periods.ts'
import type { Part } from './proration.ts'
import { prorate } from './proration.ts'

/** When a recurring charge is on a bill: that of the day its period begins, or of the day it ends. */
export const timings = ['advance', 'arrears'] as const
export type Timing = (typeof timings)[number]

/** What becomes of the first or last part of a period: the days used, or the whole of it (then nothing is given back). */
export const partPolicies = ['prorated', 'full'] as const
export type PartPolicy = (typeof partPolicies)[number]

/** Days on which a line was suspended; `to` null: it still is. */
export interface Pause {
  readonly from: IsoDate
  readonly to: IsoDate | null
}

/**
 * A recurring charge, or below zero a discount: its price of a whole period, and the days it is owed. The day of
 * activation counts, the day of the end does not. A plan change is one charge that ends and another one that begins on the
 * same day; a price change alike. `pausedMinor`: the price of a period while suspended; null: suspension changes nothing.
 */
export interface RecurringCharge {
  readonly id: string
  readonly priceMinor: number
  readonly timing: Timing
  readonly activeFrom: IsoDate
  readonly activeUntil: IsoDate | null
  readonly atStart: PartPolicy
  readonly atEnd: PartPolicy
  readonly pausedMinor: number | null
}

/** Days at one price; a line on a bill, or what a bill should hold. A negative price takes back what was charged. */
export interface PricedDays {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly priceMinor: number
}

/** A line of a recurring charge with its working: `priceMinor` of a whole period, `days` of `ofDays`. */
export interface ChargeLine extends Part {
  readonly priceMinor: number
  /** Whether it corrects days an earlier bill had priced otherwise. */
  readonly isCorrection: boolean
}

/** What a charge comes to in a period, by all that is known now: days at one price each, in order. */
export function owedIn(charge: RecurringCharge, pauses: readonly Pause[], period: Period): readonly PricedDays[] {
  const until = charge.activeUntil ?? period.end
  if (charge.activeFrom >= period.end || until <= period.start || until <= charge.activeFrom) return []
  const from = charge.atStart === 'full' || charge.activeFrom < period.start ? period.start : charge.activeFrom
  const to = charge.atEnd === 'full' || until > period.end ? period.end : until
  const { pausedMinor } = charge
  if (pausedMinor === null) return [{ from, to, priceMinor: charge.priceMinor }]
  const edges = [from, to, ...pauses.flatMap((pause) => [pause.from, ...(pause.to === null ? [] : [pause.to])])]
  return between(edges.filter((day) => day >= from && day <= to)).map(({ start, end }) => ({
    from: start,
    to: end,
    priceMinor: isPaused(pauses, start) ? pausedMinor : charge.priceMinor,
  }))
}

/**
 * The lines that bring what was billed of a period up to what is owed: nothing when they agree, so that asking twice
 * books once; days billed at another price are taken back at that price and charged at theirs, each with its own
 * working. The sum of all lines ever made for a period is what is owed, to the cent.
 */
export function linesToOwed(
  owed: readonly PricedDays[],
  billed: readonly PricedDays[],
  period: Period,
): readonly ChargeLine[] {
  const prices = [...new Set([...billed, ...owed].map(({ priceMinor }) => Math.abs(priceMinor)))]
  const lines = prices.flatMap((price) => linesAt(price, owed, billed, period))
  return lines
    .filter(({ priceMinor }) => priceMinor !== 0)
    .toSorted((a, b) => compare(a.from, b.from) || a.priceMinor - b.priceMinor)
}

function linesAt(
  price: number,
  owed: readonly PricedDays[],
  billed: readonly PricedDays[],
  period: Period,
): readonly ChargeLine[] {
  const [due, done] = [owed, billed].map((all) => all.filter(({ priceMinor }) => Math.abs(priceMinor) === price))
  const edges = [...(due ?? []), ...(done ?? [])].flatMap(({ from, to }) => [from, to])
  const runs: { start: IsoDate; end: IsoDate; count: number }[] = []
  for (const days of between(edges)) {
    const count = countOn(days.start, due ?? []) - countOn(days.start, done ?? [])
    const last = runs.at(-1)
    if (last?.end === days.start && last.count === count) last.end = days.end
    else runs.push({ ...days, count })
  }
  const isCorrection = billed.length > 0
  return runs.flatMap(({ start, end, count }) =>
    Array.from({ length: Math.abs(count) }, () => {
      const priceMinor = Math.sign(count) * price
      return { ...prorate(priceMinor, period, { start, end }), priceMinor, isCorrection }
    }),
  )
}

/** How often a day is priced, less how often that was taken back. */
function countOn(day: IsoDate, all: readonly PricedDays[]): number {
  let count = 0
  for (const { from, to, priceMinor } of all) if (from <= day && day < to) count += Math.sign(priceMinor)
  return count
}

function between(edges: readonly IsoDate[]): readonly Period[] {
  const days = [...new Set(edges)].toSorted(compare)
  return days.flatMap((start, index) => {
    const end = days[index + 1]
    return end === undefined ? [] : [{ start, end }]
  })
}

function isPaused(pauses: readonly Pause[], day: IsoDate): boolean {
  return pauses.some(({ from, to }) => from <= day && (to === null || day < to))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether a charge that is paid once falls on a bill made on a day: it was due before, and no bill holds it yet. */
export function isDueOnce(charge: { readonly on: IsoDate; readonly isBilled: boolean }, billDate: IsoDate): boolean {
  return !charge.isBilled && addDays(charge.on, 1) <= billDate
}
