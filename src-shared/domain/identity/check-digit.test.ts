import { describe, expect, test } from 'vitest'
import { checkDigit, isMrzText } from './check-digit.ts'

describe('the check digit', () => {
  test.each([
    ['L898902C3', '6'],
    ['740812', '2'],
    ['120415', '9'],
    ['320415', '3'],
    ['ZE184226B<<<<<', '1'],
    ['D23145890734', '9'],
    ['1234567890', '7'],
    ['<<<<<<', '0'],
    ['', '0'],
  ])('of %s is %s', (text, digit) => {
    expect(checkDigit(text)).toBe(digit)
  })

  test('is a bug to ask for over characters outside the alphabet', () => {
    expect(isMrzText('l898')).toBe(false)
    expect(() => checkDigit('l898')).toThrow('no check digit over')
  })
})
