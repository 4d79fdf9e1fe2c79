import type { Text } from '#renderer/app/text.tsx'
import type { BillLineRow } from '#shared/domain/bill/rows.ts'
import type { UsageView } from '#shared/domain/bill/core-contract.ts'
import { lineName } from '#shared/domain/bill/line-kinds.ts'
import type { BilledUseView, GroupView } from '#shared/domain/bill/contract.ts'
import { maskMsisdn } from '#shared/domain/number/msisdn.ts'
import { dateFormat } from '#shared/kernel/formats.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import { microText } from '#shared/text/amount-text.ts'
import { billLineName, billLineWhy, capital } from '#shared/text/bill-line-words.ts'
import { isWholeMinutes, rateOf, usedText } from '#shared/text/bill-usage-words.ts'
import type { FoundUse } from './why-rows.ts'

/** What a group of lines is called: a fee by its name in the catalogue, usage by its kind. */
export function groupName({ kind, named }: GroupView, text: Text): string {
  return kind === 'fee' ? billLineName(named, text.reader) : capital(text.key(`bill.part.${kind}`))
}

/** Why a group costs what it does, in a few words; the whole of it stands in its lines. */
export function groupWhy(group: GroupView, text: Text): string {
  const [first] = group.lines
  if (first === undefined) return text.t('bill.why.gone')
  if (group.kind === 'fee')
    return group.lines.map((line) => billLineWhy(line, text.reader, { isTaxIncluded: true, isShort: true })).join('; ')
  const counts = new Map<string, number>()
  for (const line of group.lines) {
    const name = lineName(line)
    if (name.of === 'usage') counts.set(name.type, (counts.get(name.type) ?? 0) + line.records)
  }
  return [...counts].map(([type, count]) => text.key(`bill.count.${type}`, { count })).join(', ')
}

/** Why a record costs what it does: to whom, how much, what of it was charged, and whether it went beyond fair use. */
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
          ? t('bill.why.begun', { count: paid / 60, price: microText(rate.tiers[0]?.priceMicro ?? 0, text.reader) })
          : ''
  return [
    ...(record.other === '' ? [] : [t(isReceived ? 'bill.fromNumber' : 'bill.toNumber', { number })]),
    ...(line.unit === 'piece' ? [] : [usedText(record.units, line.unit, text.reader)]),
    ...(charged === '' ? [] : [charged]),
    ...(record.isBeyondFairUse ? [t('bill.why.beyondFairUse')] : []),
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
