import { expect, test } from 'vitest'
import { maskDocumentNumber } from './mask.ts'

test.each([
  ['L898902C3', '••••••02C3'],
  ['D23145890734', '••••••0734'],
  ['12345', '••••••45'],
  ['1', '••••••'],
  ['', '••••••'],
])('%s is shown as %s', (number, shown) => {
  expect(maskDocumentNumber(number)).toBe(shown)
})
