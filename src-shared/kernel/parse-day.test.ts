import { describe, expect, it } from 'vitest'
import { parseDay } from './parse-day.ts'

describe('a day as typed', () => {
  it.each(['2026-09-03', '3.9.2026', '03/09/2026', '3 9 2026', ' 3 Sep 2026 ', '3. September 2026', '3-9-2026'])(
    '%s is 3 September',
    (text) => {
      expect(parseDay(text)).toEqual({ ok: true, value: '2026-09-03' })
    },
  )

  it.each([
    ['3 sept. 2026', 9],
    ['15 août 2026', 8],
    ['1 févr. 2026', 2],
    ['3. září 2026', 9],
    ['3. června 2026', 6],
    ['3. července 2026', 7],
    ['3 мая 2026 г.', 5],
    ['3 июн. 2026', 6],
    ['3 июля 2026', 7],
  ])('%s, as its language writes it, is of month %i', (text, month) => {
    const result = parseDay(text)
    expect(result.ok && Number(result.value.slice(5, 7))).toBe(month)
  })

  it.each([
    ['', 'DATE_MISSING'],
    ['31.2.2026', 'DATE_WRONG'],
    ['2026-02-30', 'DATE_WRONG'],
    ['3.13.2026', 'DATE_WRONG'],
    ['3.9.26', 'DATE_WRONG'],
    ['yesterday', 'DATE_WRONG'],
    ['3 foo 2026', 'DATE_WRONG'],
    ['3 jui 2026', 'DATE_WRONG'],
    ['٣.٩.٢٠٢٦', 'DATE_WRONG'],
  ])('%s is refused', (text, code) => {
    const result = parseDay(text)
    expect(result.ok ? 'read' : result.error.code).toBe(code)
  })
})
