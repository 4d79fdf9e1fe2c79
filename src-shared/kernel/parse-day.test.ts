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
    ['', 'DATE_MISSING'],
    ['31.2.2026', 'DATE_WRONG'],
    ['2026-02-30', 'DATE_WRONG'],
    ['3.13.2026', 'DATE_WRONG'],
    ['3.9.26', 'DATE_WRONG'],
    ['yesterday', 'DATE_WRONG'],
    ['3 foo 2026', 'DATE_WRONG'],
    ['٣.٩.٢٠٢٦', 'DATE_WRONG'],
  ])('%s is refused', (text, code) => {
    const result = parseDay(text)
    expect(result.ok ? 'read' : result.error.code).toBe(code)
  })
})
