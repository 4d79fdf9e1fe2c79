import type { BusinessNumberRule } from './business-numbers.ts'
import { digitAt } from './check-sums.ts'

/** German numbers: that of a court's register, which has no check digit, and USt-IdNr. of tax (standards.md, section 4). */
export const germanNumbers = {
  deRegister: {
    name: 'Handelsregister',
    prefix: 'HR',
    lengths: [4, 5, 6, 7, 8, 9, 10],
    example: 'HRB 12345',
    form: /^HR[AB][0-9]{1,6}[A-Z]{0,1}$/,
    holds: () => true,
  },
  deVat: {
    name: 'USt-IdNr.',
    prefix: 'DE',
    lengths: [11],
    example: 'DE 136695976',
    form: /^DE[1-9][0-9]{8}$/,
    holds: (number) => isMod11And10(number.slice(2)),
  },
} as const satisfies Readonly<Record<string, BusinessNumberRule>>

/** ISO 7064, MOD 11,10. */
function isMod11And10(digits: string): boolean {
  let product = 10
  for (let index = 0; index < digits.length - 1; index += 1) {
    const sum = (product + digitAt(digits, index)) % 10
    product = (2 * (sum === 0 ? 10 : sum)) % 11
  }
  return (11 - product) % 10 === digitAt(digits, digits.length - 1)
}
