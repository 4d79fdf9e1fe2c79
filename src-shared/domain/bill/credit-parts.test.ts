import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addUp } from '#shared/domain/billing/document.ts'
import { entriesOf } from '#shared/domain/billing/ledger.ts'
import { taxOn } from '#shared/domain/billing/tax-sums.ts'
import { shareOut } from '#shared/kernel/money.ts'
import type { CreditableLine, CreditSums } from './credit-parts.ts'
import { creditParts, creditRest, creditShared, leftToCredit } from './credit-parts.ts'

const S = (basisPoints: number) => ({ category: 'S', basisPoints }) as const
const lineOf = (amountMinor: number, basisPoints = 2000, creditedMinor = 0) => ({
  ...{ amountMinor, creditedMinor, tax: S(basisPoints) },
})
const named = (lines: readonly Omit<CreditableLine, 'lineId'>[]): readonly CreditableLine[] =>
  lines.map((line, index) => ({ lineId: String(index + 1), ...line }))
const part = (lineId: string, amountMinor: number) => ({ lineId, amountMinor })
const sumOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)

describe('a credit note for a part of a bill', () => {
  // working: tax included net = gross x 100/120, its tax net x 20 %; what they miss is the rounding
  test.each([
    [
      'a third of a line with tax inside: 8.30 = 6.92 + 1.38',
      [lineOf(2490)],
      [part('1', 830)],
      true,
      [692, 138, 0, 830],
    ],
    ['3 cents with tax inside: 0.03 + 0.01 - 0.01', [lineOf(2490)], [part('1', 3)], true, [3, 1, -1, 3]],
    ['before tax: 10.00 + 2.00', [lineOf(2490)], [part('1', 1000)], false, [1000, 200, 0, 1200]],
    [
      'two rates: 5.00 at 20 %, 2.11 at 5.5 %',
      [lineOf(500), lineOf(422, 550)],
      [part('1', 500), part('2', 211)],
      true,
      [617, 94, 0, 711],
    ],
    [
      'the same line asked for twice is one line',
      [lineOf(2490)],
      [part('1', 400), part('1', 430)],
      true,
      [692, 138, 0, 830],
    ],
    // three lines of 0.03 come to 0.09 + 0.02, two of them to 0.06 + 0.01: 0.04 are left for the third
    [
      'tax added: the last part brings what the others left',
      [lineOf(3, 2000, 3), lineOf(3, 2000, 3), lineOf(3)],
      [part('3', 3)],
      false,
      [3, 1, 0, 4],
    ],
    [
      'tax added: 0.03 + 0.01 again would be a cent above the bill’s 0.07',
      [lineOf(3, 2000, 3), lineOf(3)],
      [part('2', 3)],
      false,
      [3, 1, -1, 3],
    ],
  ] as const)('%s', (_, lines, parts, isIncluded, [net, tax, rounding, payable]) => {
    const sums = creditParts(named(lines), parts, isIncluded)
    expect(sums).toMatchObject({
      value: { totals: { netMinor: net, taxMinor: tax, roundingMinor: rounding, payableMinor: payable } },
    })
  })

  test.each([
    ['a line there is not', [lineOf(100)], [part('9', 1)], 'LINE_UNKNOWN'],
    ['nothing', [lineOf(100)], [part('1', 0)], 'CREDIT_AMOUNT'],
    ['no line', [lineOf(100)], [], 'CREDIT_AMOUNT'],
    ['half a cent', [lineOf(100)], [part('1', 0.5)], 'CREDIT_AMOUNT'],
    ['more than the line', [lineOf(100)], [part('1', 101)], 'CREDIT_TOO_MUCH'],
    ['more than is left of it', [lineOf(100, 2000, 60)], [part('1', 41)], 'CREDIT_TOO_MUCH'],
    ['a discount', [lineOf(100), lineOf(-20)], [part('2', 1)], 'CREDIT_TOO_MUCH'],
    [
      'more than the bill, where a discount stands on it',
      [lineOf(100), lineOf(-20)],
      [part('1', 81)],
      'CREDIT_TOO_MUCH',
    ],
    [
      'a part of a bill that gives back more than it asks',
      [lineOf(10), lineOf(-20)],
      [part('1', 1)],
      'CREDIT_TOO_MUCH',
    ],
  ] as const)('is refused for %s', (_, lines, parts, code) => {
    expect(creditParts(named(lines), parts, true)).toMatchObject({ ok: false, error: { code } })
  })

  test('says how much is left where too much was asked for', () => {
    const lines = named([lineOf(100, 2000, 60)])
    expect(creditParts(lines, [part('1', 41)], true)).toMatchObject({
      error: { details: { lineId: '1', leftMinor: 40 } },
    })
    expect(creditShared(lines, 41, true)).toMatchObject({ error: { details: { leftMinor: 40 } } })
  })
})

test('a sum on a bill is shared in proportion, and gives back exactly what was said', () => {
  const lines = named([lineOf(2490), lineOf(-500), lineOf(510, 550), lineOf(0)])
  const sums = creditShared(lines, 1000, true)
  expect(sums).toMatchObject({ value: { parts: [part('1', 830), part('3', 170)], totals: { payableMinor: 1000 } } })
})

const bills = fc
  .array(
    fc.record({ amountMinor: fc.integer({ min: -3000, max: 9000 }), basisPoints: fc.constantFrom(2000, 2100, 550, 0) }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => named(all.map(({ amountMinor, basisPoints }) => lineOf(amountMinor, basisPoints))))
/** What is asked for: of a line or shared, so many hundredths of a bit more than is left. */
const wishes = fc.array(fc.record({ place: fc.nat(8), percent: fc.integer({ min: 1, max: 120 }) }), { maxLength: 12 })

test('any credits one after the other never exceed a line or the bill; with the rest they come to the one whole', () => {
  fc.assert(
    fc.property(bills, wishes, fc.boolean(), fc.nat(100), (bill, asked, isIncluded, paidPercent) => {
      let lines = bill
      let payable = 0
      let owed = 0
      const whole = addUp(bill, isIncluded)
      const open = Math.max(0, whole.payableMinor) - Math.floor((Math.max(0, whole.payableMinor) * paidPercent) / 100)
      const entries: { readonly account: string; readonly amountMinor: number }[] = []
      const take = ({ parts, totals }: CreditSums) => {
        const { netMinor, taxMinor, roundingMinor, payableMinor } = totals
        expect(payableMinor).toBe(netMinor + taxMinor + roundingMinor)
        for (const tax of totals.taxes) expect(tax.taxMinor).toBe(taxOn(tax.taxableMinor, tax.basisPoints))
        if (isIncluded) expect(payableMinor).toBe(sumOf(parts.map(({ amountMinor }) => amountMinor)))
        const closed = Math.max(0, Math.min(open - owed, payableMinor))
        owed += closed
        payable += payableMinor
        const paidMinor = payableMinor - closed
        const booked = entriesOf({ kind: 'creditNote', netMinor, taxMinor, roundingMinor, paidMinor })
        expect(sumOf(booked.map(({ amountMinor }) => amountMinor))).toBe(0)
        entries.push(...booked)
        const given = new Map(parts.map(({ lineId, amountMinor }) => [lineId, amountMinor]))
        lines = lines.map((line) => ({ ...line, creditedMinor: line.creditedMinor + (given.get(line.lineId) ?? 0) }))
      }
      for (const { place, percent } of asked) {
        const line = lines[place]
        const left = line ? line.amountMinor - line.creditedMinor : leftToCredit(lines, isIncluded)
        const amount = Math.ceil((left * percent) / 100)
        const sums = line
          ? creditParts(lines, [part(line.lineId, amount)], isIncluded)
          : creditShared(lines, amount, isIncluded)
        if (sums.ok) take(sums.value)
        for (const { amountMinor, creditedMinor } of lines) {
          expect(creditedMinor === 0 || Math.sign(creditedMinor) === Math.sign(amountMinor)).toBe(true)
          expect(Math.abs(creditedMinor)).toBeLessThanOrEqual(Math.abs(amountMinor))
        }
        expect(payable).toBeLessThanOrEqual(Math.max(0, whole.payableMinor))
      }
      take(creditRest(lines, isIncluded))
      expect(lines.every(({ amountMinor, creditedMinor }) => amountMinor === creditedMinor)).toBe(true)
      expect([payable, owed]).toEqual([whole.payableMinor, open])
      const on = (account: string) =>
        sumOf(entries.filter((one) => one.account === account).map(({ amountMinor }) => amountMinor))
      expect([on('1100'), on('2210')]).toEqual([0 - open || 0, open - whole.payableMinor || 0])
    }),
  )
})

test('shares add up to the amount, and none is above its weight', () => {
  const weights = fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 20 }).filter((all) => sumOf(all) > 0)
  fc.assert(
    fc.property(weights, fc.nat(1000), (all, permille) => {
      const amount = Math.floor((sumOf(all) * permille) / 1000)
      const shares = shareOut(amount, all)
      expect(sumOf(shares)).toBe(amount)
      for (const [index, share] of shares.entries()) {
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(all[index] ?? 0)
      }
    }),
  )
  expect(() => shareOut(1, [0])).toThrow('nothing to share')
})
