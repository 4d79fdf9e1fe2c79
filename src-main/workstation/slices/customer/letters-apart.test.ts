import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lettersApart, lettersOf, mayBeNear } from './letters-apart.ts'

it('counts letters apart, a swap as one', () => {
  expect(lettersApart('helene', 'helnee', 2)).toBe(1)
  expect(lettersApart('novak', 'novakova', 2)).toBe(3)
  expect(lettersApart('roux', 'reux', 1)).toBe(1)
  expect(lettersApart('same', 'same', 1)).toBe(0)
  expect(lettersApart('anna', 'ana', 2)).toBe(1)
  expect(lettersApart('kowalski', 'kovalsky', 2)).toBe(2)
})

const word = fc.string({ unit: fc.constantFrom(...'abcже'), maxLength: 8 })

it('is the same both ways, and never more than the longer word', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const apart = lettersApart(one, other, 8)
      expect(apart).toBe(lettersApart(other, one, 8))
      expect(apart).toBeLessThanOrEqual(Math.max(one.length, other.length))
      expect(apart === 0).toBe(one === other)
    }),
  )
})

it('tells quickly that a word is too far, and is never wrong about a near one', () => {
  fc.assert(
    fc.property(word, word, fc.constantFrom(1, 2), (one, other, limit) => {
      if (lettersApart(one, other, limit) <= limit) expect(mayBeNear(lettersOf(one), other, limit)).toBe(true)
    }),
  )
  expect(mayBeNear(lettersOf('novak'), 'dupuis', 2)).toBe(false)
})
