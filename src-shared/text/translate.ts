import type { Currency } from '#shared/kernel/money.ts'
import { formatMoney, money } from '#shared/kernel/money.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import { dayNumber } from '#shared/kernel/date.ts'
import { cs } from './cs/index.ts'
import { en } from './en/index.ts'
import { fr } from './fr/index.ts'
import { ru } from './ru/index.ts'
import type { Message } from './sentences.ts'
import { typeset } from './typeset.ts'
import { dateFormat, numberFormat, pluralRules } from '#shared/kernel/formats.ts'

export type TextKey = keyof typeof en
export type Language = 'en' | 'fr' | 'cs' | 'ru'

/** Languages whose sentences are complete; the desk offers exactly these. */
export const completeLanguages: readonly Language[] = ['en', 'fr', 'cs', 'ru']

/** Every sentence by language and key. */
export const messages: Readonly<Record<Language, Readonly<Record<TextKey, Message>>>> = { en, fr, cs, ru }

/** Locale of a language for dates, numbers and money. */
export const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR', cs: 'cs-CZ', ru: 'ru-RU' }

export interface Reader {
  readonly language: Language
  readonly currency: Currency
  readonly zone: string
  /** Today where the desk stands, `YYYY-MM-DD`: dates of this year are said without it. */
  readonly today: string
}

export type Params = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** Whether a text names a sentence we have. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key)
}

/**
 * A sentence in the reader's language. Gaps: `{name}`, `{amountMinor:money}`, `{at:time}`, `{at:day}` (a moment's day),
 * `{on:date}` (YYYY-MM-DD), `{number:phone}`, `{plan:name}` (JSON by language), `{n:number}`, `{about:key}` (a sentence
 * of its own; what is no key is said as it is). A key nobody wrote is
 * shown as itself, so that nothing is hidden.
 */
export function translate(reader: Reader, key: string, params: Params = {}): string {
  if (!isTextKey(key)) return key
  return fillGaps(reader, formOf(messages[reader.language][key], reader, params), params)
}

/** A text of no key of ours (a template of the core's) in the reader's language, its gaps filled as `translate` does. */
export function fillGaps(reader: Reader, text: string, params: Params): string {
  return typeset(text, reader.language).replace(
    /\{(\w+)(?::(\w+))?\}(\.?)/g,
    (_gap, name: string, kind: string | undefined, stop: string) => {
      const filled = fill(params[name], kind, reader)
      // a month cut short ends with its own point: `30 sept.` at the end of a sentence has one
      return filled.endsWith('.') ? filled : filled + stop
    },
  )
}

function formOf(message: Message, reader: Reader, params: Params): string {
  if (typeof message === 'string') return message
  const form = pluralRules(locales[reader.language]).select(Number(params['count'] ?? 0))
  return (
    (form === 'one' ? message.one : form === 'few' ? message.few : form === 'many' ? message.many : undefined) ??
    message.other
  )
}

function fill(value: Params[string] | undefined, kind: string | undefined, reader: Reader): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return new Intl.ListFormat(locales[reader.language]).format(value.map(String))
  switch (kind) {
    case 'money':
      return formatMoney(money(Number(value), reader.currency), locales[reader.language])
    case 'time':
      return timeText(Number(value), reader)
    case 'day':
      return dayOfMomentText(Number(value), reader)
    case 'date':
      return dateText(String(value), reader)
    case 'phone':
      return formatMsisdn(String(value))
    case 'name':
      return nameIn(namesOf(String(value)), reader.language)
    case 'key':
      return translate(reader, String(value))
    case 'number':
      return numberFormat(locales[reader.language]).format(Number(value))
    default:
      return String(value)
  }
}

/** A moment's time of day, 24 hours, `14:06`. */
export function timeText(at: number, reader: Reader, withSeconds = false): string {
  return dateFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds ? { second: '2-digit' } : {}),
    timeZone: reader.zone,
  }).format(at)
}

/** A date for people: `22 Oct 2026`, the year left out when it is this one. */
export function dateText(date: string, reader: Reader): string {
  const isThisYear = reader.today.slice(0, 4) === date.slice(0, 4)
  const at = dayNumber(date) * 86_400_000
  const format = dateFormat(locales[reader.language], {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  })
  // en-GB alone writes `Sept`: every other month has three letters there, and a column of dates should too
  const parts = format
    .formatToParts(at)
    .map(({ type, value }) => (type === 'month' ? monthText(at, value, reader) : value))
  return parts.join('')
}

function monthText(at: number, written: string, { language }: Reader): string {
  return language === 'en' ? dateFormat('en-US', { month: 'short', timeZone: 'UTC' }).format(at) : written
}

/** The day of a moment for people; `Today` is for the screen to say. */
export function dayOfMomentText(at: number, reader: Reader): string {
  return dateText(dateFormat('en-CA', { timeZone: reader.zone }).format(at), reader)
}
