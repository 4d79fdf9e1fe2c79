import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '#shared/kernel/date.ts'
import { money, share } from '#shared/kernel/money.ts'
import type { Cycle } from './periods.ts'
import { frequencies, periodOf, periodsBetween } from './periods.ts'
import { prorate } from './proration.ts'
import { calendarCases } from './proration-calendar.fixture.ts'
import { endCases } from './proration-cases.fixture.ts'
import { changeCases } from './proration-changes.fixture.ts'

const cases = [...endCases, ...changeCases, ...calendarCases]

test('there are at least sixty cases, each with its working', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60)
  expect(cases.filter(({ working, is }) => !working.endsWith(String(is[2])))).toEqual([])
})

test.each(cases)('$name: $working', ({ price, cycle, period, used, is }) => {
  const [frequency, cycleDay, anchorMonth] = cycle
  const [start, end] = period
  expect(periodOf(addDays(end, -1), { frequency, cycleDay, anchorMonth })).toEqual({ start, end })
  expect(periodOf(start, { frequency, cycleDay, anchorMonth })).toEqual({ start, end })
  const part = prorate(price, { start, end }, { start: used[0], end: used[1] })
  expect([part.days, part.ofDays, part.amountMinor]).toEqual(is)
})

const cycles: fc.Arbitrary<Cycle> = fc.record({
  frequency: fc.constantFrom(...frequencies),
  cycleDay: fc.integer({ min: 1, max: 31 }),
  anchorMonth: fc.integer({ min: 1, max: 12 }),
})
const days = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays('1999-12-01', offset))
const prices = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 })

test('parts of any split of a period add up to the whole, above and below zero', () => {
  const splits = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 })
  fc.assert(
    fc.property(cycles, days, prices, splits, (cycle, day, price, cuts) => {
      const period = periodOf(day, cycle)
      const edges = [period.start, ...cuts.map((cut) => addDays(period.start, cut)), period.end]
        .filter((edge) => edge <= period.end)
        .toSorted()
      const parts = edges.slice(1).map((end, index) => prorate(price, period, { start: edges[index] ?? end, end }))
      expect(parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(price)
      expect(parts.reduce((sum, part) => sum + part.days, 0)).toBe(daysBetween(period.start, period.end))
    }),
  )
})

test('a part up to the end of the period is the share of its days, and every part is within a cent of its own', () => {
  fc.assert(
    fc.property(cycles, days, prices, fc.nat(400), fc.nat(400), (cycle, day, price, a, b) => {
      const period = periodOf(day, cycle)
      const { days: left, ofDays, amountMinor } = prorate(price, period, { start: day, end: period.end })
      expect(amountMinor).toBe(share(money(price, 'EUR'), left, ofDays).amountMinor)
      const part = prorate(price, period, { start: addDays(period.start, a), end: addDays(period.start, a + b) })
      expect(Math.abs(part.amountMinor - (price * part.days) / part.ofDays)).toBeLessThanOrEqual(1)
      expect(prorate(-price, period, { start: day, end: period.end }).amountMinor).toBe(0 - amountMinor)
    }),
  )
})

test('periods touch without gap or overlap, hold their day, and never drift from the cycle day', () => {
  fc.assert(
    fc.property(cycles, days, (cycle, day) => {
      const { start, end } = periodOf(day, cycle)
      expect(start <= day && day < end).toBe(true)
      expect(periodOf(end, cycle).start).toBe(end)
      const [first, second] = periodsBetween(start, addDays(end, 1), cycle)
      expect([first, second?.start]).toEqual([{ start, end }, end])
    }),
  )
})

test.each([
  ['2026-01-31', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'], 31],
  ['2028-01-30', ['2028-01-30', '2028-02-29', '2028-03-30'], 30],
  ['2027-01-29', ['2027-01-29', '2027-02-28', '2027-03-29'], 29],
] as const)('from %s the starts are %j (standards.md 7.2)', (from, starts, cycleDay) => {
  const cycle = { frequency: 'monthly', cycleDay, anchorMonth: 1 } as const
  expect(periodsBetween(from, addDays(starts.at(-1) ?? from, 1), cycle).map(({ start }) => start)).toEqual(starts)
})
