import { z } from 'zod'
import type { BillLineRow } from '#shared/domain/bill/rows.ts'
import { lineName, usageKind } from '#shared/domain/bill/line-kinds.ts'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import { dayKinds } from '#shared/domain/rating/plan.ts'
import { addDays } from '#shared/kernel/date.ts'
import { moneyText } from './amount-text.ts'
import type { Reader } from './translate.ts'
import { isTextKey, translate } from './translate.ts'
import { billUsageWhy, rateOf } from './bill-usage-words.ts'

/** A line of a bill in words: what it is, and how it came about; '' where there is nothing to say. */
export interface BillLineWords {
  readonly name: string
  readonly detail: string
}

/**
 * Words of a line that stands alone, as on paper and in UBL: what it is, with where and when it was used, then how often and
 * at what price. On screen the same words stand in rows below each other (`billLineName`, `billLineWhy`).
 */
export function billLineWords(line: BillLineRow, reader: Reader, isTaxIncluded: boolean): BillLineWords {
  const name = lineName(line)
  const why = billLineWhy(line, reader, { isTaxIncluded })
  if (name.of !== 'usage') return { name: billLineName(line, reader), detail: why }
  const kind = usageKind(name.type, name.zone)
  const own = billLineName(line, reader)
  return {
    name:
      kind === 'roaming'
        ? translate(reader, 'bill.useOf', { kind: capital(translate(reader, `bill.part.${kind}`)), name: own })
        : own,
    detail: joined([isPart(line) ? '' : translate(reader, `bill.count.${name.type}`, { count: line.records }), why]),
  }
}

/** What a line is called: `Calls made, zone 3`; a fee as the catalogue names it. */
export function billLineName(line: Pick<BillLineRow, 'name'>, reader: Reader): string {
  const name = lineName(line)
  switch (name.of) {
    case 'usage':
      return translate(reader, 'bill.useIn', {
        what: translate(reader, `bill.use.${name.type}`),
        zone: zoneText(name.zone, reader),
      })
    case 'rerated':
      return translate(reader, 'bill.line.rerated', { number: name.number })
    case 'reversed':
      return translate(reader, 'bill.line.reversed', { number: name.number })
    case 'nextBill':
    case 'paidTwice':
      return translate(reader, `bill.line.${name.of}`, { reference: name.reference })
    case 'catalogue':
      return nameIn(namesOf(name.json), reader.language)
  }
}

/**
 * How a line's sum comes about: the days of a period and its price; or the hours its price is for, where a plan has several,
 * what was used and the rate. `isShort`: a whole period is only said to be one.
 */
export function billLineWhy(line: BillLineRow, reader: Reader, { isTaxIncluded, isShort = false }: WhyWishes): string {
  return line.kind === 'usage' && !isPart(line)
    ? joined([billLineBand(line, reader), billUsageWhy(line, reader, isTaxIncluded)])
    : feeWhy(line, reader, isShort)
}

/** Whether a credit note's line gives back a part of what its bill's line came to (domain/bill/rows.ts). */
function isPart({ unit }: Pick<BillLineRow, 'unit'>): boolean {
  return unit === 'part'
}

interface WhyWishes {
  readonly isTaxIncluded: boolean
  readonly isShort?: boolean
}

function feeWhy(line: BillLineRow, reader: Reader, isShort: boolean): string {
  const { of } = lineName(line)
  if (of === 'rerated' || of === 'nextBill' || of === 'paidTwice' || of === 'reversed') return ''
  const { days, of_days: ofDays, from_date: from } = line
  if (isPart(line))
    return translate(reader, 'bill.why.givenBack', {
      ...{ from, to: addDays(line.to_date, -1) },
      price: moneyText(line.price_minor, reader),
    })
  if (line.kind === 'oneTime') return translate(reader, 'bill.why.once', { on: from })
  const to = addDays(line.to_date, -1)
  const params = { days, of: ofDays, price: moneyText(line.price_minor, reader), from, to }
  const [isFromFirst, isToLast] = [from === line.period_start, line.to_date === line.period_end]
  const key = isFromFirst === isToLast ? 'between' : isToLast ? 'from' : 'until'
  const why = isShort && days === ofDays ? 'bill.why.whole' : `bill.why.${key}`
  const said = translate(reader, why, params)
  return line.is_correction === 0 ? said : translate(reader, 'bill.why.corrected', { why: said })
}

const bandSchema = z.object({ days: z.array(z.enum(dayKinds)).min(1), from: z.int(), to: z.int() })

/** The days and hours a line's price is for (`weekdays, 20:00 to 24:00`); '' where its plan has the same one all the time. */
export function billLineBand(line: Pick<BillLineRow, 'rate'>, reader: Reader): string {
  const band = bandSchema.safeParse(rateOf(line)?.band).data
  if (!band) return ''
  const isAllDay = band.from === 0 && band.to === 1440
  const days = band.days.length === dayKinds.length ? [] : band.days
  const hours = { from: clock(band.from), to: clock(band.to) }
  return joined([
    ...days.map((day) => translate(reader, `bill.band.${day}`)),
    isAllDay ? '' : translate(reader, 'bill.band.hours', hours),
  ])
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}

/** A zone of the market's rate plans; one we have no word for is said as the plan names it. */
function zoneText(zone: string, reader: Reader): string {
  const key = `bill.zone.${zone}`
  return isTextKey(key) ? translate(reader, key) : zone
}

/** A word at the beginning of a row. */
export function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1)
}
