import type { BillDocument, BillUse } from '#shared/domain/bill/document.ts'
import type { BillLineRow } from '#shared/domain/bill/rows.ts'
import { formatMsisdn, maskMsisdn } from '#shared/domain/number/msisdn.ts'
import { billLineBand, billLineWords } from '#shared/text/bill-line-words.ts'
import { usedText } from '#shared/text/bill-usage-words.ts'
import type { Reader } from '#shared/text/translate.ts'
import { translate } from '#shared/text/translate.ts'
import { microText, moneyText, percentText } from '#shared/text/amount-text.ts'

/** Lines of one product (a phone line), or of none. */
export interface BillProductWords {
  readonly heading: string
  readonly lines: readonly {
    readonly name: string
    readonly detail: string
    readonly tax: string
    readonly amount: string
  }[]
}

/** What one branch or customer uses; named, with a sum, where a bill has several. */
export interface BillGroupWords {
  readonly user: string | null
  readonly products: readonly BillProductWords[]
  readonly sum: { readonly label: string; readonly amount: string } | null
}

/** The single records, by line of the bill. */
export interface BillUsageWords {
  readonly heading: string
  readonly note: string
  readonly columns: readonly string[]
  readonly groups: readonly { readonly heading: string; readonly rows: readonly (readonly string[])[] }[]
}

/** The lines of a bill by who uses them and by product, in the bill's own order. */
export function groupsOf({ bill, lines, users, phones }: BillDocument, reader: Reader): readonly BillGroupWords[] {
  const byUser = grouped(lines, ({ user_id }) => user_id)
  return byUser.map(([userId, own]) => {
    const name = users[userId] ?? ''
    const isShared = byUser.length > 1
    return {
      user: isShared ? name : null,
      products: grouped(own, ({ product_id }) => product_id ?? '').map(([productId, all]) => ({
        heading: phoneText(phones[productId]),
        lines: all.map((line) => lineText(line, reader, bill.tax_included === 1)),
      })),
      sum: isShared
        ? {
            label: translate(reader, 'billPaper.sumOf', { name }),
            amount: moneyText(
              own.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
              reader,
            ),
          }
        : null,
    }
  })
}

function lineText(line: BillLineRow, reader: Reader, isTaxIncluded: boolean): BillProductWords['lines'][number] {
  return {
    ...billLineWords(line, reader, isTaxIncluded),
    tax: `${percentText(line.tax_basis_points, reader)} %`,
    amount: moneyText(line.amount_minor, reader),
  }
}

/** The records of a bill, or null where there are none. Whoever was called is partly hidden, as on the desk. */
export function usageOf({ usage, lines, phones, bill }: BillDocument, reader: Reader): BillUsageWords | null {
  if (usage.length === 0) return null
  const byLine = new Map(grouped(usage, ({ lineId }) => lineId))
  const t = (key: string, params = {}): string => translate(reader, `billPaper.uses${key}`, params)
  return {
    heading: t(''),
    note: t('.note', { currency: bill.currency }),
    columns: [t('.when'), t('.with'), t('.much'), t('.price')],
    groups: lines.flatMap((line) => {
      const records = byLine.get(line.id)
      if (!records) return []
      const phone = phoneText(phones[line.product_id ?? ''])
      return [
        {
          heading: [phone, billLineWords(line, reader, true).name, billLineBand(line, reader)]
            .filter((text) => text !== '')
            .join(', '),
          rows: records.toSorted(byMoment).map((one) => useText(one, line.unit, reader)),
        },
      ]
    }),
  }
}

function byMoment(a: BillUse, b: BillUse): number {
  return a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1)
}

function useText(one: BillUse, unit: string, reader: Reader): readonly string[] {
  const isFree = one.amountMicro === 0
  return [
    translate(reader, 'billPaper.uses.at', { at: one.startedAt }),
    [
      ...(one.other === '' ? [] : [maskMsisdn(one.other)]),
      // told, not priced (domain/rating/plan.ts); a column that sets more than one line
      ...(one.isBeyondFairUse ? [translate(reader, 'billPaper.uses.beyondFairUse')] : []),
    ].join(', '),
    usedText(one.units, unit, reader),
    isFree ? translate(reader, 'billPaper.uses.free') : microText(one.amountMicro, reader),
  ]
}

function phoneText(phone: string | undefined): string {
  return phone === undefined ? '' : formatMsisdn(phone)
}

/** Groups in the order in which each first comes. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return [...groups]
}
