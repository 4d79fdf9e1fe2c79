import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteSchema } from './quote-contract.ts'
import { billingPeriod, quote } from './quote.ts'
import { offer, priceList } from './builders.ts'

const europe = offer({ id: 'europe', kind: 'addOn', monthly_minor: 500 })
const mobileM = offer({ id: 'mobile-m', monthly_minor: 2490, commitment_months: 24 })

test('the drawn example adds up: 12 of 31 days of 24.90 and 5.00, and 727.60 over 24 months', () => {
  const drawn = quote({
    plan: mobileM,
    addOns: [europe],
    priceList: priceList({}),
    sim: 'card',
    depositMonths: null,
    today: '2026-10-22',
  })
  expect(drawn).toMatchObject({
    dueNowMinor: 1000,
    depositState: 'afterCredit',
    monthlyMinor: 2990,
    firstBillMinor: 1158,
    firstBillOn: '2026-11-03',
    firstBillDays: 12,
    firstBillOfDays: 31,
    totalMinor: 72_760,
    totalMonths: 24,
  })
  expect(drawn.firstBillParts.map((part) => part.amountMinor)).toEqual([964, 194])
})

test('a deposit is due now and stays out of the total, because it comes back', () => {
  const facts = { plan: mobileM, addOns: [europe], priceList: priceList({}), sim: 'card', today: '2026-10-22' } as const
  const classC = quote({ ...facts, depositMonths: 1 })
  expect(classC).toMatchObject({ dueNowMinor: 3990, depositMinor: 2990, depositState: 'set' })
  expect(classC.totalMinor).toBe(quote({ ...facts, depositMonths: 0 }).totalMinor)
})

test('pre-paid pays the first period at the counter and gets no bill', () => {
  const flex = offer({ billing: 'prePaid', monthly_minor: 990, commitment_months: 0 })
  const price = quote({
    plan: flex,
    addOns: [],
    priceList: priceList({}),
    sim: 'eSim',
    depositMonths: null,
    today: '2026-10-22',
  })
  expect(price).toMatchObject({
    dueNowMinor: 990,
    depositState: 'none',
    firstBillMinor: 0,
    firstBillOn: null,
    totalMonths: 1,
    totalMinor: 990,
  })
})

test.each([
  ['2026-02-01', 13, '2026-01-13', '2026-02-13', 31, 12],
  ['2026-02-13', 13, '2026-02-13', '2026-03-13', 28, 28],
  ['2026-02-12', 31, '2026-01-31', '2026-02-28', 28, 16],
  ['2026-02-28', 31, '2026-02-28', '2026-03-31', 31, 31],
  ['2024-02-29', 30, '2024-02-29', '2024-03-30', 30, 30],
  ['2026-12-31', 3, '2026-12-03', '2027-01-03', 31, 3],
])(
  'on %s with cycle day %i the period runs %s to %s: %i days, %i left',
  (today, cycleDay, start, end, days, daysLeft) => {
    expect(billingPeriod(today, cycleDay)).toEqual({ start, end, days, daysLeft })
  },
)

test('every row is the sum of its own working, whatever is in the basket', () => {
  const price = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(
      price,
      fc.array(price, { maxLength: 5 }),
      fc.integer({ min: 0, max: 24 }),
      fc.option(fc.integer({ min: 0, max: 2 })),
      fc.integer({ min: 1, max: 31 }),
      (monthly, addOns, commitment, depositMonths, cycle_day) => {
        const result = quote({
          plan: offer({ monthly_minor: monthly, commitment_months: commitment }),
          addOns: addOns.map((monthly_minor, index) => offer({ id: `add-${index}`, kind: 'addOn', monthly_minor })),
          priceList: priceList({ cycle_day }),
          sim: 'card',
          depositMonths,
          today: '2026-10-22',
        })
        expect(quoteSchema.safeParse(result).success).toBe(true)
        const sumOf = (parts: typeof result.totalParts): number =>
          parts.reduce((all, part) => all + part.amountMinor, 0)
        expect([result.dueNowMinor, result.monthlyMinor, result.firstBillMinor, result.totalMinor]).toEqual(
          [result.dueNowParts, result.monthlyParts, result.firstBillParts, result.totalParts].map(sumOf),
        )
      },
    ),
  )
})
