import fc from 'fast-check'
import { expect, it } from 'vitest'
import { figureGrams, figuresOf } from './figure-grams.ts'

it('gives each four figures in a row, and the last three', () => {
  expect(figureGrams(figuresOf('+33 612'))).toEqual(['3361', '3612', '612'])
  expect(figureGrams('981')).toEqual(['981'])
  expect(figureGrams('12')).toEqual([])
})

it('any three figures in a row of a number begin one of them', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 3, maxLength: 15 })
  fc.assert(
    fc.property(digits, fc.nat(20), (number, at) => {
      const from = at % (number.length - 2)
      expect(figureGrams(number).some((gram) => gram.startsWith(number.slice(from, from + 3)))).toBe(true)
    }),
  )
})
