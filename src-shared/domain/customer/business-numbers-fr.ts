import { luhnDigit } from '#shared/kernel/luhn.ts'
import type { BusinessNumberRule } from './business-numbers.ts'
import { restOf } from './check-sums.ts'

/** French numbers: SIREN of a company, SIRET of one of its places, TVA of tax (standards.md, section 4). */
export const frenchNumbers = {
  frSiren: {
    name: 'SIREN',
    prefix: '',
    lengths: [9],
    example: '732 829 320',
    form: /^[0-9]{9}$/,
    holds: isLuhn,
  },
  frSiret: {
    name: 'SIRET',
    prefix: '',
    lengths: [14],
    example: '732 829 320 00074',
    form: /^[0-9]{14}$/,
    holds: (number) => isLuhn(number) || isPostOffice(number),
  },
  frTva: {
    name: 'TVA',
    prefix: 'FR',
    lengths: [13],
    example: 'FR 44 732 829 320',
    form: /^FR[0-9A-HJ-NP-Z]{2}[0-9]{9}$/,
    holds: (number) => isTva(number.slice(2, 4), number.slice(4)),
  },
} as const satisfies Readonly<Record<string, BusinessNumberRule>>

function isLuhn(digits: string): boolean {
  return luhnDigit(digits.slice(0, -1)) === digits.slice(-1)
}

/** La Poste has more places than Luhn leaves room for: the sum of all digits is a multiple of five. */
function isPostOffice(siret: string): boolean {
  const sum = [...siret].reduce((total, digit) => total + Number(digit), 0)
  return siret.startsWith('356000000') && sum % 5 === 0
}

const letters = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A key of two figures counts over 97; one with a letter is counted in its own alphabet, over 11. */
function isTva(key: string, siren: string): boolean {
  if (!isLuhn(siren)) return false
  if (/^[0-9]{2}$/.test(key)) return Number(key) === (12 + 3 * restOf(siren, 97)) % 97
  const [first, second] = [letters.indexOf(key.charAt(0)), letters.indexOf(key.charAt(1))]
  const value = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
  return (Number(siren) + 1 + Math.floor(value / 11)) % 11 === value % 11
}
