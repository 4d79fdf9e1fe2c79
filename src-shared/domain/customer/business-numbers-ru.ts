import type { BusinessNumberRule } from './business-numbers.ts'
import { digitAt, restOf, weightedSum } from './check-sums.ts'

const firm = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const person = [7, ...firm]
const personLast = [3, ...person]

/** Russian numbers: ОГРН of the register, ИНН of tax, КПП of a place of business (standards.md, section 4). */
export const russianNumbers = {
  ruInn: {
    name: 'ИНН',
    prefix: '',
    lengths: [10, 12],
    example: '7707083893',
    form: /^([0-9]{10}|[0-9]{12})$/,
    holds: (number) =>
      number.length === 10 ? fits(number, firm, 9) : fits(number, person, 10) && fits(number, personLast, 11),
  },
  ruOgrn: {
    name: 'ОГРН',
    prefix: '',
    lengths: [13, 15],
    example: '1027700132195',
    form: /^([0-9]{13}|[0-9]{15})$/,
    holds: (number) => restOf(number.slice(0, -1), number.length - 2) % 10 === digitAt(number, number.length - 1),
  },
  ruKpp: {
    name: 'КПП',
    prefix: '',
    lengths: [9],
    example: '770701001',
    form: /^[0-9]{4}[0-9A-Z]{2}[0-9]{3}$/,
    holds: () => true,
  },
} as const satisfies Readonly<Record<string, BusinessNumberRule>>

function fits(digits: string, weights: readonly number[], at: number): boolean {
  return (weightedSum(digits, weights) % 11) % 10 === digitAt(digits, at)
}
