import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#shared/kernel/date.ts'
import type { ChargeLine, Pause, PricedDays, RecurringCharge } from './charges.ts'
import { isDueOnce, linesToOwed, owedIn } from './charges.ts'
import { discountCharge } from './discounts.ts'

const period = { start: '2026-07-01', end: '2026-08-01' }
const plan: RecurringCharge = {
  id: 'plan',
  priceMinor: 2000,
  timing: 'advance',
  activeFrom: '2026-01-01',
  activeUntil: null,
  atStart: 'prorated',
  atEnd: 'prorated',
  pausedMinor: null,
}

/** Bills the period by what is known now, on top of what was billed. */
function billed(charge: RecurringCharge, pauses: readonly Pause[] = [], before: readonly PricedDays[] = []) {
  return linesToOwed(owedIn(charge, pauses, period), before, period)
}
const amounts = (lines: readonly ChargeLine[]) => lines.map(({ amountMinor }) => amountMinor)
const total = (lines: readonly ChargeLine[]) => amounts(lines).reduce((sum, one) => sum + one, 0)

test('a whole period is one line at its price, and asking again adds nothing', () => {
  const first = billed(plan)
  expect(first).toMatchObject([{ from: '2026-07-01', to: '2026-08-01', days: 31, ofDays: 31, amountMinor: 2000 }])
  expect(billed(plan, [], first)).toEqual([])
})

test('a plan change after ten days of 31: credit 13.55, charge 23.71, net 10.16 (standards.md 7.3)', () => {
  const old = billed({ ...plan, activeUntil: '2026-07-11' }, [], billed(plan))
  const next = billed({ ...plan, id: 'next', priceMinor: 3500, activeFrom: '2026-07-11' })
  expect(old).toMatchObject([{ from: '2026-07-11', to: '2026-08-01', amountMinor: -1355, isCorrection: true }])
  expect(amounts(next)).toEqual([2371])
  expect(total([...old, ...next])).toBe(1016)
})

test('an end known too late is given back, an end that is full gives nothing back', () => {
  const ended = { ...plan, activeUntil: '2026-07-11' }
  expect(amounts(billed(ended, [], billed(plan)))).toEqual([-1355])
  expect(billed({ ...ended, atEnd: 'full' }, [], billed(plan))).toEqual([])
  expect(amounts(billed({ ...plan, activeFrom: '2026-07-20', atStart: 'full' }))).toEqual([2000])
})

test('an order taken back on the day it began owes nothing, and what was billed is given back', () => {
  const never = { ...plan, activeFrom: '2026-07-10', activeUntil: '2026-07-10' }
  expect(billed(never)).toEqual([])
  expect(amounts(billed(never, [], billed({ ...never, activeUntil: null })))).toEqual([-1419])
})

test('a suspension stops the price, reduces it, or changes nothing, as the charge says', () => {
  const pauses = [{ from: '2026-07-11', to: '2026-07-21' }]
  expect(amounts(billed(plan, pauses))).toEqual([2000])
  expect(amounts(billed({ ...plan, pausedMinor: 0 }, pauses))).toEqual([645, 710])
  expect(amounts(billed({ ...plan, pausedMinor: 500 }, pauses))).toEqual([645, 162, 710])
  const late = billed({ ...plan, pausedMinor: 500 }, pauses, billed(plan))
  expect(late).toMatchObject([
    { from: '2026-07-11', to: '2026-07-21', priceMinor: -2000, amountMinor: -645 },
    { from: '2026-07-11', to: '2026-07-21', priceMinor: 500, amountMinor: 162 },
  ])
})

const day = fc.integer({ min: -20, max: 50 }).map((offset) => addDays(period.start, offset))
const version = fc.record({
  priceMinor: fc.constantFrom(1490, 2000, 2490, 3333),
  activeFrom: day,
  activeUntil: fc.option(day),
  pausedMinor: fc.option(fc.constantFrom(0, 500, 2000)),
  pauses: fc.array(
    fc.tuple(day, fc.option(fc.nat(20))).map(([from, length]) => ({
      from,
      to: length === null ? null : addDays(from, length),
    })),
    { maxLength: 2 },
  ),
})

test('whatever became known in whatever order, all lines of a period add up to what is owed at last', () => {
  fc.assert(
    fc.property(fc.array(version, { minLength: 1, maxLength: 6 }), (versions) => {
      const lines: ChargeLine[] = []
      let fresh: readonly ChargeLine[] = []
      for (const { pauses, ...known } of versions) {
        const charge = { ...plan, ...known }
        lines.push(...billed(charge, pauses, lines))
        fresh = billed(charge, pauses)
        expect(billed(charge, pauses, lines)).toEqual([])
      }
      expect(total(lines)).toBe(total(fresh))
    }),
  )
})

test('discounts: a share, an amount cut at the price, a first month, a bundle’s days', () => {
  const tenth = { id: 'd', off: { basisPoints: 1000 }, from: '2026-07-01', months: 0, needs: null } as const
  expect(discountCharge(plan, tenth)?.priceMinor).toBe(-200)
  expect(discountCharge(plan, { ...tenth, off: { amountMinor: 9999 } })?.priceMinor).toBe(-2000)
  const month = discountCharge({ ...plan, activeFrom: '2026-06-15' }, { ...tenth, from: '2026-06-15', months: 1 })
  expect(month && amounts(billed(month))).toEqual([-90])
  const bundle = discountCharge(plan, { ...tenth, needs: { from: '2026-07-11', until: '2026-07-21' } })
  expect(bundle && billed(bundle)).toMatchObject([{ from: '2026-07-11', to: '2026-07-21', days: 10 }])
  expect(discountCharge({ ...plan, activeUntil: '2026-03-01' }, tenth)).toBeUndefined()
})

test('a charge paid once is on the first bill after its day, once', () => {
  expect(isDueOnce({ on: '2026-07-31', isBilled: false }, '2026-08-01')).toBe(true)
  expect(isDueOnce({ on: '2026-08-01', isBilled: false }, '2026-08-01')).toBe(false)
  expect(isDueOnce({ on: '2026-07-31', isBilled: true }, '2026-08-01')).toBe(false)
})
