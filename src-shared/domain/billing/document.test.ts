import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addUp } from './document.ts'
import { taxAt } from './taxes.ts'
import { taxOn } from './tax-sums.ts'

const S = (basisPoints: number) => ({ category: 'S', basisPoints }) as const

test('the worked example of standards.md 3.4: 26.36 less 2.00, 21 %: 24.36 + 5.12 = 29.48', () => {
  const lines = [2456, 180, -200].map((amountMinor) => ({ amountMinor, tax: S(2100) }))
  expect(addUp(lines, false)).toMatchObject({ netMinor: 2436, taxMinor: 512, totalMinor: 2948, payableMinor: 2948 })
})

test('tax is counted once for a category, never per line: seven lines of 0.07 at 21 % make 0.10', () => {
  const lines = Array.from({ length: 7 }, () => ({ amountMinor: 7, tax: S(2100) }))
  expect(addUp(lines, false).taxMinor).toBe(10)
})

test('with tax inside the customer pays the prices as said; what net and tax miss is the rounding amount', () => {
  expect(addUp([{ amountMinor: 49_900, tax: S(2100) }], true)).toMatchObject({ netMinor: 41_240, taxMinor: 8660 })
  // 0.03 at 20 %: net 0.025, 0.03; its tax 0.006, 0.01: a cent above the price
  expect(addUp([{ amountMinor: 3, tax: S(2000) }], true)).toMatchObject({
    netMinor: 3,
    taxMinor: 1,
    totalMinor: 4,
    roundingMinor: -1,
    payableMinor: 3,
  })
})

const taxes = fc.constantFrom(
  S(2000),
  S(2100),
  S(550),
  { category: 'Z', basisPoints: 0 } as const,
  { category: 'E', basisPoints: 0 } as const,
)
const lines = fc.array(fc.record({ amountMinor: fc.integer({ min: -500_000, max: 500_000 }), tax: taxes }), {
  maxLength: 30,
})

test('lines add up to the document: EN 16931 BR-CO-10, 13 to 17, whatever the lines', () => {
  fc.assert(
    fc.property(lines, fc.boolean(), (all, isTaxIncluded) => {
      const sums = addUp(all, isTaxIncluded)
      const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
      expect(sum(sums.lineNets)).toBe(sums.netMinor)
      expect(sum(sums.taxes.map((one) => one.taxableMinor))).toBe(sums.netMinor)
      expect(sum(sums.taxes.map((one) => one.taxMinor))).toBe(sums.taxMinor)
      expect(sums.totalMinor).toBe(sums.netMinor + sums.taxMinor)
      expect(sums.payableMinor).toBe(sums.totalMinor + sums.roundingMinor)
      for (const one of sums.taxes) expect(one.taxMinor).toBe(taxOn(one.taxableMinor, one.basisPoints))
      if (isTaxIncluded) expect(sums.payableMinor).toBe(sum(all.map((one) => one.amountMinor)))
      else expect(sums.roundingMinor).toBe(0)
      expect(Math.abs(sums.roundingMinor)).toBeLessThanOrEqual(sums.taxes.length)
    }),
  )
})

test('a document turned round is its mirror, to the cent of every line', () => {
  fc.assert(
    fc.property(lines, fc.boolean(), (all, isTaxIncluded) => {
      const mirror = addUp(
        all.map((one) => ({ ...one, amountMinor: -one.amountMinor })),
        isTaxIncluded,
      )
      const sums = addUp(all, isTaxIncluded)
      expect(mirror.payableMinor + sums.payableMinor).toBe(0)
      expect(mirror.taxMinor + sums.taxMinor).toBe(0)
      expect(mirror.lineNets.map((net, index) => net + (sums.lineNets[index] ?? 0)).every((one) => one === 0)).toBe(
        true,
      )
    }),
  )
})

const rate = {
  code: 'standard',
  category: 'S',
  basisPoints: 2000,
  validFrom: '2014-01-01',
  validUntil: '2027-01-01',
} as const

test('a rate is that of its day; a day without one is refused, two at once is a bug', () => {
  const next = { ...rate, basisPoints: 2100, validFrom: '2027-01-01', validUntil: null }
  expect(taxAt([rate, next], 'standard', '2026-12-31')).toEqual({ ok: true, value: S(2000) })
  expect(taxAt([rate, next], 'standard', '2027-01-01')).toEqual({ ok: true, value: S(2100) })
  expect(taxAt([rate], 'standard', '2027-01-01')).toMatchObject({ ok: false, error: { code: 'TAX_UNKNOWN' } })
  expect(() => taxAt([rate, { ...next, validFrom: '2026-01-01' }], 'standard', '2026-06-01')).toThrow('two rates')
})
