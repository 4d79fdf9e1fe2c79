import type { Text } from '#renderer/app/text.tsx'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import type { InsightView } from '#shared/domain/dispute/decision-contract.ts'
import type { InsightCut } from '#shared/domain/dispute/insight.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { dayNumber } from '#shared/kernel/date.ts'
import { dateFormat } from '#shared/kernel/formats.ts'
import type { Reader } from '#shared/text/translate.ts'
import { locales } from '#shared/text/translate.ts'
import { billLineName } from '#shared/text/bill-line-words.ts'
import type { Chart } from './insight.screen.tsx'

const shown = 8

/** Credits by one of their sides. */
export function cutChart(cut: InsightCut, view: InsightView, text: Text): Chart {
  const { t, money } = text
  const isTime = cut === 'week'
  const slices = view.cuts[cut].map((slice) => ({ ...slice, name: nameOf(cut, slice.key, view, text) }))
  const highest = Math.max(...slices.map(({ amountMinor }) => amountMinor))
  return {
    ...{ id: `credits-by-${cut}`, title: t(`insight.by.${cut}`), isTime },
    bars: slices.slice(0, isTime ? slices.length : shown).map(({ key, name, amountMinor }) => ({
      ...{ id: key, name: isTime ? dayOf(key, text.reader) : name, value: amountMinor },
      // columns stand close: the highest and the last are read, the table has all
      ...((!isTime || (amountMinor > 0 && (amountMinor === highest || key === slices.at(-1)?.key))) && {
        figure: money(amountMinor),
      }),
    })),
    heads: [t(`insight.col.${cut}`), t('insight.col.count'), t('insight.col.amount')],
    rows: slices.map(({ name, count, amountMinor }) => [name, String(count), money(amountMinor)]),
    plain: slices.map(({ key, name, count, amountMinor }) => [isTime ? key : name, count, amountMinor / 100]),
  }
}

/** Disputes by the week of their decision, the late ones marked. */
export function inTimeChart({ inTime }: InsightView, { t, date, number, reader }: Text): Chart {
  const all = inTime.reduce((sum, one) => sum + one.inTime + one.late, 0)
  const good = inTime.reduce((sum, one) => sum + one.inTime, 0)
  const percent = all === 0 ? '' : number(Math.round((good * 100) / all))
  return {
    ...{ id: 'disputes-in-time', isTime: true },
    title: all === 0 ? t('insight.inTime.none') : t('insight.inTime', { percent, count: all }),
    bars: inTime.map(({ week, inTime: own, late }) => ({
      ...{ id: week, name: dayOf(week, reader), value: own + late, marked: late },
      ...(own + late > 0 && { figure: String(own + late) }),
    })),
    heads: [t('insight.col.week'), t('insight.col.inTime'), t('insight.col.late')],
    rows: inTime.map(({ week, inTime: own, late }) => [date(week), String(own), String(late)]),
    plain: inTime.map(({ week, inTime: own, late }) => [week, own, late]),
  }
}

/** Customers with several disputes within a year. */
export function repeatsChart({ repeats }: InsightView, { t, money }: Text): Chart {
  return {
    ...{ id: 'repeat-disputes', title: t('insight.repeats'), isTime: false },
    bars: repeats.slice(0, shown).map(({ customerId, name, disputes }) => ({
      ...{ id: customerId, name, value: disputes, figure: String(disputes) },
    })),
    heads: [t('insight.col.customer'), t('insight.col.disputes'), t('insight.col.granted')],
    rows: repeats.map(({ name, disputes, grantedMinor }) => [name, String(disputes), money(grantedMinor)]),
    plain: repeats.map(({ name, disputes, grantedMinor }) => [name, disputes, grantedMinor / 100]),
  }
}

function nameOf(cut: InsightCut, key: string, { reasons }: InsightView, { t, date, reader }: Text): string {
  if (cut === 'week') return date(key)
  if (cut === 'product') return key === '' ? t('insight.wholeBill') : billLineName({ name: key }, reader)
  if (cut === 'agent') return key
  const known = reasons.find(({ code }) => code === key)
  return known ? nameIn(known.names, reader.language) : key
}

/** A week under its column as its reader writes a day: `19/10`, `19.10`, `19. 10.` */
function dayOf(day: IsoDate, { language }: Reader): string {
  const format = dateFormat(locales[language], { day: 'numeric', month: 'numeric', timeZone: 'UTC' })
  return format.format(dayNumber(day) * 86_400_000)
}
