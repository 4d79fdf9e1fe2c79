import type { BusinessNumberRule } from './business-numbers.ts'
import { digitAt, restOf, weightedSum } from './check-sums.ts'

const weights = [8, 7, 6, 5, 4, 3, 2]

/** Czech numbers: IČO of the register, DIČ of tax (standards.md, section 4). */
export const czechNumbers = {
  czIco: {
    name: 'IČO',
    prefix: '',
    lengths: [8],
    example: '25596641',
    form: /^[0-9]{8}$/,
    holds: isIco,
  },
  czDic: {
    name: 'DIČ',
    prefix: 'CZ',
    lengths: [10, 11, 12],
    example: 'CZ25123891',
    form: /^CZ[0-9]{8,10}$/,
    holds: (number) => isDic(number.slice(2)),
  },
} as const satisfies Readonly<Record<string, BusinessNumberRule>>

function isIco(digits: string): boolean {
  return digitAt(digits, 7) === (11 - (weightedSum(digits, weights) % 11)) % 10
}

/** Eight digits are an IČO, ten a birth number, nine an old birth number or, from 6 on, a person without one. */
function isDic(digits: string): boolean {
  if (digits.length === 8) return isIco(digits)
  if (digits.length === 9 && digits.startsWith('6')) {
    const rest = weightedSum(digits.slice(1), weights) % 11
    return digitAt(digits, 8) === (8 - ((10 - rest) % 11) + 10) % 10
  }
  if (!isBirthDay(digits)) return false
  if (digits.length === 9) return true
  return restOf(digits, 11) === 0 || (restOf(digits.slice(0, 9), 11) === 10 && digits.endsWith('0'))
}

/** Year, month (50 more for women, 20 more where a day's numbers ran out), day. */
function isBirthDay(digits: string): boolean {
  const month = Number(digits.slice(2, 4)) % 50
  const day = Number(digits.slice(4, 6))
  const isMonth = (month >= 1 && month <= 12) || (month >= 21 && month <= 32)
  return isMonth && day >= 1 && day <= 31
}
