import { expect, test } from 'vitest'
import { msisdnStart } from './msisdn-start.ts'

test.each([
  ['06 39', '+33639'],
  ['0639986610', '+33639986610'],
  ['+33 6 39 98', '+3363998'],
  ['0033 6 39', '+33639'],
  ['+420 777 12', '+42077712'],
])('%s typed in France begins %s', (typed, start) => {
  expect(msisdnStart(typed, 'FR')).toBe(start)
})

test.each(['', '+', 'abc', '0'])('%s begins no number', (typed) => {
  expect(msisdnStart(typed, 'FR')).toBeUndefined()
})
