import { expect, test } from 'vitest'
import { icaoSpecimen, writeTd1, writeTd3 } from '#shared/domain/identity/specimen.ts'
import { emptyFields } from '#shared/domain/interaction/steps.ts'
import { readTyped, shapeOf, typeLine } from './mrz-input.ts'

const passport = writeTd3({ ...icaoSpecimen, expiryDate: '2032-04-15' })
const card = writeTd1({ ...icaoSpecimen, documentNumber: 'D23145890', expiryDate: '2032-04-15' })
const empty = emptyFields.identity

test('two pasted lines fill both lines, whatever line they are pasted into first', () => {
  const patch = typeLine(empty, 0, passport.join('\r\n'))
  expect([patch.line1, patch.line2]).toEqual(passport)
  expect(patch.documentKind).toBe('passport')
})

test('a scanner that sends no line breaks fills the lines by the length of the document', () => {
  expect(typeLine(empty, 0, passport.join(''))).toMatchObject({ line1: passport[0], line2: passport[1] })
  const patch = typeLine(empty, 0, card.join(''))
  expect([patch.line1, patch.line2, patch.line3]).toEqual(card)
  expect(patch.documentKind).toBe('idCard')
})

test('small letters, spaces, tabs and control characters of a paste are put right', () => {
  expect(typeLine(empty, 0, ' p<uto\teriks son\u0000<<anna ').line1).toBe('P<UTOERIKSSON<<ANNA')
})

test('a second line pasted alone leaves the first as it is', () => {
  const patch = typeLine({ ...empty, line1: passport[0] }, 1, passport[1])
  expect([patch.line1, patch.line2]).toEqual(passport)
})

test('a line far too long is cut and stays on its own line', () => {
  const patch = typeLine({ ...empty, line1: passport[0] }, 1, 'A'.repeat(500))
  expect(patch.line2).toHaveLength(60)
  expect(patch.line3).toBe('')
})

test('the shape follows the document: two lines of 44, three of 30', () => {
  const asPassport = { ...empty, ...typeLine(empty, 0, passport.join('\n')) }
  expect(shapeOf(asPassport, readTyped(asPassport))).toEqual({ format: 'TD3', lines: 2 })
  const asCard = { ...empty, ...typeLine(empty, 0, card.join('\n')) }
  expect(shapeOf(asCard, readTyped(asCard))).toEqual({ format: 'TD1', lines: 3 })
})
