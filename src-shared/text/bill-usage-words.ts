import { z } from 'zod'
import type { BillLineRow } from '#shared/domain/bill/rows.ts'
import { numberFormat } from '#shared/kernel/formats.ts'
import { microText } from './amount-text.ts'
import type { Reader } from './translate.ts'
import { locales, translate } from './translate.ts'

const rateSchema = z.object({
  first: z.number(),
  increment: z.number(),
  unitSize: z.number(),
  connectMicro: z.number(),
  tiers: z.array(z.object({ priceMicro: z.number() })).min(1),
  /** Where a plan has several prices by day and hour: when this one is. */
  band: z.unknown().optional(),
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

/** What was used and the price it was rated by: `12 minutes begun at 2.00, 2 min within the allowance`. */
export function billUsageWhy(line: BillLineRow, reader: Reader, isTaxIncluded: boolean): string {
  const rate = rateOf(line)
  if (!rate) return translate(reader, 'bill.why.free')
  const paid = line.quantity - line.free
  return [
    ...(paid > 0 ? [paidWhy(paid, line.unit, rate, reader)] : []),
    ...(paid > 0 && rate.connectMicro > 0
      ? [translate(reader, 'bill.why.connect', { price: microText(rate.connectMicro, reader) })]
      : []),
    ...(line.free > 0
      ? [translate(reader, 'bill.why.partFree', { free: usedText(line.free, line.unit, reader) })]
      : []),
    ...(paid > 0 && !isTaxIncluded ? [translate(reader, 'bill.why.withoutTax')] : []),
  ].join(', ')
}

function paidWhy(units: number, unit: string, rate: UsageRate, reader: Reader): string {
  const t = (key: string, params: Readonly<Record<string, string | number>>): string =>
    translate(reader, `bill.why.${key}`, params)
  const [tier] = rate.tiers
  const one = microText(tier?.priceMicro ?? 0, reader)
  const price = rate.tiers.length > 1 ? t('tiers', { price: one }) : one
  if (unit === 'second')
    return isWholeMinutes(rate)
      ? t('minutes', { count: units / 60, price })
      : t('time', { span: usedText(units, unit, reader), price })
  if (unit === 'octet') return t('data', { size: sizeText(units, reader), price, per: unitName(rate.unitSize, reader) })
  return t('pieces', { count: units, price })
}

/** Whether time is charged by minutes begun. */
export function isWholeMinutes({ first, increment, unitSize }: UsageRate): boolean {
  return first % 60 === 0 && increment % 60 === 0 && unitSize === 60
}

/** So many seconds, octets (1 MB is 1,000,000) or pieces as people say them. */
export function usedText(units: number, unit: string, reader: Reader): string {
  if (unit === 'octet') return sizeText(units, reader)
  if (unit !== 'second') return numberFormat(locales[reader.language]).format(units)
  const [minutes, seconds] = [Math.floor(units / 60), units % 60]
  if (minutes === 0) return translate(reader, 'bill.span.seconds', { seconds })
  return translate(reader, seconds === 0 ? 'bill.span.minutes' : 'bill.span.both', { minutes, seconds })
}

function sizeText(octets: number, reader: Reader): string {
  const [per, key] = octets >= giga ? [giga, 'gb'] : octets >= mega ? [mega, 'mb'] : [1000, 'kb']
  const amount = numberFormat(locales[reader.language], { maximumFractionDigits: 2 }).format(octets / per)
  return translate(reader, `bill.size.${key}`, { amount })
}

/** `MB`: the name of a whole unit, without the one before it. */
function unitName(size: number, reader: Reader): string {
  return sizeText(size, reader).replace(/^1\s/u, '')
}

const giga = 1_000_000_000
const mega = 1_000_000
