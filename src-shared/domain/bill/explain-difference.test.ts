import fc from 'fast-check'
import { expect, test } from 'vitest'
import { billLine, usageLine } from './bill-lines.fixture.ts'
import { explainDifference, spokenParts } from './explain-difference.ts'
import type { BillLineRow } from './rows.ts'
import { billLineKinds } from './rows.ts'

const plan = billLine()
const phone = billLine({ charge_id: 'phone', amount_minor: 800, price_minor: 800 })
const half = { days: 12, of_days: 30 } as const
const dataHalf = billLine({ charge_id: 'data', ...half, price_minor: 1800, amount_minor: 720 })
const dataWhole = billLine({ charge_id: 'data', price_minor: 1800, amount_minor: 1800 })

function bill(...lines: readonly BillLineRow[]) {
  return { lines, payableMinor: lines.reduce((sum, { amount_minor: amount }) => sum + amount, 0) }
}

const september = bill(plan, phone)
const october = bill(
  plan,
  phone,
  dataHalf,
  usageLine('voice', 'roamingWorld', 2700),
  usageLine('message', 'roamingWorld', 400),
)

test.each([
  ['roaming and a part month', october, september, 3820, { roaming: 3100, partMonth: 720 }],
  ['the way back', september, october, -3820, { roaming: -3100, endedFee: -720 }],
  ['a whole month after a part', bill(dataWhole), bill(dataHalf), 1080, { wholeMonth: 1080 }],
  ['a new line', bill(plan, phone), bill(plan), 800, { newFee: 800 }],
  ['another price', bill({ ...plan, amount_minor: 2990 }), bill(plan), 500, { price: 500 }],
  ['a first bill', october, undefined, 7110, { roaming: 3100, fee: 3290, partMonth: 720 }],
  ['nothing changed', september, september, 0, {}],
  [
    'the usage of one kind of many lines',
    bill(usageLine('voice', 'national', 100), usageLine('voice', 'home', 50), usageLine('voice', 'world', 70)),
    bill(usageLine('voice', 'national', 30)),
    190,
    { calls: 120, international: 70 },
  ],
  [
    'a correction and a discount',
    bill(
      { ...plan, is_correction: 1, amount_minor: -300 },
      billLine({ kind: 'discount', charge_id: 'd', amount_minor: -200 }),
    ),
    bill(),
    -500,
    { correction: -300, discount: -200 },
  ],
  ['tax that is added', { ...bill(plan), payableMinor: 2988 }, bill(), 2988, { newFee: 2490, tax: 498 }],
] as const)('a difference is told by its kinds: %s', (_what, now, before, differenceMinor, kinds) => {
  const explained = explainDifference(now, before)
  expect(explained.differenceMinor).toBe(differenceMinor)
  expect(Object.fromEntries(explained.parts.map(({ kind, amountMinor }) => [kind, amountMinor]))).toEqual(kinds)
})

test('the largest part is told first, and small ones together', () => {
  const parts = [
    { kind: 'roaming', amountMinor: 3100 },
    { kind: 'discount', amountMinor: -500 },
    { kind: 'calls', amountMinor: 40 },
    { kind: 'tax', amountMinor: 20 },
  ] as const
  expect(spokenParts(parts)).toEqual([parts[0], parts[1], { kind: 'rest', amountMinor: 60 }])
  expect(spokenParts(parts.slice(0, 3))).toEqual(parts.slice(0, 3))
})

const line = fc
  .record({
    kind: fc.constantFrom(...billLineKinds),
    charge_id: fc.constantFrom('a', 'b', 'c'),
    days: fc.integer({ min: 1, max: 31 }),
    is_correction: fc.constantFrom(0, 1),
    name: fc.constantFrom('{"en":"Plan"}', '{"usage":"voice","zone":"roamingEu"}', '{"rerated":"1-1"}', 'no JSON'),
    amount_minor: fc.integer({ min: -100_000, max: 100_000 }),
  })
  .map((change) => billLine({ ...change, of_days: 31 }))
const anyBill = fc.record({ lines: fc.array(line), payableMinor: fc.integer({ min: -100_000, max: 100_000 }) })

test('whatever two bills hold, the parts add up to their difference, spoken or in full, and the way back is its mirror', () => {
  fc.assert(
    fc.property(anyBill, fc.option(anyBill, { nil: undefined }), (now, before) => {
      const { differenceMinor, parts } = explainDifference(now, before)
      const sum = (all: readonly { readonly amountMinor: number }[]) =>
        all.reduce((total, { amountMinor }) => total + amountMinor, 0)
      expect(differenceMinor).toBe(now.payableMinor - (before?.payableMinor ?? 0))
      expect(sum(parts)).toBe(differenceMinor)
      expect(sum(spokenParts(parts))).toBe(differenceMinor)
      expect(parts.filter(({ amountMinor }) => amountMinor === 0)).toEqual([])
      if (before) expect(explainDifference(before, now).differenceMinor + differenceMinor).toBe(0)
    }),
  )
})
