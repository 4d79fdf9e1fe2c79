import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { isDate } from '#shared/kernel/date.ts'
import type { Currency, Money } from '#shared/kernel/money.ts'
import { currencySchema, formatMoney, money } from '#shared/kernel/money.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import type { Sentence } from '#shared/kernel/sentence.ts'
import { completeLanguages, dateText, dayOfMomentText, locales, timeText, translate } from '#shared/text/translate.ts'
import type { Params, Reader, TextKey } from '#shared/text/translate.ts'
import { useDesk } from './queries.ts'
import { numberFormat } from '#shared/kernel/formats.ts'

/** What a component says things with. */
export interface Text {
  /** A sentence of text/ by key. */
  readonly t: (key: TextKey, params?: Params) => string
  /** A sentence that came from the desk. */
  readonly say: (sentence: Sentence) => string
  /** The sentence of a refusal: what happened, then what to do next. */
  readonly refusal: (refusal: Refusal) => string
  /** A key put together from data, e.g. `task.KIND`; one nobody wrote is shown as itself. */
  readonly key: (key: string, params?: Params) => string
  /** A moment's time, `14:06`; with seconds for what was saved last. */
  readonly time: (at: number, withSeconds?: boolean) => string
  /** A day `YYYY-MM-DD` for people, or a moment's day. */
  readonly date: (day: string | number) => string
  readonly isToday: (at: number) => boolean
  /** Minor units of the market's currency, or a Money, with two decimals. */
  readonly money: (amount: number | Money, withCurrency?: boolean) => string
  readonly number: (value: number) => string
  readonly reader: Reader
}

/** The desk's text in the reader's language. Outside of a TextProvider (parts in tests) it is English and euro. */
export function useText(): Text {
  return useContext(TextContext)
}

/** Text in the customer's language, for what is said to them and for their paper; outside of a case the desk's own. */
export function useSpoken(): Text {
  const own = useText()
  const language = useContext(SpokenContext)
  return useMemo(() => textIn(own, language), [own, language])
}

/** Everything inside speaks to a customer of this language (`useSpoken`). */
export function SpokenProvider({ language, children }: SpokenProviderProps) {
  return <SpokenContext value={language}>{children}</SpokenContext>
}

interface SpokenProviderProps {
  readonly language: string | undefined
  readonly children: ReactNode
}

/** The same reader in another language (a row's, so any text); the text itself where that is none we write. */
export function textIn(text: Text, wished: string | undefined): Text {
  const language = completeLanguages.find((each) => each === wished)
  return language === undefined || language === text.reader.language ? text : textFor({ ...text.reader, language })
}

/** Gives everything inside the language of the preferences, the market's currency and its business date. */
export function TextProvider({ children }: { readonly children: ReactNode }) {
  const wished = useDesk('preferences.get', {}).data?.language
  const status = useDesk('desk.status', {}).data
  const language = completeLanguages.find((each) => each === wished) ?? 'en'
  const currency = currencyOf(status?.currency)
  const today = status?.businessDate ?? localToday()
  const text = useMemo(() => textFor({ language, currency, zone, today }), [language, currency, today])
  return <TextContext value={text}>{children}</TextContext>
}

/** Text for a reader. */
export function textFor(reader: Reader): Text {
  const locale = locales[reader.language]
  return {
    t: (key, params) => translate(reader, key, params),
    key: (key, params) => translate(reader, key, params),
    say: (sentence) => translate(reader, sentence.key, sentence.params),
    refusal: (refusal) => translate(reader, `error.${refusal.code}`, refusal.details),
    time: (at, withSeconds) => timeText(at, reader, withSeconds),
    date: (day) => (typeof day === 'number' ? dayOfMomentText(day, reader) : isDate(day) ? dateText(day, reader) : day),
    isToday: (at) => dayOfMomentText(at, reader) === dayOfMomentText(Date.now(), reader),
    money: (amount, withCurrency) => {
      const sum = typeof amount === 'number' ? money(amount, reader.currency) : amount
      return formatMoney(sum, locale, withCurrency)
    },
    number: (value) => numberFormat(locale).format(value),
    reader,
  }
}

// The desk stands where its machine stands: moments are said in the machine's zone, business dates come from the core.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

const SpokenContext = createContext<string | undefined>(undefined)

const TextContext = createContext(textFor({ language: 'en', currency: 'EUR', zone, today: localToday() }))

function currencyOf(value: string | undefined): Currency {
  return currencySchema.safeParse(value).data ?? 'EUR'
}

function localToday(): string {
  return new Intl.DateTimeFormat('en-CA').format()
}
