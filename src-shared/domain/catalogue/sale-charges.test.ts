import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeBill } from '#shared/domain/bill/compose-bill.ts'
import type { BilledDays } from '#shared/domain/bill/compose-bill.ts'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import { feeMonths, frequencies, monthlyOf, periodOf } from '#shared/domain/billing/periods.ts'
import { addDays } from '#shared/kernel/date.ts'
import { offer, priceList, promotion } from './builders.ts'
import type { QuoteInput } from './quote.ts'
import { quote } from './quote.ts'
import { chargesOfSale } from './sale-charges.ts'

const taxRates = [
  { code: 'standard', category: 'S', basisPoints: 2000, validFrom: '2000-01-01', validUntil: null },
] as const

/** The bills of a sold line, one after the other. */
function billsOf(sold: QuoteInput, count: number) {
  const cycle: Cycle = sold.cycle ?? { frequency: 'monthly', cycleDay: sold.priceList.cycle_day, anchorMonth: 1 }
  const line = { productId: 'line', userId: 'user', activeFrom: sold.today }
  const charges = chargesOfSale(sold, line, monthlyOf(cycle))
  const first = periodOf(sold.today, cycle)
  const billed: BilledDays[] = []
  const made = []
  for (let [period, index] = [first, 0]; index < count; index += 1, period = periodOf(period.end, cycle)) {
    const facts = {
      charges,
      cycle,
      // as an account begins: with the whole month of a half
      billedFrom: feeMonths(first, cycle)[0]?.fee.start ?? first.start,
      taxRates,
      pauses: new Map(),
      usage: [],
      billed: [...billed],
    }
    const bill = composeBill({ ...facts, billDate: period.end, isTaxIncluded: sold.isCompany !== true })
    if (!bill.ok) throw new Error(bill.error.code)
    for (const { chargeId, from, to, priceMinor, period: of } of bill.value.lines)
      billed.push({ chargeId: chargeId ?? '', periodStart: of.start, from, to, priceMinor })
    made.push(bill.value)
  }
  return made
}

const phone = offer({ id: 'phone', kind: 'device', down_minor: 4900, instalment_minor: 2500, instalment_months: 3 })
const input: QuoteInput = {
  plan: offer({ id: 'plan', monthly_minor: 2490 }),
  addOns: [],
  priceList: priceList({}),
  sim: 'card',
  depositMonths: 0,
  today: '2026-10-22',
}

test('the first bill is the one the price panel promised, whatever was sold, on whatever day', () => {
  const price = fc.integer({ min: 0, max: 20_000 })
  fc.assert(
    fc.property(
      fc.record({
        plan: price,
        addOns: fc.array(price, { maxLength: 3 }),
        off: fc.integer({ min: 1, max: 9000 }),
        months: fc.integer({ min: 0, max: 12 }),
        hasPhone: fc.boolean(),
        isCompany: fc.boolean(),
        cycleDay: fc.integer({ min: 1, max: 31 }),
        frequency: fc.constantFrom(null, ...frequencies),
        anchorMonth: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 0, max: 1500 }),
      }),
      ({ plan, addOns, off, months, hasPhone, isCompany, cycleDay, frequency, anchorMonth, day }) => {
        const sold: QuoteInput = {
          ...input,
          plan: offer({ id: 'plan', monthly_minor: plan }),
          addOns: addOns.map((monthly_minor, index) => offer({ id: `add-${index}`, kind: 'addOn', monthly_minor })),
          promotions: [promotion({ off_minor: off, months })],
          device: hasPhone ? { offer: phone, pay: 'instalments' } : null,
          priceList: priceList({ cycle_day: cycleDay }),
          isCompany,
          cycle: frequency && { frequency, cycleDay, anchorMonth },
          today: addDays('2026-01-01', day),
        }
        const [first] = billsOf(sold, 1)
        const { firstBillMinor, firstBillOn } = quote(sold)
        expect(first?.period.end).toBe(firstBillOn)
        expect(first?.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(firstBillMinor)
        if (!isCompany) expect(first?.totals.payableMinor).toBe(firstBillMinor)
      },
    ),
  )
})

test('instalments are whole and as many as agreed, a promotion ends after its months, the fee goes on', () => {
  const sold: QuoteInput = {
    ...input,
    promotions: [promotion({ off_minor: 500, months: 2 })],
    device: { offer: phone, pay: 'instalments' },
  }
  const bills = billsOf(sold, 5).map(({ lines }) => lines.map(({ kind, amountMinor }) => [kind, amountMinor]))
  expect(bills).toEqual([
    // 12 of 31 days of 24.90 and of 5.00 off
    [
      ['recurring', 2500],
      ['recurring', 964],
      ['discount', -194],
    ],
    [
      ['recurring', 2490],
      ['recurring', 2500],
      ['discount', -500],
    ],
    // the promotion ends on 22 December: 19 of 30 days
    [
      ['recurring', 2490],
      ['recurring', 2500],
      ['discount', -306],
    ],
    [['recurring', 2490]],
    [['recurring', 2490]],
  ])
})
