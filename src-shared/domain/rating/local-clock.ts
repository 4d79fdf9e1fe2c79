import type { Instant, IsoDate } from '#shared/kernel/date.ts'
import { dateInZone, dayNumber } from '#shared/kernel/date.ts'

/** Day and minute of a moment as a clock on the wall shows them. */
export interface LocalTime {
  readonly date: IsoDate
  readonly minute: number
}

const quarterMs = 900_000

/**
 * A clock of a time zone (IANA name) for many moments: what is costly is asked once for each quarter of an hour, and no
 * zone's offset changes within one.
 */
export function localClock(zone: string): (at: Instant) => LocalTime {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const quarters = new Map<number, LocalTime>()
  return (at) => {
    const quarter = Math.floor(at / quarterMs)
    let begun = quarters.get(quarter)
    if (!begun) {
      const [hours = '0', minutes = '0'] = format.format(quarter * quarterMs).split(':')
      begun = { date: dateInZone(quarter * quarterMs, zone), minute: Number(hours) * 60 + Number(minutes) }
      quarters.set(quarter, begun)
    }
    return { date: begun.date, minute: begun.minute + Math.floor((at - quarter * quarterMs) / 60_000) }
  }
}

/** Whether a day is a Saturday or Sunday. 1970-01-01 was a Thursday. */
export function isWeekend(date: IsoDate): boolean {
  const weekday = (((dayNumber(date) + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}
