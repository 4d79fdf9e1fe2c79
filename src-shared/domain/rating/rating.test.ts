import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leftOf, openAllowances, unusedGrant } from './allowances.ts'
import { compilePlan } from './compile-plan.ts'
import { isWeekend, localClock } from './local-clock.ts'
import type { RatePlan } from './plan.ts'
import { examplePlan, minutes } from './plan.fixture.ts'
import type { LineUsage, RatingState } from './rate-usage.ts'
import { rateUsage } from './rate-usage.ts'
import { differences } from './rerate.ts'

/** 10:00 in Paris on Thursday 16 July 2026; minutes later. */
const at = (minute: number): number => Date.UTC(2026, 6, 16, 8) + minute * 60_000
const call = (change: Partial<LineUsage> = {}): LineUsage => ({
  id: 'r1',
  productId: 'line',
  type: 'voice',
  other: '+33123456789',
  visited: '',
  startedAt: at(0),
  units: 60,
  ...change,
})
const fresh: RatingState = { allowances: [], tiers: {} }
function opened(plan: RatePlan, products: readonly string[] = ['line']): RatingState {
  const lines = products.map((productId) => ({ productId, allowances: plan.allowances }))
  return { allowances: openAllowances(lines, []), tiers: {} }
}
function rated(records: readonly LineUsage[], plan = examplePlan(), before = opened(plan)) {
  const compiled = compilePlan(plan)
  return rateUsage(new Map(records.map(({ productId }) => [productId, compiled])), records, before)
}
const micros = (records: readonly LineUsage[]) => rated(records).rated.map(({ amountMicro }) => amountMicro)

describe('a record', () => {
  test.each([
    ['a peak minute: connect fee 0.10 and 0.12', {}, 220_000],
    ['61 seconds: by the second after the first minute', { units: 61 }, 222_000],
    ['10 seconds: the first interval whole', { units: 10 }, 220_000],
    ['at night without connect fee', { startedAt: at(-180) }, 50_000],
    ['begun a minute before the peak, whatever its length', { startedAt: at(-121) }, 50_000],
    ['a holiday is priced as one, though a weekday', { startedAt: at(-2 * 1440) }, 50_000],
    ['a Saturday', { startedAt: at(2 * 1440) }, 50_000],
    ['the longest beginning counts: premium, not national', { other: '+33899123456' }, 1_300_000],
    ['half minutes to Europe', { other: '+420601123456', units: 31 }, 200_000],
    ['a free number', { other: '112' }, 0],
    ['not answered', { units: 0 }, 0],
    ['a message', { type: 'message', units: 1 }, 90_000],
    ['data at home', { type: 'data', other: '', units: 5_000_000 }, 50_000],
    ['data abroad in steps of 100 kB', { type: 'data', other: '', visited: '310', units: 10_000_001 }, 31_310_000],
  ] as const)('%s', (_what, change, amount) => {
    expect(micros([call(change)])).toEqual([amount])
  })

  test('without a price in its plan waits, and the others go on', () => {
    const { rated: priced, unpriced } = rated([call({ id: 'a', other: '+15551234' }), call({ id: 'b' })])
    expect(priced.map(({ record }) => record.id)).toEqual(['b'])
    expect(unpriced).toEqual([{ recordId: 'a', zone: 'world' }])
  })

  test('tiers: the second hundred megabytes at half the price, also inside one record', () => {
    const data = (id: string, units: number, minute: number) =>
      call({ id, type: 'data', other: '', units, startedAt: at(minute) })
    expect(micros([data('a', 90_000_000, 0), data('b', 20_000_000, 1), data('c', 10_000_000, 2)])).toEqual([
      900_000, 150_000, 50_000,
    ])
  })
})

describe('allowances', () => {
  test('cover what they can; the rest is paid with its connect fee, and nothing falls below zero', () => {
    const plan = examplePlan({ allowances: [minutes()] })
    const result = rated([call({ id: 'a', units: 90 }), call({ id: 'b', units: 60, startedAt: at(5) })], plan)
    expect(result.rated).toMatchObject([
      { free: 90, amountMicro: 0, allowanceId: 'minutes' },
      { free: 30, charged: 60, amountMicro: 160_000 },
    ])
    expect(result.after.allowances.map(leftOf)).toEqual([0])
  })

  test('what is left rolls over for one period and is used first', () => {
    const allowances = [minutes({ rollsOver: true })]
    const open = (before: RatingState['allowances']) => openAllowances([{ productId: 'line', allowances }], before)
    const june = open([]).map((one) => ({ ...one, used: 100 }))
    const july = open(june)
    expect(july.map(leftOf)).toEqual([140])
    // 10 of the 20 brought along are used: those are gone, and this month's 120 roll over whole
    expect(july.map((one) => unusedGrant({ ...one, used: 10 }))).toEqual([120])
    expect(july.map((one) => unusedGrant({ ...one, used: 50 }))).toEqual([90])
  })

  test('shared ones serve every line of the payer, after the line’s own', () => {
    const plan = examplePlan({ allowances: [minutes(), minutes({ id: 'family', isShared: true, units: 60 })] })
    const compiled = compilePlan(plan)
    const lines = [
      { productId: 'one', allowances: plan.allowances },
      { productId: 'two', allowances: [] },
    ]
    const records = [
      call({ id: 'a', productId: 'two', units: 60 }),
      call({ id: 'b', productId: 'one', units: 120, startedAt: at(9) }),
    ]
    const plans = new Map([
      ['one', compiled],
      ['two', compiled],
    ])
    const result = rateUsage(plans, records, { allowances: openAllowances(lines, []), tiers: {} })
    expect(result.rated.map(({ allowanceId, amountMicro }) => [allowanceId, amountMicro])).toEqual([
      ['one:family', 0],
      ['minutes', 0],
    ])
  })

  test('beyond fair use a record is free and marked', () => {
    const plan = examplePlan({ allowances: [minutes({ units: null, fairUseUnits: 100 })] })
    const marks = rated([call({ id: 'a' }), call({ id: 'b', startedAt: at(3) })], plan).rated
    expect(marks.map(({ isBeyondFairUse, amountMicro }) => [isBeyondFairUse, amountMicro])).toEqual([
      [false, 0],
      [true, 0],
    ])
  })
})

const usage = fc.array(
  fc.record({
    type: fc.constantFrom('voice' as const, 'data' as const, 'message' as const),
    units: fc.nat(400),
    minute: fc.integer({ min: -3000, max: 3000 }),
    productId: fc.constantFrom('line', 'other'),
    isAbroad: fc.boolean(),
  }),
  { maxLength: 40 },
)
type Made = Parameters<Parameters<typeof usage.map>[0]>[0]
const records = (made: Made): readonly LineUsage[] =>
  made.map(({ type, units, minute, productId, isAbroad }, index) => {
    const isData = type === 'data'
    const other = isData ? '' : '+33123456789'
    const visited = isData && isAbroad ? '310' : ''
    return call({ id: `r${index}`, type, productId, other, visited, units, startedAt: at(minute) })
  })
const shared = examplePlan({
  allowances: [
    minutes(),
    minutes({ id: 'pool', isShared: true, units: 300 }),
    minutes({ id: 'data', type: 'data', zones: ['home', 'roamingWorld'], units: 200, fairUseUnits: 100 }),
  ],
})

test('two orders of the same usage cost the same, and allowances never fall below zero', () => {
  fc.assert(
    fc.property(usage, (made) => {
      const all = records(made)
      const before = opened(shared, ['line', 'other'])
      const one = rated(all, shared, before)
      expect(rated(all.toReversed(), shared, before)).toEqual(one)
      for (const allowance of one.after.allowances) expect(leftOf(allowance)).toBeGreaterThanOrEqual(0)
      for (const each of one.rated) expect(each.free <= each.charged || each.rateKey === '').toBe(true)
    }),
  )
})

test('re-rating at corrected prices books the difference once', () => {
  const dearer = examplePlan({
    rates: examplePlan().rates.map((rate) => ({
      ...rate,
      bands: rate.bands.map((band) => ({ ...band, connectMicro: band.connectMicro + 10_000 })),
    })),
  })
  fc.assert(
    fc.property(usage, (made) => {
      const all = records(made)
      const booked: { recordId: string; amountMicro: number; free: number }[] = []
      for (const plan of [examplePlan(), dearer, examplePlan(), examplePlan()]) {
        const { rated: now } = rated(all, plan, fresh)
        for (const { rated: of, amountMicro, free } of differences(now, booked))
          booked.push({ recordId: of.record.id, amountMicro, free })
        expect(differences(now, booked)).toEqual([])
        const sum = (list: readonly { readonly amountMicro: number }[]) =>
          list.reduce((all_, one) => all_ + one.amountMicro, 0)
        expect(sum(booked)).toBe(sum(now))
      }
    }),
  )
})

test('a clock of Paris knows the hour that spring leaves out and the one that autumn has twice', () => {
  const clock = localClock('Europe/Paris')
  expect(clock(Date.UTC(2026, 2, 29, 0, 59))).toEqual({ date: '2026-03-29', minute: 119 })
  expect(clock(Date.UTC(2026, 2, 29, 1, 0))).toEqual({ date: '2026-03-29', minute: 180 })
  expect(clock(Date.UTC(2026, 9, 25, 0, 30))).toEqual(clock(Date.UTC(2026, 9, 25, 1, 30)))
  expect(clock(Date.UTC(2026, 5, 30, 22, 0))).toEqual({ date: '2026-07-01', minute: 0 })
  expect(['2026-07-17', '2026-07-18', '2026-07-19', '2026-07-20', '1969-12-28'].map(isWeekend)).toEqual([
    false,
    true,
    true,
    false,
    true,
  ])
})
