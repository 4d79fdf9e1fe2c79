import { expect, test } from 'vitest'
import { cleanLine, limitOf, sameFields, wrongField } from './case-step.ts'

test('a pasted text becomes one line without control characters, cut to the field', () => {
  expect(cleanLine('Anna\r\n\tMaria\u0007', 200)).toBe('Anna Maria ')
  expect(cleanLine('x'.repeat(5_000), 60)).toHaveLength(60)
  expect(cleanLine('Ольга Nováková', 200)).toBe('Ольга Nováková')
})

test('a field takes as many characters as its draft may hold', () => {
  expect(limitOf('reason', 'givenNames')).toBe(200)
  expect(limitOf('payNow', 'terminalReference')).toBe(40)
  expect(limitOf('identity', 'nameConfirmed')).toBeUndefined()
})

test('the same fields in another order are the same; another value is not', () => {
  expect(sameFields({ a: 1, b: ['x'] }, { b: ['x'], a: 1 })).toBe(true)
  expect(sameFields({ a: 1, b: ['x'] }, { b: ['y'], a: 1 })).toBe(false)
})

test('a refused step names its field and the sentence that says why', () => {
  expect(wrongField({ code: 'STEP_INCOMPLETE', details: { field: 'email', reason: 'EMAIL_WRONG' } })).toMatchObject({
    field: 'email',
    sentence: 'wrong.EMAIL_WRONG',
  })
  expect(wrongField({ code: 'PERSON_KNOWN', details: { field: 'email' } })).toBeUndefined()
})
