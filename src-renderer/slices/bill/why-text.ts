import { z } from 'zod'
import type { Text } from '#renderer/app/text.tsx'
import type { BillLineRow } from '#shared/domain/bill/rows.ts'
import type { UsageView } from '#shared/domain/bill/core-contract.ts'
import { lineName } from '#shared/domain/bill/line-kinds.ts'
import type { BilledUseView, GroupView } from '#shared/domain/bill/contract.ts'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import { maskMsisdn } from '#shared/domain/number/msisdn.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { FoundUse } from './why-rows.ts'
import { locales } from '#shared/text/translate.ts'
import { dateFormat, numberFormat } from '#shared/kernel/formats.ts'

/** What a group of lines is called: a fee by its name in the catalogue, usage by its kind. */
export function groupName({ kind, named }: GroupView, text: Text): string {
  return kind === 'fee' ? lineTitle(named, text) : capital(text.key(`bill.part.${kind}`))
}

/** What a line is called: `Calls made, zone 3`. */
export function lineTitle(line: Pick<BillLineRow, 'name'>, { t, key, reader }: Text): string {
  const name = lineName(line)
  switch (name.of) {
    case 'usage':
      return t('bill.useIn', { what: key(`bill.use.${name.type}`), zone: zoneText(name.zone, key) })
    case 'rerated':
      return t('bill.line.rerated', { number: name.number })
    case 'nextBill':
      return t('bill.line.nextBill', { reference: name.reference })
    case 'catalogue':
      return nameIn(namesOf(name.json), reader.language)
  }
}

/** Why a group costs what it does, in a few words; the whole of it stands in its lines. */
export function groupWhy(group: GroupView, text: Text): string {
  const [first] = group.lines
  if (first === undefined) return text.t('bill.why.gone')
  if (group.kind === 'fee') return group.lines.map((line) => feeWhy(line, text, true)).join('; ')
  const counts = new Map<string, number>()
  for (const line of group.lines) {
    const name = lineName(line)
    if (name.of === 'usage') counts.set(name.type, (counts.get(name.type) ?? 0) + line.records)
  }
  return [...counts].map(([type, count]) => text.key(`bill.count.${type}`, { count })).join(', ')
}

/** Why a line costs what it does: days of a period and its price, or what was used and the rate it was priced by. */
export function lineWhy(line: BillLineRow, text: Text, isTaxIncluded: boolean): string {
  return line.kind === 'usage' ? usageWhy(line, text, isTaxIncluded) : feeWhy(line, text, false)
}

function feeWhy(line: BillLineRow, text: Text, isShort: boolean): string {
  const { t, date, money } = text
  const { of } = lineName(line)
  if (of === 'rerated' || of === 'nextBill') return ''
  if (line.kind === 'oneTime') return t('bill.why.once', { on: line.from_date })
  const isWhole = line.days === line.of_days
  const to = addDays(line.to_date, -1)
  const params = { days: line.days, of: line.of_days, price: money(line.price_minor), from: line.from_date, to }
  const why =
    isWhole && isShort
      ? t('bill.why.whole')
      : line.from_date === line.period_start && line.to_date === line.period_end
        ? t('bill.why.between', params)
        : line.to_date === line.period_end
          ? t('bill.why.from', params)
          : line.from_date === line.period_start
            ? t('bill.why.until', params)
            : t('bill.why.between', params)
  return line.is_correction === 0 ? why : t('bill.why.corrected', { why: why === '' ? date(line.from_date) : why })
}

const rateSchema = z.object({
  first: z.number(),
  increment: z.number(),
  unitSize: z.number(),
  connectMicro: z.number(),
  tiers: z.array(z.object({ priceMicro: z.number() })).min(1),
})
export type UsageRate = z.infer<typeof rateSchema>

/** The rate of a usage line; undefined where nothing was to be priced. */
export function rateOf({ rate }: Pick<BillLineRow, 'rate'>): UsageRate | undefined {
  try {
    return rateSchema.safeParse(JSON.parse(rate)).data
  } catch {
    return undefined
  }
}

function usageWhy(line: BillLineRow, text: Text, isTaxIncluded: boolean): string {
  const { t } = text
  const rate = rateOf(line)
  if (!rate) return t('bill.why.free')
  const paid = line.quantity - line.free
  const parts = [
    ...(paid > 0 ? [paidWhy(paid, line.unit, rate, text)] : []),
    ...(paid > 0 && rate.connectMicro > 0
      ? [t('bill.why.connect', { price: microText(rate.connectMicro, text) })]
      : []),
    ...(line.free > 0 ? [t('bill.why.partFree', { free: amountText(line.free, line.unit, text) })] : []),
    ...(paid > 0 && !isTaxIncluded ? [t('bill.why.withoutTax')] : []),
  ]
  return parts.join(', ')
}

function paidWhy(units: number, unit: string, rate: UsageRate, text: Text): string {
  const { t } = text
  const [tier] = rate.tiers
  const one = microText(tier?.priceMicro ?? 0, text)
  const price = rate.tiers.length > 1 ? t('bill.why.tiers', { price: one }) : one
  if (unit === 'second')
    return isWholeMinutes(rate)
      ? t('bill.why.minutes', { count: units / 60, price })
      : t('bill.why.time', { span: amountText(units, unit, text), price })
  if (unit === 'octet')
    return t('bill.why.data', { size: sizeText(units, text), price, per: unitName(rate.unitSize, text) })
  return t('bill.why.pieces', { count: units, price })
}

/** Whether time is charged by minutes begun. */
export function isWholeMinutes({ first, increment, unitSize }: UsageRate): boolean {
  return first % 60 === 0 && increment % 60 === 0 && unitSize === 60
}

/** So many seconds, octets or pieces as people say them. */
export function amountText(units: number, unit: string, text: Text): string {
  if (unit === 'octet') return sizeText(units, text)
  if (unit !== 'second') return text.number(units)
  const [minutes, seconds] = [Math.floor(units / 60), units % 60]
  if (minutes === 0) return text.t('bill.span.seconds', { seconds })
  return seconds === 0 ? text.t('bill.span.minutes', { minutes }) : text.t('bill.span.both', { minutes, seconds })
}

/** Millionths of the currency with as many decimals as they need, two at least. */
export function microText(micro: number, { reader }: Text): string {
  const format = numberFormat(locales[reader.language], { minimumFractionDigits: 2, maximumFractionDigits: 6 })
  return format.format(micro / 1_000_000)
}

function sizeText(octets: number, text: Text): string {
  const [per, key] = octets >= giga ? [giga, 'gb'] : octets >= mega ? [mega, 'mb'] : [1000, 'kb']
  const amount = numberFormat(locales[text.reader.language], { maximumFractionDigits: 2 }).format(octets / per)
  return text.key(`bill.size.${key}`, { amount })
}

/** `MB`: the name of a whole unit, without the one before it. */
function unitName(size: number, text: Text): string {
  return sizeText(size, text).replace(/^1\s/u, '')
}

const giga = 1_000_000_000
const mega = 1_000_000

function zoneText(zone: string, key: Text['key']): string {
  const said = key(`bill.zone.${zone}`)
  // a market may have zones we have no word for: its own name says more than a key
  return said === `bill.zone.${zone}` ? zone : said
}

/** A word at the beginning of a row. */
export function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1)
}

/** Why a record costs what it does: to whom, how much, and what of it was charged. */
export function recordWhy(record: BilledUseView, line: BillLineRow, text: Text): string {
  const { t } = text
  const name = lineName(line)
  const isReceived = name.of === 'usage' && name.type === 'received'
  const number = maskMsisdn(record.other)
  const rate = rateOf(line)
  const paid = record.charged - record.free
  const charged =
    rate === undefined
      ? t('bill.why.free')
      : paid <= 0
        ? t('bill.why.allowance')
        : line.unit === 'second' && isWholeMinutes(rate) && rate.tiers.length === 1
          ? t('bill.why.begun', { count: paid / 60, price: microText(rate.tiers[0]?.priceMicro ?? 0, text) })
          : ''
  return [
    ...(record.other === '' ? [] : [t(isReceived ? 'bill.fromNumber' : 'bill.toNumber', { number })]),
    ...(line.unit === 'piece' ? [] : [amountText(record.units, line.unit, text)]),
    ...(charged === '' ? [] : [charged]),
  ].join(', ')
}

/** Finds records as one types: by number with or without spaces, by day as it is written, by sum. */
export function recordFinder(lines: UsageView['lines'], text: Text): (typed: string) => readonly FoundUse[] {
  const day = dateFormat('en-CA', { timeZone: text.reader.zone })
  const days = new Map<string, string>()
  const records = lines
    .flatMap(({ lineId, uses }) => uses.map((record) => ({ record, lineId })))
    .toSorted((a, b) => a.record.startedAt - b.record.startedAt)
  const known = records.map(({ record }) => {
    const iso = day.format(record.startedAt)
    const said = days.get(iso) ?? foldText(text.date(iso))
    days.set(iso, said)
    return `${record.other} ${said} ${(record.amountMicro / 1_000_000).toFixed(2)}`
  })
  return (typed) => {
    const wish = foldText(typed).trim()
    const sum = typed.trim().replace(',', '.')
    // a number as it is dialled at home has a 0 where the stored one has its country
    const number = sum.replace(/[\s.]/g, '').replace(/^0+/, '')
    const isNumber = /^\+?\d{2,}$/.test(number)
    return records.filter((_record, at) => {
      const text = known[at] ?? ''
      return (
        (wish !== '' && text.includes(wish)) ||
        text.includes(sum) ||
        (isNumber && text.startsWith('+') && (text.split(' ')[0] ?? '').includes(number))
      )
    })
  }
}
