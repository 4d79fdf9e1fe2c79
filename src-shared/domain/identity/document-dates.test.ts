import { describe, expect, test } from 'vitest'
import { readBirthDate, readExpiryDate } from './document-dates.ts'

const today = '2026-10-22'

describe('the century of a document date', () => {
  test.each([
    ['740812', '1974-08-12', undefined],
    ['261022', '2026-10-22', '1926-10-22'],
    ['261023', '1926-10-23', undefined],
    ['000229', '2000-02-29', undefined],
    ['080101', '2008-01-01', '1908-01-01'],
  ])('born %s is %s, or earlier %s', (printed, date, orEarlier) => {
    expect(readBirthDate(printed, today)).toEqual({ ok: true, value: { date, printed, orEarlier } })
  })

  test.each([
    ['320415', '2032-04-15'],
    ['120415', '2012-04-15'],
    ['761022', '2076-10-22'],
    ['761023', '1976-10-23'],
  ])('expiring %s is %s', (printed, date) => {
    expect(readExpiryDate(printed, today)).toMatchObject({ ok: true, value: { date, printed } })
  })

  test.each([['<<<<<<'], ['74<<<<'], ['740230'], ['741301'], ['74O812'], ['']])('%s cannot be read', (printed) => {
    expect(readBirthDate(printed, today)).toEqual({
      ok: false,
      error: { code: 'DATE_UNREADABLE', details: { field: 'birthDate', printed } },
    })
    expect(readExpiryDate(printed, today)).toMatchObject({ ok: false, error: { details: { field: 'expiryDate' } } })
  })
})
