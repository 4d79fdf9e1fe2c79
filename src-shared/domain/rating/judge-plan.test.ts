import { expect, test } from 'vitest'
import { judgePlan } from './judge-plan.ts'
import type { Band, Rate, RatePlan } from './plan.ts'
import { examplePlan, minutes } from './plan.fixture.ts'

const [first] = examplePlan().rates
const withBands = (change: (bands: readonly Band[]) => readonly Band[]): RatePlan =>
  withRate((rate) => ({ ...rate, bands: [...change(rate.bands)] }))
const withRate = (change: (rate: Rate) => Rate): RatePlan =>
  examplePlan({ rates: examplePlan().rates.map((rate, index) => (index === 0 ? change(rate) : rate)) })
const moved = (place: number, change: Partial<Band>): RatePlan =>
  withBands((bands) => bands.map((band, index) => (index === place ? { ...band, ...change } : band)))
const twice = first === undefined ? [] : [...examplePlan().rates, { ...first, key: 'again' }]

test.each([
  ['as it is', examplePlan(), undefined],
  [
    'an hour without a price',
    moved(1, { from: 540 }),
    {
      code: 'PLAN_BAND_GAP',
      details: { plan: 'example', rate: 'national', day: 'rating.day.weekday', from: '08:00', to: '09:00' },
    },
  ],
  [
    'the evening without a price',
    withBands((bands) => bands.filter((_, index) => index !== 2)),
    {
      code: 'PLAN_BAND_GAP',
      details: { plan: 'example', rate: 'national', day: 'rating.day.weekday', from: '20:00', to: '24:00' },
    },
  ],
  [
    'holidays without a price',
    moved(3, { days: ['weekend'] }),
    {
      code: 'PLAN_BAND_GAP',
      details: { plan: 'example', rate: 'national', day: 'rating.day.holiday', from: '00:00', to: '24:00' },
    },
  ],
  [
    'an hour with two prices',
    moved(1, { from: 420 }),
    {
      code: 'PLAN_BAND_OVERLAP',
      details: { plan: 'example', rate: 'national', day: 'rating.day.weekday', from: '07:00', to: '08:00' },
    },
  ],
  [
    'a band of no length',
    moved(1, { from: 480, to: 480 }),
    {
      code: 'PLAN_BAND_OVERLAP',
      details: { plan: 'example', rate: 'national', day: 'rating.day.weekday', from: '08:00', to: '08:00' },
    },
  ],
  [
    'a tier that does not begin at nothing',
    moved(0, { tiers: [{ fromUnits: 5, priceMicro: 1 }] }),
    { code: 'PLAN_TIER_ORDER' },
  ],
  ['two rates for one zone', examplePlan({ rates: twice }), { code: 'PLAN_RATE_TWICE' }],
  ['a rate to no zone', withRate((rate) => ({ ...rate, zone: 'moon' })), { code: 'PLAN_ZONE_UNKNOWN' }],
  [
    'an allowance to no zone',
    examplePlan({ allowances: [minutes({ zones: ['moon'] })] }),
    { code: 'PLAN_ZONE_UNKNOWN' },
  ],
  [
    'a beginning in two zones',
    examplePlan({
      destinations: [
        { zone: 'national', prefixes: ['+33', '+4'] },
        { zone: 'europe', prefixes: ['+4'] },
        { zone: 'premium', prefixes: ['+3389'] },
      ],
    }),
    { code: 'PLAN_PREFIX_TWICE' },
  ],
] as const)('a plan %s', (_what, plan, fault) => {
  const judged = judgePlan(plan)
  if (fault === undefined) expect(judged).toEqual({ ok: true, value: true })
  else expect(judged).toMatchObject({ ok: false, error: fault })
})
