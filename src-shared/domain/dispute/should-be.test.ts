import { describe, expect, test } from 'vitest'
import { billLine, usageLine } from '#shared/domain/bill/bill-lines.fixture.ts'
import type { RecountedLine } from './recount.ts'
import { doublesOf } from './recount.ts'
import type { LineFacts } from './should-be.ts'
import { judgeLine } from './should-be.ts'

const call = (id: string, change: Partial<LineFacts['uses'][number]> = {}) => ({
  ...{ id, startedAt: Date.UTC(2026, 9, 2, 19, 10), other: '+33891990012', visited: '', units: 600, charged: 600 },
  ...{ free: 0, amountMicro: 8_500_000, isBeyondFairUse: false, ...change },
})
const calls = usageLine('voice', 'premium', 1700, { tax_basis_points: 2000 })
const fee = billLine({ amount_minor: 3000, price_minor: 3000, days: 30, of_days: 30 })
const facts = (change: Partial<LineFacts>): LineFacts => ({
  ...{ line: calls, currency: 'EUR', isTaxIncluded: true, uses: [], missing: 0, isTwin: false, lostMinor: 0 },
  ...{ since: null, core: undefined, ...change },
})
const core = (change: Partial<RecountedLine> = {}): RecountedLine => ({
  ...{ lineId: 'x', isOrdered: true, isTwice: false, billedMicro: 17_000_000, shouldMicro: 17_000_000 },
  ...{ settledMicro: 0, unpriced: 0, uses: [], owedMinor: null, owedDays: 0, settledMinor: 0, ...change },
})
const double = { id: 'b', billedMicro: 8_500_000, shouldMicro: 0, isDouble: true }
const dear = { id: 'a', billedMicro: 8_500_000, shouldMicro: 5_000_000, isDouble: false }

describe('what a line should have been', () => {
  test.each([
    ['a call told twice, seen without the core', { uses: [call('a'), call('b')] }, 850, [['doubled', 850, 1]]],
    ['calls that only look alike', { uses: [call('a'), call('b', { units: 601 })] }, 1700, []],
    ['as the core counted it: right', { core: core() }, 1700, []],
    ['a double, by the core', { core: core({ shouldMicro: 8_500_000, uses: [double] }) }, 850, [['doubled', 850, 1]]],
    [
      'a double, and the other one at a price put right',
      { core: core({ shouldMicro: 5_000_000, uses: [double, dear] }) },
      500,
      [
        ['doubled', 850, 1],
        ['rerated', 350, 1],
      ],
    ],
    ['dearer than billed', { core: core({ shouldMicro: 18_000_000, uses: [dear] }) }, 1800, [['rerated', -100, 1]]],
    ['without tax in its price', { isTaxIncluded: false, uses: [call('a'), call('b')] }, 991, [['doubled', 709, 1]]],
    ['the same line before it', { line: fee, isTwin: true }, 0, [['twice', 3000, 1]]],
    ['charged once before', { line: fee, core: core({ isTwice: true }) }, 0, [['twice', 3000, 1]]],
    ['ordered by nobody', { line: fee, core: core({ isOrdered: false }) }, 0, [['noOrder', 3000, 1]]],
    ['fewer days owed', { line: fee, core: core({ owedMinor: 1200, owedDays: 12 }) }, 1200, [['days', 1800, 12]]],
    ['a lower price', { line: fee, core: core({ owedMinor: 2500, owedDays: 30 }) }, 2500, [['price', 500, 30]]],
    ['days without service', { line: fee, lostMinor: 300 }, 2700, [['outage', 300, 0]]],
    ['a credit of a bill before', { line: { ...fee, is_correction: 1 }, isTwin: true }, 3000, []],
  ] as const)('%s', (_name, change, shouldMinor, found) => {
    const verdict = judgeLine(facts(change))
    expect(verdict.shouldMinor).toBe(shouldMinor)
    expect(verdict.findings.map(({ cause, amountMinor, count }) => [cause, amountMinor, count])).toEqual(found)
  })

  test('what another bill gives back by itself is told beside it', () => {
    const days = judgeLine(facts({ line: fee, core: core({ owedMinor: 1200, owedDays: 12, settledMinor: 1800 }) }))
    const usage = judgeLine(facts({ core: core({ shouldMicro: 8_500_000, settledMicro: 8_500_000, uses: [double] }) }))
    expect([days.settledMinor, usage.settledMinor]).toEqual([1800, 850])
  })

  test('what cannot be judged is a doubt', () => {
    const away = judgeLine(facts({ uses: [call('a')], missing: 3 }))
    expect(away.doubts).toEqual([
      { of: 'core', count: 0 },
      { of: 'records', count: 3 },
    ])
    expect(judgeLine(facts({ core: core({ unpriced: 2 }) })).doubts).toEqual([{ of: 'unpriced', count: 2 }])
    expect(judgeLine(facts({ line: fee, core: core() })).doubts).toEqual([{ of: 'core', count: 0 }])
  })

  test('offline a fee is held against the first day of its product', () => {
    const line = {
      ...fee,
      period_start: '2026-10-01',
      period_end: '2026-10-31',
      from_date: '2026-10-01',
      to_date: '2026-10-31',
    }
    expect(judgeLine(facts({ line, since: '2026-10-11' }))).toMatchObject({
      shouldMinor: 2000,
      findings: [{ cause: 'days', amountMinor: 1000, count: 20 }],
    })
  })
})

test('a record is a double only of the same line, second, other side and length; the first by id counts', () => {
  const of = 'line voice'
  const uses = [
    { ...call('b'), of },
    { ...call('a'), of },
    { ...call('c'), of: 'line data' },
    { ...call('d', { startedAt: call('a').startedAt + 1000 }), of },
    { ...call('e', { other: '+33891990013' }), of },
    { ...call('f', { units: 0 }), of },
    { ...call('g', { units: 0 }), of },
  ]
  expect([...doublesOf(uses)]).toEqual(['b'])
})
