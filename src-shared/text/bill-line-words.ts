import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { BillLineRow } from '#shared/domain/bill/rows.ts'
import type { UsageType } from '#shared/domain/rating/usage-record.ts'
import { usageTypes } from '#shared/domain/rating/usage-record.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { Reader } from './translate.ts'
import { isTextKey, locales, translate } from './translate.ts'
import { numberFormat } from '#shared/kernel/formats.ts'

/** A line of a bill in words: what it is, and how it came about (days, records); '' where there is nothing to say. */
export interface BillLineWords {
  readonly name: string
  readonly detail: string
}

/** Words of a line in the reader's language, for screen, paper and UBL alike. */
export function billLineWords(line: BillLineRow, reader: Reader): BillLineWords {
  const isWhole = line.unit !== 'part'
  const detail = isWhole && line.kind === 'usage' ? usageDetail(line, reader) : daysDetail(line, reader)
  return {
    name: billLineName(line.name, reader),
    detail: line.is_correction === 1 ? translate(reader, 'billLine.corrected', { detail }) : detail,
  }
}

/** What a line's `name` says: the catalogue's name by language, or usage, a re-rating, or what was put on this bill. */
export function billLineName(json: string, reader: Reader): string {
  const names = namesOf(json)
  const { usage, zone = '', rerated, nextBill } = names
  if (usage !== undefined)
    return translate(reader, 'billLine.usage', { type: `billLine.type.${usage}`, zone: zoneName(zone, reader) })
  if (rerated !== undefined) return translate(reader, 'billLine.rerated', { number: rerated })
  if (nextBill !== undefined) return translate(reader, 'billLine.nextBill', { reference: nextBill })
  return nameIn(names, reader.language)
}

/** What a line's records are, as its name says; undefined for a line of no usage. */
export function usageTypeOf(json: string): UsageType | undefined {
  const { usage } = namesOf(json)
  return usageTypes.find((one) => one === usage)
}

/** A zone of the market's rate plans; one we have no word for is said as the plan names it. */
export function zoneName(zone: string, reader: Reader): string {
  const key = `billLine.zone.${zone}`
  return isTextKey(key) ? translate(reader, key) : zone
}

/** How much was used: a duration, octets (1 MB is 1,000,000), or pieces. */
export function usedText(type: UsageType, units: number, reader: Reader): string {
  if (type === 'voice' || type === 'received') return durationText(units, reader)
  if (type !== 'data') return numberFormat(locales[reader.language]).format(units)
  const [unit, size] = units < 1_000_000 ? ['kB', 1e3] : units < 1_000_000_000 ? ['MB', 1e6] : ['GB', 1e9]
  const amount = numberFormat(locales[reader.language], { maximumFractionDigits: 2 }).format(units / size)
  return translate(reader, `billLine.${unit}`, { amount })
}

function durationText(seconds: number, reader: Reader): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const rest = two(seconds % 60)
  if (hours === 0) return translate(reader, 'billLine.minutes', { minutes, seconds: rest })
  return translate(reader, 'billLine.hours', { hours, minutes: two(minutes), seconds: rest })
}

function usageDetail({ name, quantity, free, records }: BillLineRow, reader: Reader): string {
  const type = usageTypeOf(name)
  if (!type) return ''
  const used = usedText(type, quantity, reader)
  const detail = translate(reader, `billLine.records.${type}`, { count: records, used })
  return free === 0 ? detail : translate(reader, 'billLine.free', { detail, free: usedText(type, free, reader) })
}

function daysDetail(line: BillLineRow, reader: Reader): string {
  const [from, to] = [line.from_date, addDays(line.to_date, -1)]
  if (line.unit === 'part') return translate(reader, 'billLine.givenBack', { from, to, amountMinor: line.price_minor })
  if (line.kind === 'oneTime') return translate(reader, 'billLine.day', { on: from })
  if (line.days === line.of_days) return translate(reader, 'billLine.period', { from, to })
  return translate(reader, 'billLine.part', {
    ...{ from, to, days: line.days, ofDays: line.of_days },
    amountMinor: line.price_minor,
  })
}
