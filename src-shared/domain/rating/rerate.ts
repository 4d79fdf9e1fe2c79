import type { Rated } from './rate-usage.ts'

/** What was booked of a record until now: the sum of its ratings. */
export interface BookedRating {
  readonly recordId: string
  readonly amountMicro: number
  readonly free: number
}

/** What has to be booked beside it, so that the sum is the new price; the old rating stays as it is. */
export interface RatingDifference {
  readonly rated: Rated
  readonly amountMicro: number
  readonly free: number
}

/**
 * The differences between new ratings and what was booked: only those that are not nothing, so that re-rating twice books
 * once.
 */
export function differences(rated: readonly Rated[], booked: readonly BookedRating[]): readonly RatingDifference[] {
  const sums = new Map<string, { amountMicro: number; free: number }>()
  for (const { recordId, amountMicro, free } of booked) {
    const sum = sums.get(recordId)
    if (sum) {
      sum.amountMicro += amountMicro
      sum.free += free
    } else sums.set(recordId, { amountMicro, free })
  }
  return rated.flatMap((one) => {
    const before = sums.get(one.record.id) ?? { amountMicro: 0, free: 0 }
    const difference = { rated: one, amountMicro: one.amountMicro - before.amountMicro, free: one.free - before.free }
    return difference.amountMicro === 0 && difference.free === 0 ? [] : [difference]
  })
}

/** A line in use of a bill, minor units: what was billed, given back of it and charged by re-ratings, and what is due now. */
export interface Rerated {
  readonly billedMinor: number
  readonly creditedMinor: number
  readonly reratedMinor: number
  readonly dueMinor: number
}

/**
 * What a re-rating charges for such a line, minor units; below zero it gives back. Of a price that fell only what credit notes
 * did not give back before, and what they gave is never asked again: they may have been for something else. So a line whose
 * prices (`changeMicro`: of all its records) stay has no difference, and one that fell is never charged more.
 */
export function rerated({ billedMinor, creditedMinor, reratedMinor, dueMinor }: Rerated, changeMicro: number): number {
  const fell = Math.min(0, dueMinor - billedMinor)
  const target = Math.max(0, dueMinor - billedMinor) + Math.min(0, fell + creditedMinor)
  const difference = target - reratedMinor
  if (creditedMinor === 0) return difference
  if (changeMicro === 0) return 0
  return changeMicro < 0 ? Math.min(0, difference) : Math.max(0, difference)
}
