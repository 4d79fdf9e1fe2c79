import type { Period } from '#shared/domain/billing/periods.ts'
import { daysOf } from '#shared/domain/billing/periods.ts'
import { localClock } from '#shared/domain/rating/local-clock.ts'
import type { UsageType } from '#shared/domain/rating/usage-record.ts'
import type { Instant, IsoDate } from '#shared/kernel/date.ts'
import { addDays, dayNumber } from '#shared/kernel/date.ts'
import type { UsageRow } from '#core/db/billing-schema.ts'
import type { Random } from '../random.ts'
import type { SceneUse } from './scenes.ts'

/** Records of generated usage stand in this file. */
export const generatedFile = 'generated'

/** A line whose usage is made up. */
export interface UsingLine {
  readonly productId: string
  readonly msisdn: string
  readonly activeFrom: IsoDate
}

export interface UsageWish {
  /** The days; what happens on the last of `until` or later is not known yet. */
  readonly period: Period
  readonly until: IsoDate
  readonly records: number
  /** Whether some of it may be beyond what plans give. */
  readonly mayCost: boolean
  /** Home data in all, octets; null as it comes. */
  readonly dataOctets: number | null
  readonly also: readonly SceneUse[]
}

const gigabyte = 1_000_000_000
/** Numbers kept for films: nobody is called by them. */
const friends = ['+33199001234', '+33261911208', '+33353012277', '+33465710018', '+33536490661', '+33639984141']

/** The records of a line in a period, by a stream of its own. Moments are told by a clock of the market. */
export function lineUsage(
  line: UsingLine,
  wish: UsageWish,
  random: Random,
  instantAt: (date: IsoDate, minute: number) => Instant,
): readonly UsageRow[] {
  const { period } = wish
  const from = line.activeFrom > period.start ? line.activeFrom : period.start
  const to = wish.until < period.end ? wish.until : period.end
  const days = to > from ? daysOf({ start: from, end: to }) : 0
  // as many a day in a part of a period as in a whole one
  const count = Math.ceil((wish.records * days) / daysOf(period))
  const made = Array.from({ length: count }, () => ordinaryUse(random, days))
  const extra = wish.mayCost && days > 0 && random.percent(30) ? [dearUse(random, days)] : []
  const known = wish.also.map((use) => ({ ...use, day: daysOf(period) - use.daysBefore, start: period.start }))
  const all = [...[...made, ...extra].map((use) => ({ ...use, start: from })), ...known]
  const data = all.reduce((sum, { type, units }) => sum + (type === 'data' ? units : 0), 0)
  if (wish.dataOctets !== null && days > 0)
    all.push({ ...plain, type: 'data', units: wish.dataOctets - data, day: days - 1, minute: 1_290, start: from })
  return all.map(({ type, other, visited, units, day, minute, start, isDouble }, index) => {
    const onDate = addDays(start, day)
    return {
      id: `${line.productId}/${period.start}/${index}`,
      file_id: generatedFile,
      product_id: line.productId,
      type,
      msisdn: line.msisdn,
      other,
      visited,
      started_at: instantAt(onDate, minute) + ((isDouble ? index - 1 : index) % 60) * 1_000,
      on_date: onDate,
      units,
      bill_on: period.end,
    }
  })
}

type Use = Pick<UsageRow, 'other' | 'visited' | 'units'> & {
  readonly isDouble?: true
  readonly type: UsageType
  readonly day: number
  readonly minute: number
}

const plain = { other: '', visited: '' } as const

/** Calls, messages and data at home: every plan holds them, and so many gigabytes are far from its end. */
function ordinaryUse(random: Random, days: number): Use {
  const when = { day: random.below(days), minute: 420 + random.below(900) }
  const share = random.below(100)
  if (share < 45)
    return { ...plain, ...when, type: 'voice', other: random.pick(friends), units: 15 + random.below(900) }
  if (share < 70) return { ...plain, ...when, type: 'message', other: random.pick(friends), units: 1 }
  return { ...plain, ...when, type: 'data', units: 20_000_000 + random.below(300_000_000) }
}

function dearUse(random: Random, days: number): Use {
  const when = { ...plain, day: random.below(days), minute: 420 + random.below(900) }
  const minutes = 60 * (1 + random.below(9))
  return random.pick<Use>([
    { ...when, type: 'voice', other: '+420601123456', units: minutes },
    { ...when, type: 'voice', other: '+12025550123', units: minutes },
    { ...when, type: 'voice', other: '+33891990012', units: minutes },
    { ...when, type: 'message', other: '36990', units: 1 },
    { ...when, type: 'data', units: 12 * gigabyte },
    { ...when, type: 'voice', other: '+33199001234', visited: '22801', units: minutes },
    { ...when, type: 'voice', other: '+33199001234', visited: '60401', units: minutes },
  ])
}

/** The moment at which clocks of a zone show a day's minute; the first of the two in autumn's doubled hour. */
export function wallClock(zone: string): (date: IsoDate, minute: number) => Instant {
  const clock = localClock(zone)
  return (date, minute) => {
    const asUtc = dayNumber(date) * 86_400_000 + minute * 60_000
    const shown = clock(asUtc)
    const aheadMs = dayNumber(shown.date) * 86_400_000 + shown.minute * 60_000 - asUtc
    return asUtc - aheadMs
  }
}
