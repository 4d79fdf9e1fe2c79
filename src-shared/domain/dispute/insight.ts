import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays, dateOfDayNumber, dayNumber } from '#shared/kernel/date.ts'

/** A credit that was given, as it is counted; `product` is the name of its line as the bill has it, '' of a whole bill. */
export interface GivenCredit {
  readonly on: IsoDate
  readonly reason: string
  readonly agent: string
  readonly product: string
  readonly amountMinor: number
}

/** A dispute that was decided, or one that is open. */
export interface CountedDispute {
  readonly customerId: string
  readonly customerName: string
  readonly filedOn: IsoDate
  readonly answerBy: IsoDate
  readonly decidedOn: IsoDate | null
  readonly grantedMinor: number
}

/** So many, and what they come to. */
export interface Slice {
  readonly key: string
  readonly count: number
  readonly amountMinor: number
}

export const insightCuts = ['reason', 'agent', 'product', 'week'] as const
export type InsightCut = (typeof insightCuts)[number]

export interface Insight {
  readonly since: IsoDate
  readonly totalMinor: number
  readonly cuts: Readonly<Record<InsightCut, readonly Slice[]>>
  /** By the week of the decision: in time, and late. */
  readonly inTime: readonly { readonly week: IsoDate; readonly inTime: number; readonly late: number }[]
  /** Customers with more than one dispute, the most first. */
  readonly repeats: readonly {
    readonly customerId: string
    readonly name: string
    readonly disputes: number
    readonly grantedMinor: number
  }[]
}

export const insightWeeks = 12

/** What was given and how in the last twelve weeks, today's among them; sums largest first, weeks as they passed. */
export function insightOf(
  today: IsoDate,
  credits: readonly GivenCredit[],
  disputes: readonly CountedDispute[],
): Insight {
  const weeks = Array.from({ length: insightWeeks }, (_, at) => addDays(mondayOf(today), (at - insightWeeks + 1) * 7))
  const since = weeks[0] ?? today
  const given = credits.filter(({ on }) => on >= since && on <= today)
  const by = (cut: Exclude<InsightCut, 'week'>) =>
    slicesOf(given, (one) => one[cut]).toSorted((a, b) => b.amountMinor - a.amountMinor || (a.key < b.key ? -1 : 1))
  const ofWeek = new Map(slicesOf(given, ({ on }) => mondayOf(on)).map((slice) => [slice.key, slice]))
  const decided = disputes.flatMap(({ decidedOn, answerBy }) =>
    decidedOn === null || decidedOn < since ? [] : [{ week: mondayOf(decidedOn), isLate: decidedOn > answerBy }],
  )
  return {
    since,
    totalMinor: given.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    cuts: {
      ...{ reason: by('reason'), agent: by('agent'), product: by('product') },
      week: weeks.map((key) => ofWeek.get(key) ?? { key, count: 0, amountMinor: 0 }),
    },
    inTime: weeks.map((week) => {
      const own = decided.filter((one) => one.week === week)
      const late = own.filter(({ isLate }) => isLate).length
      return { week, inTime: own.length - late, late }
    }),
    repeats: repeatsOf(disputes.filter(({ filedOn }) => filedOn >= addDays(today, -365))),
  }
}

/** The Monday of a day's week. */
export function mondayOf(day: IsoDate): IsoDate {
  // 1970-01-01 was a Thursday
  const number = dayNumber(day)
  return dateOfDayNumber(number - ((number + 3) % 7))
}

function slicesOf(given: readonly GivenCredit[], keyOf: (one: GivenCredit) => string): readonly Slice[] {
  const slices = new Map<string, Slice>()
  for (const one of given) {
    const key = keyOf(one)
    const slice = slices.get(key) ?? { key, count: 0, amountMinor: 0 }
    slices.set(key, { key, count: slice.count + 1, amountMinor: slice.amountMinor + one.amountMinor })
  }
  return [...slices.values()]
}

function repeatsOf(disputes: readonly CountedDispute[]): Insight['repeats'] {
  const customers = new Map<string, Insight['repeats'][number]>()
  for (const { customerId, customerName: name, grantedMinor } of disputes) {
    const one = customers.get(customerId) ?? { customerId, name, disputes: 0, grantedMinor: 0 }
    customers.set(customerId, { ...one, disputes: one.disputes + 1, grantedMinor: one.grantedMinor + grantedMinor })
  }
  return [...customers.values()]
    .filter((one) => one.disputes > 1)
    .toSorted((a, b) => b.disputes - a.disputes || a.name.localeCompare(b.name))
    .slice(0, 20)
}
