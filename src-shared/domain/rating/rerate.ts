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
