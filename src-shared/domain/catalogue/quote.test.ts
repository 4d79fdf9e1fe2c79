import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteSchema } from './quote-contract.ts'
import { offer, priceList, promotion } from './builders.ts'
import { quote } from './quote.ts'

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
  ['2026-02-01', 13, '2026-02-13', 31, 12],
  ['2026-02-13', 13, '2026-03-13', 28, 28],
  ['2026-02-12', 31, '2026-02-28', 28, 16],
  ['2026-02-28', 31, '2026-03-31', 31, 31],
  ['2024-02-29', 30, '2024-03-30', 30, 30],
  ['2026-12-31', 3, '2027-01-03', 31, 3],
])(
  'sold on %s with cycle day %i the first bill of %s has %i days, %i of them used',
  (today, cycle_day, on, of, days) => {
    const sold = quote({ ...basket, depositMonths: 0, today, priceList: priceList({ cycle_day }) })
    expect([sold.firstBillOn, sold.firstBillOfDays, sold.firstBillDays]).toEqual([on, of, days])
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

const basket = { plan: mobileM, addOns: [europe], priceList: priceList({}), sim: 'card', today: '2026-10-22' } as const
const phone = offer({
  id: 'phone',
  kind: 'device',
  monthly_minor: 0,
  one_time_minor: 60_000,
  down_minor: 4_900,
  instalment_minor: 2_400,
  instalment_months: 24,
})

test.each([
  ['as long as it runs', { offer_id: 'europe', off_minor: 200, months: 0 }, 2790, null, 1158 - 77, 72_760 - 4800],
  ['for six months', { months: 6 }, 2990, { count: 6, monthlyMinor: 2490 }, 1158 - 194, 72_760 - 3000],
  ['for longer than the commitment', { months: 60 }, 2990, { count: 60, monthlyMinor: 2490 }, 1158 - 194, 60_760],
  [
    'never more than the fee',
    { offer_id: 'europe', off_minor: 900, months: 2 },
    2990,
    { count: 2, monthlyMinor: 2490 },
    964,
    71_760,
  ],
] as const)(
  'a promotion %s: monthly, first months, first bill and total',
  (_what, change, monthlyMinor, firstMonths, firstBillMinor, totalMinor) => {
    const offered = { offer_id: 'mobile-m', ...change }
    expect(quote({ ...basket, depositMonths: 0, promotions: [promotion(offered)] })).toMatchObject({
      monthlyMinor,
      firstMonths,
      firstBillMinor,
      totalMinor,
    })
  },
)

test.each([
  ['once', { dueNowMinor: 61_000, monthlyMinor: 2990, firstBillMinor: 1158, totalMinor: 72_760 + 60_000 }],
  [
    'instalments',
    { dueNowMinor: 5_900, monthlyMinor: 5390, firstBillMinor: 1158 + 2400, totalMinor: 72_760 + 4_900 + 57_600 },
  ],
] as const)('a device paid %s: what is due now, and every instalment in the total', (pay, sums) => {
  expect(quote({ ...basket, depositMonths: 0, device: { offer: phone, pay } })).toMatchObject(sums)
})

test('a promotion takes off once what is paid at the start, never more than that', () => {
  const promotions = [promotion({ offer_id: 'phone', target: 'once', off_minor: 10_000 })]
  const device = { offer: phone, pay: 'instalments' } as const
  expect(quote({ ...basket, depositMonths: 0, device, promotions }).dueNowMinor).toBe(1000)
})

test('for a company every price is without tax, and what is due now has the tax as a part of its own', () => {
  const price = quote({ ...basket, depositMonths: 0, isCompany: true })
  expect(price).toMatchObject({ taxIncluded: false, monthlyMinor: 2075 + 417, dueNowMinor: 1000 })
  expect(price.dueNowParts.map(({ key, amountMinor }) => [key, amountMinor])).toEqual([
    ['sim', 833],
    ['tax', 167],
  ])
  expect(price.totalMinor).toBe(24 * 2492 + 833)
})

test('pre-paid with a promotion pays the first month less', () => {
  const flex = offer({ id: 'flex', billing: 'prePaid', monthly_minor: 990, commitment_months: 0 })
  const promotions = [promotion({ offer_id: 'flex', off_minor: 300, months: 1 })]
  expect(quote({ ...basket, plan: flex, addOns: [], depositMonths: null, promotions })).toMatchObject({
    dueNowMinor: 1000 + 690,
    firstBillOn: null,
    totalMinor: 1000 + 690,
  })
})
