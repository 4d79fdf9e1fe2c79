import { describe, expect, test } from 'vitest'
import type { CountedDispute, GivenCredit } from './insight.ts'
import { insightOf, mondayOf } from './insight.ts'

const credit = (change: Partial<GivenCredit>): GivenCredit => ({
  ...{ on: '2026-10-20', reason: 'goodwill', agent: 'Anna', product: '', amountMinor: 1000, ...change },
})
const dispute = (change: Partial<CountedDispute>): CountedDispute => ({
  ...{ customerId: 'pavel', customerName: 'Pavel', filedOn: '2026-10-01', answerBy: '2026-10-15' },
  ...{ decidedOn: null, grantedMinor: 0, ...change },
})

describe('insight', () => {
  test.each([
    ['2026-10-22', '2026-10-19'],
    ['2026-10-19', '2026-10-19'],
    ['2026-10-18', '2026-10-12'],
    ['2024-02-29', '2024-02-26'],
  ])('the week of %s begins on %s', (day, monday) => expect(mondayOf(day)).toBe(monday))

  test('credits of twelve weeks are summed by reason, agent, product and week; older ones are left out', () => {
    const { cuts, totalMinor, since } = insightOf(
      '2026-10-22',
      [
        credit({}),
        credit({ reason: 'ourDelay', agent: 'Petr', product: 'a', amountMinor: 15_000 }),
        credit({ on: '2026-10-12', amountMinor: 500 }),
        credit({ on: '2026-08-02' }),
        credit({ on: '2026-08-03', agent: 'Luc' }),
      ],
      [],
    )
    expect([since, totalMinor]).toEqual(['2026-08-03', 17_500])
    expect(cuts.reason).toEqual([
      { key: 'ourDelay', count: 1, amountMinor: 15_000 },
      { key: 'goodwill', count: 3, amountMinor: 2500 },
    ])
    expect(cuts.agent.map(({ key }) => key)).toEqual(['Petr', 'Anna', 'Luc'])
    expect(cuts.week).toHaveLength(12)
    expect(cuts.week.slice(-2).map(({ count }) => count)).toEqual([1, 2])
  })

  test('decided on the promised day is in time, the day after is late, and open ones count nowhere', () => {
    const { inTime } = insightOf(
      '2026-10-22',
      [],
      [dispute({ decidedOn: '2026-10-15' }), dispute({ decidedOn: '2026-10-16' }), dispute({})],
    )
    expect(inTime.slice(-2)).toEqual([
      { week: '2026-10-12', inTime: 1, late: 1 },
      { week: '2026-10-19', inTime: 0, late: 0 },
    ])
  })

  test('who disputed more than once within a year is named, the most first', () => {
    const jana = { customerId: 'jana', customerName: 'Jana' }
    const { repeats } = insightOf(
      '2026-10-22',
      [],
      [dispute({ grantedMinor: 500 }), dispute({}), dispute(jana), dispute({ ...jana, filedOn: '2025-10-21' })],
    )
    expect(repeats).toEqual([{ customerId: 'pavel', name: 'Pavel', disputes: 2, grantedMinor: 500 }])
  })
})
