import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import { frequencies, periodOf } from '#shared/domain/billing/periods.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { BillCharge, BilledDays, ComposedLine } from './compose-bill.ts'
import { composeBill } from './compose-bill.ts'

const fee = (change: Partial<BillCharge> = {}): BillCharge => ({
  ...{ id: 'fee', kind: 'recurring', userId: 'u', productId: 'p', name: '', taxCode: 'standard', isBilled: false },
  ...{ priceMinor: 2490, timing: 'arrears', activeFrom: '2025-12-20', activeUntil: null },
  ...{ atStart: 'prorated', atEnd: 'prorated', pausedMinor: 0 },
  ...change,
})

/** The lines of each bill from a day to another, each bill knowing what those before it hold. */
function billsOf(charge: BillCharge, cycle: Cycle, from: IsoDate, until: IsoDate) {
  const billed: BilledDays[] = []
  const bills: (readonly ComposedLine[])[] = []
  const first = periodOf(from, cycle)
  for (let period = first; period.end <= until; period = periodOf(period.end, cycle)) {
    const bill = composeBill({
      ...{ billDate: period.end, cycle, billedFrom: first.start, isTaxIncluded: true, charges: [charge] },
      ...{ pauses: new Map(), billed, usage: [] },
      taxRates: [{ code: 'standard', category: 'S', basisPoints: 2000, validFrom: '2014-01-01', validUntil: null }],
    })
    if (!bill.ok) throw new Error(bill.error.code)
    bills.push(bill.value.lines)
    for (const line of bill.value.lines) billed.push({ ...line, chargeId: charge.id, periodStart: line.period.start })
  }
  return bills
}
const shown = (lines: readonly ComposedLine[] | undefined) =>
  lines?.map(({ from, to, days, ofDays, amountMinor, isCorrection }) => [
    from,
    to,
    days,
    ofDays,
    amountMinor,
    isCorrection,
  ])

describe('a fee is by the month, however often bills come', () => {
  test('every quarter from the 31st: three months, February’s begins on its last day', () => {
    // 31 Jan to 28 Feb, to 31 Mar, to 30 Apr: each of them one month
    const bills = billsOf(fee(), { frequency: 'quarterly', cycleDay: 31, anchorMonth: 1 }, '2026-01-31', '2026-04-30')
    expect(bills.map(shown)).toEqual([
      [
        ['2026-01-31', '2026-02-28', 28, 28, 2490, false],
        ['2026-02-28', '2026-03-31', 31, 31, 2490, false],
        ['2026-03-31', '2026-04-30', 30, 30, 2490, false],
      ],
    ])
  })

  test('every two months, begun in the second one: a part of that', () => {
    // 3 Feb to 3 Mar has 28 days; from 17 Feb 14 of them: 24.90 x 14/28
    const cycle = { frequency: 'twoMonthly', cycleDay: 3, anchorMonth: 1 } as const
    const bills = billsOf(fee({ activeFrom: '2026-02-17' }), cycle, '2026-01-03', '2026-03-03')
    expect(bills.map(shown)).toEqual([[['2026-02-17', '2026-03-03', 14, 28, 1245, false]]])
  })

  test('twice a month: two parts of one month, neither of them a correction', () => {
    // October from the 1st: 15 days and 16 of 31. What is left at the 16th is 24.90 x 16/31 = 12.85
    const cycle = { frequency: 'twiceMonthly', cycleDay: 1, anchorMonth: 1 } as const
    const bills = billsOf(fee(), cycle, '2026-10-01', '2026-11-01')
    expect(bills.map(shown)).toEqual([
      [['2026-10-01', '2026-10-16', 15, 31, 1205, false]],
      [['2026-10-16', '2026-11-01', 16, 31, 1285, false]],
    ])
  })

  test('once a year: twelve months, a discount of the first three of them', () => {
    const cycle = { frequency: 'yearly', cycleDay: 1, anchorMonth: 1 } as const
    const [fees] = billsOf(fee(), cycle, '2026-01-01', '2027-01-01')
    expect(fees?.map(({ amountMinor }) => amountMinor)).toEqual(Array.from({ length: 12 }, () => 2490))
    const off = fee({ kind: 'discount', priceMinor: -500, activeFrom: '2026-01-01', activeUntil: '2026-04-01' })
    const [discounts] = billsOf(off, cycle, '2026-01-01', '2027-01-01')
    expect(discounts?.map(({ amountMinor }) => amountMinor)).toEqual([-500, -500, -500])
  })
})

test('whatever the cycle and the days of a line, a year’s bills come to what monthly ones come to', () => {
  const cycles = fc.record({
    frequency: fc.constantFrom(...frequencies),
    cycleDay: fc.integer({ min: 1, max: 31 }),
    anchorMonth: fc.integer({ min: 1, max: 12 }),
  })
  const days = fc.integer({ min: 0, max: 364 })
  fc.assert(
    fc.property(cycles, days, fc.option(days), fc.constantFrom('advance', 'arrears'), (cycle, start, end, timing) => {
      const year = periodOf('2027-07-01', { ...cycle, frequency: 'yearly' })
      const begin = year.start
      const activeFrom = addDays(begin, start)
      const charge = fee({
        ...{ activeFrom, activeUntil: end === null ? addDays(begin, 340) : addDays(activeFrom, end), timing },
        priceMinor: 2999,
      })
      const early = cycle.frequency === 'twiceMonthly' && cycle.cycleDay > 16 ? cycle.cycleDay - 15 : cycle.cycleDay
      // far enough that all of the line's days are on bills, of whatever cycle
      const sum = (of: Cycle) =>
        billsOf(charge, of, begin, '2030-12-31')
          .flat()
          .reduce((all, { amountMinor }) => all + amountMinor, 0)
      expect(sum(cycle)).toBe(sum({ frequency: 'monthly', cycleDay: early, anchorMonth: 1 }))
    }),
    { numRuns: 60 },
  )
})
