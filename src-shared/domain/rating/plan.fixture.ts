import type { RatePlan } from './plan.ts'
import { ratePlanSchema } from './plan.ts'

const everyDay = ['weekday', 'weekend', 'holiday']

/** A plan with something of everything; prices in millionths of a euro. */
export function examplePlan(change: Partial<RatePlan> = {}): RatePlan {
  const flat = (priceMicro: number) => [{ fromUnits: 0, priceMicro }]
  return {
    ...ratePlanSchema.parse({
      id: 'example',
      currency: 'EUR',
      timeZone: 'Europe/Paris',
      holidays: ['2026-07-14'],
      freeNumbers: ['112', '+33800123456'],
      destinations: [
        { zone: 'national', prefixes: ['+33'] },
        { zone: 'premium', prefixes: ['+3389'] },
        { zone: 'europe', prefixes: ['+4', '+39'] },
        { zone: 'world', prefixes: ['+'] },
      ],
      visited: [
        { zone: 'roamingEu', prefixes: ['2'] },
        { zone: 'roamingWorld', prefixes: ['3', '4', '5', '6', '7'] },
      ],
      rates: [
        {
          ...{ key: 'national', type: 'voice', zone: 'national', first: 60, increment: 1, unitSize: 60 },
          bands: [
            { days: ['weekday'], from: 0, to: 480, connectMicro: 0, tiers: flat(50_000) },
            { days: ['weekday'], from: 480, to: 1200, connectMicro: 100_000, tiers: flat(120_000) },
            { days: ['weekday'], from: 1200, to: 1440, connectMicro: 0, tiers: flat(50_000) },
            { days: ['weekend', 'holiday'], from: 0, to: 1440, connectMicro: 0, tiers: flat(50_000) },
          ],
        },
        {
          ...{ key: 'europe', type: 'voice', zone: 'europe', first: 30, increment: 30, unitSize: 60 },
          bands: [{ days: everyDay, from: 0, to: 1440, connectMicro: 0, tiers: flat(200_000) }],
        },
        {
          ...{ key: 'premium', type: 'voice', zone: 'premium', first: 60, increment: 60, unitSize: 60 },
          bands: [{ days: everyDay, from: 0, to: 1440, connectMicro: 500_000, tiers: flat(800_000) }],
        },
        {
          ...{ key: 'data', type: 'data', zone: 'home', first: 1, increment: 1, unitSize: 1_000_000 },
          bands: [
            {
              ...{ days: everyDay, from: 0, to: 1440, connectMicro: 0 },
              tiers: [
                { fromUnits: 0, priceMicro: 10_000 },
                { fromUnits: 100_000_000, priceMicro: 5_000 },
              ],
            },
          ],
        },
        {
          ...{
            key: 'roamingData',
            type: 'data',
            zone: 'roamingWorld',
            first: 100_000,
            increment: 100_000,
            unitSize: 1_000_000,
          },
          bands: [{ days: everyDay, from: 0, to: 1440, connectMicro: 0, tiers: flat(3_100_000) }],
        },
        {
          ...{ key: 'sms', type: 'message', zone: 'national', first: 1, increment: 1, unitSize: 1 },
          bands: [{ days: everyDay, from: 0, to: 1440, connectMicro: 0, tiers: flat(90_000) }],
        },
      ],
      allowances: [],
    }),
    ...change,
  }
}

/** An allowance of two minutes of national calls, changed as asked. */
export function minutes(change: Partial<RatePlan['allowances'][number]> = {}): RatePlan['allowances'][number] {
  return {
    id: 'minutes',
    type: 'voice',
    zones: ['national'],
    units: 120,
    isShared: false,
    rollsOver: false,
    fairUseUnits: null,
    ...change,
  }
}
