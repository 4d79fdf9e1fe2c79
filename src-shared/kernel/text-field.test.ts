import { expect, test } from 'vitest'
import { cutTo, filledLine, line, lines, plainLine, plainLines, typedFilledLine } from './text-field.ts'

const rubbish = {
  control: 'a\u0000b',
  'a C1 control': 'a\u0085b',
  'a line break': 'a\nb',
  'a line separator': 'a\u2028b',
  'an override of direction': 'a\u202eb',
  'a space without width': 'a\u200bb',
  'a byte order mark': '\ufeffab',
  'half a surrogate pair': 'a\ud83db',
}

test.each(Object.entries(rubbish))('a line with %s is refused, and made plain it is taken', (_what, text) => {
  expect(line(10).safeParse(text).success).toBe(false)
  expect(line(10).safeParse(plainLine(text)).success).toBe(true)
})

test.each(['Ольга', 'فاطمة', 'Νίκος', 'نمی‌دانم', '👩‍👧 Anna', 'Přítel', ' spaces kept '])(
  '%s is a line as it is',
  (text) => {
    expect(plainLine(text)).toBe(text)
    expect(line(40).safeParse(text).success).toBe(true)
  },
)

test('line breaks and tabs stay in several lines, whatever system they come from', () => {
  expect(plainLines('one\r\ntwo\rthree\tfour\u0007')).toBe('one\ntwo\nthree\tfour ')
  expect(lines(40).safeParse('one\r\ntwo\tthree').success).toBe(true)
  expect(lines(40).safeParse('one\u202etwo').success).toBe(false)
})

test('too long is refused, and cut without cutting a character in half', () => {
  expect(line(3).safeParse('abcd').success).toBe(false)
  expect(cutTo('ab👩', 3)).toBe('ab')
  expect(cutTo('ab👩', 4)).toBe('ab👩')
})

test('a filled line holds more than spaces and what cannot be seen', () => {
  expect(filledLine(5).safeParse('  ').success).toBe(false)
  expect(typedFilledLine(5).safeParse(' \u200b ').success).toBe(false)
  expect(typedFilledLine(5).parse(' a\t')).toBe('a')
})
