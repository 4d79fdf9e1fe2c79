import { expect, test } from 'vitest'
import { momentOf, spanText, typedMoment } from './moments.ts'

const at = new Date(2026, 9, 22, 14, 5).getTime()

test('a moment is typed as it is shown', () => {
  expect(typedMoment(at)).toEqual({ day: '22.10.2026', time: '14:05' })
  expect(momentOf(typedMoment(at))).toBe(at)
})

test.each([
  ['14.05', at],
  ['1405', at],
  ['14h05', at],
  ['9', new Date(2026, 9, 22, 9).getTime()],
  ['24:00', undefined],
  ['14:75', undefined],
  ['soon', undefined],
  ['', undefined],
])('the time %s', (time, moment) => {
  expect(momentOf({ day: '22.10.2026', time })).toBe(moment)
})

test('a day that does not exist is no moment', () => {
  expect(momentOf({ day: '31.2.2026', time: '9' })).toBeUndefined()
})

test.each([
  [7_000, '0:07'],
  [252_400, '4:12'],
  [3_852_000, '1:04:12'],
  [-1, '0:00'],
])('a span of %i ms', (ms, text) => {
  expect(spanText(ms)).toBe(text)
})
