import { dayNumber } from '#shared/kernel/date.ts'
import type { Reader } from '#shared/text/translate.ts'
import { locales } from '#shared/text/translate.ts'
import { dateFormat } from '#shared/kernel/formats.ts'

/** A day in full, `Thursday 22 October 2026`: the demonstration says what day it takes today for. */
export function dayText(date: string, reader: Reader): string {
  const format = dateFormat(locales[reader.language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format.format(dayNumber(date) * 86_400_000).replace(',', '')
}
