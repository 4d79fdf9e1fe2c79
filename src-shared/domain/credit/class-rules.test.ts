import { expect, test } from 'vitest'
import { creditPolicy } from '#shared/domain/catalogue/builders.ts'
import type { CreditFacts } from './class-rules.ts'
import { decideClass, termsOf } from './class-rules.ts'

const record = (paidOnTime: number, paidLate: number, openDebtMinor = 0, insolvencies = 0): CreditFacts['bureau'] => ({
  kind: 'record',
  paidOnTime,
  paidLate,
  openDebtMinor,
  insolvencies,
})

test.each([
  ['a long clean record', { bureau: record(36, 1) }, 'A', ['BUREAU_GOOD']],
  ['a short clean record', { bureau: record(10, 1) }, 'B', ['BUREAU_FAIR']],
  ['many late payments', { bureau: record(10, 8) }, 'C', ['BUREAU_WEAK', 'INCOME_NOT_GIVEN']],
  ['an empty record', { bureau: record(0, 0) }, 'C', ['NO_HISTORY', 'INCOME_NOT_GIVEN']],
  ['nobody knows them', { bureau: { kind: 'unknown' } }, 'C', ['NO_HISTORY', 'INCOME_NOT_GIVEN']],
  [
    'a year of bills paid with us',
    { bureau: { kind: 'unknown' }, own: { paidOnTime: 12, arrearsMinor: 0 } },
    'B',
    ['PAID_ON_TIME'],
  ],
  ['the bureau is silent', { bureau: { kind: 'silent' } }, 'C', ['BUREAU_SILENT', 'INCOME_NOT_GIVEN']],
  ['a small debt elsewhere', { bureau: record(30, 0, 100) }, 'D', ['OPEN_DEBT', 'INCOME_NOT_GIVEN']],
  ['a debt of exactly the limit', { bureau: record(30, 0, 20_000) }, 'D', ['OPEN_DEBT', 'INCOME_NOT_GIVEN']],
  ['a debt above the limit', { bureau: record(30, 0, 20_001) }, 'E', ['OPEN_DEBT', 'BUREAU_WEAK']],
  ['an insolvency', { bureau: record(40, 0, 0, 1) }, 'E', ['INSOLVENCY']],
  [
    'arrears with us, whatever the bureau says',
    { bureau: record(40, 0), own: { paidOnTime: 20, arrearsMinor: 1 } },
    'D',
    ['OWN_ARREARS'],
  ],
  [
    'arrears with us, and an insolvency elsewhere',
    { bureau: record(40, 0, 0, 1), own: { paidOnTime: 20, arrearsMinor: 1 } },
    'E',
    ['INSOLVENCY'],
  ],
  [
    'arrears with us and a high income',
    { bureau: record(40, 0), own: { paidOnTime: 20, arrearsMinor: 1 }, incomeMinor: 10_000_000 },
    'D',
    ['OWN_ARREARS'],
  ],
  [
    'weak, but income covers 40 times the fee',
    { bureau: record(10, 8), incomeMinor: 119_600 },
    'B',
    ['BUREAU_WEAK', 'INCOME_LIFTS'],
  ],
  ['weak, and income one cent short', { bureau: record(10, 8), incomeMinor: 119_599 }, 'C', ['BUREAU_WEAK']],
  ['insolvent with a high income', { bureau: record(40, 0, 0, 1), incomeMinor: 10_000_000 }, 'E', ['INSOLVENCY']],
] satisfies [string, Pick<CreditFacts, 'bureau'> & Partial<CreditFacts>, string, string[]][])(
  '%s',
  (_who, facts, expected, reasons) => {
    const neutral = { own: { paidOnTime: 0, arrearsMinor: 0 }, incomeMinor: null, monthlyMinor: 2990 }
    expect(decideClass({ ...neutral, ...facts }, creditPolicy)).toEqual({
      class: expected,
      reasons,
    })
  },
)

test('a class never lets worse terms through than the one below it', () => {
  const terms = (['A', 'B', 'C', 'D', 'E'] as const).map((one) => termsOf(one, creditPolicy))
  expect(terms.map((one) => one.lines)).toEqual([10, 5, 2, 1, 0])
  expect(terms.map((one) => one.postPaid)).toEqual([true, true, true, true, false])
})
