import type { BusinessNumberRule } from './business-numbers.ts'
import { weightedSum } from './check-sums.ts'

const weights = [8, 7, 6, 5, 4, 3, 2]

/** British numbers: that of Companies House, which has no check digit, and VAT (standards.md, section 4). */
export const britishNumbers = {
  gbCompany: {
    name: 'Company number',
    prefix: '',
    lengths: [8],
    example: '01234567',
    form: /^([0-9]{8}|[A-Z]{2}[0-9]{6}|R[0-9]{7})$/,
    holds: () => true,
  },
  gbVat: {
    name: 'VAT number',
    prefix: 'GB',
    lengths: [7, 11, 14],
    example: 'GB 980 7806 84',
    form: /^(GBGD[0-4][0-9]{2}|GBHA[5-9][0-9]{2}|(GB|XI)[0-9]{9}([0-9]{3})?)$/,
    holds: (number) => /^GB(GD|HA)/.test(number) || isVat(number.slice(2, 11)),
  },
} as const satisfies Readonly<Record<string, BusinessNumberRule>>

/** The last two digits are one number; since 2010 numbers from 100 on may be 55 (or 42) away. Digits 10 to 12 are a branch. */
function isVat(digits: string): boolean {
  const sum = weightedSum(digits, weights) + Number(digits.slice(7))
  const away = Number(digits.slice(0, 3)) >= 100 ? [0, 55, 42] : [0]
  return away.some((more) => (sum + more) % 97 === 0)
}
