import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  dateInZone,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isDate,
  utcDateOf,
} from './date.ts'

test('day numbers and dates are each other’s inverse over eight centuries', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber('1600-01-01'), max: dayNumber('2400-12-31') }), (days) => {
      const date = dateOfDayNumber(days)
      expect(isDate(date)).toBe(true)
      expect(dayNumber(date)).toBe(days)
      expect(date).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10))
    }),
  )
})

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-10-22', 24, '2028-10-22'],
  ['2026-12-31', 2, '2027-02-28'],
])('%s plus %i months is %s', (from, months, expected) => {
  expect(addMonths(from, months)).toBe(expected)
})

test('what is no day of the calendar is refused', () => {
  expect(['2025-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', 'today'].filter(isDate)).toEqual([])
  expect(() => addDays('2025-02-29', 1)).toThrow('not a date')
})

test('age counts completed years, on the birthday itself too', () => {
  expect([
    ageOn('2008-11-22', '2026-11-21'),
    ageOn('2008-11-22', '2026-11-22'),
    ageOn('2008-02-29', '2026-02-28'),
  ]).toEqual([17, 18, 17])
})

test('a moment has another day in another zone', () => {
  const lateEvening = Date.UTC(2026, 9, 21, 22, 30)
  expect(utcDateOf(lateEvening)).toBe('2026-10-21')
  expect(dateInZone(lateEvening, 'Europe/Paris')).toBe('2026-10-22')
  expect(daysBetween('2026-10-03', '2026-11-03')).toBe(31)
})
