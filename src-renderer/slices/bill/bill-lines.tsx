import { useMemo, useState } from 'react'
import { useDesk } from '#renderer/app/queries.ts'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import type { TreeCells, TreeRow } from '#renderer/ui/tree-table.tsx'
import { TreeTable } from '#renderer/ui/tree-table.tsx'
import type { UsageView } from '#shared/domain/bill/core-contract.ts'
import type { BillView } from '#shared/domain/bill/contract.ts'
import type { BillLineRow, BillRow } from '#shared/domain/bill/rows.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { dayNumber } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { signed } from '#shared/text/bill-sentence.ts'
import { locales } from '#shared/text/translate.ts'
import look from '#renderer/ui/text.module.css'
import classes from './bill.module.css'
import { useBillClaims } from './use-bill-claims.tsx'
import type { WhyRow } from './why-rows.ts'
import { foundRows, openAtFirst, whyRows } from './why-rows.ts'
import { groupName, groupWhy, recordFinder, recordWhy } from './why-text.ts'
import { microText } from '#shared/text/amount-text.ts'
import { billLineName, billLineWhy } from '#shared/text/bill-line-words.ts'
import { dateFormat } from '#shared/kernel/formats.ts'

/**
 * The lines of a bill beside those of another one, each opening into why it costs what it does, down to the usage record;
 * or the records that hold what is looked for (`find`).
 */
export function BillLines({ view, find, usage, caseId, mayServe }: BillLinesProps) {
  const text = useText()
  const { t } = text
  const isFinding = find.trim() !== ''
  const { bill } = view
  // what is looked for has no twin on another bill: its words get the room
  const other = isFinding ? null : view.other
  const [open, setOpen] = useState<ReadonlySet<string>>(() => openAtFirst(view))
  const lines = useMemo(() => linesOf(view), [view])
  const isAsked = isFinding || [...lines.keys()].some((id) => open.has(id))
  const asked = useDesk('bill.usage', { billId: bill.id }, { isOff: !isAsked || usage !== undefined })
  const data = usage ?? asked.data
  const records = useMemo(() => {
    if (!data) return undefined
    const byLine = new Map(data.lines.map(({ lineId, uses }) => [lineId, uses]))
    const count = data.lines.reduce((sum, { uses }) => sum + uses.length, 0)
    return { byLine, count, find: recordFinder(data.lines, text) }
  }, [data, text])
  const rows = useMemo(
    () => (isFinding ? foundRows(records?.find(find) ?? [], lines) : whyRows(view, open, records?.byLine)),
    [view, open, records, lines, isFinding, find],
  )
  const claims = useBillClaims({ view, rows, caseId, isOff: usage !== undefined || !mayServe })
  return (
    <>
      <TreeTable
        label={t('bills.lines')}
        heads={[
          { key: 'line', word: t('bills.col.line') },
          { key: 'why', word: t('bills.col.why') },
          ...(other === null ? [] : [{ key: 'other', word: headOf(other, bill, text) }]),
          { key: 'amount', word: other === null ? t('bills.col.amount') : headOf(bill, other, text) },
          ...(other === null ? [] : [{ key: 'change', word: t('bills.col.change') }]),
        ]}
        // days and hours are short, names of branches long
        first={isFinding ? 150 : view.users.length > 1 ? 264 : 216}
        rows={rows}
        draw={(row, isActive) =>
          claims.marked(row, cellsOf(row, isFinding ? { ...view, other: null } : view, text), isActive)
        }
        {...claims.table}
        foot={isFinding ? [] : footOf(view, text)}
        onOpen={(id, isOpen) => {
          const next = new Set(open)
          if (isOpen) next.add(id)
          else next.delete(id)
          setOpen(next)
        }}
      />
      {isFinding && (
        <p className={classes.others} role="status">
          {rows.length === 0 && records
            ? t('bills.recordsNone')
            : t('bills.found', { found: rows.length, of: records?.count ?? 0 })}
        </p>
      )}
    </>
  )
}

interface BillLinesProps {
  readonly view: BillView
  readonly find: string
  /** The usage of a bill that is not made yet, which came with it. */
  readonly usage?: UsageView | undefined
  /** The case it is looked at in. */
  readonly caseId: Id | null
  readonly mayServe: boolean
}

function linesOf({ users }: BillView): ReadonlyMap<string, BillLineRow> {
  const all = users.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines))
  return new Map(all.map((line) => [line.id, line]))
}

function cellsOf(row: WhyRow, view: BillView, text: Text): TreeCells {
  const { t, date, time } = text
  switch (row.of) {
    case 'user': {
      const { name, amountMinor, otherMinor, groups } = row.user
      const why = [...new Set(groups.map((group) => groupName(group, text)))].join(', ')
      return { name, why, figures: figures(amountMinor, otherMinor, view, text) }
    }
    case 'group': {
      const { amountMinor, otherMinor, productId } = row.group
      const number = hasManyLines(view) ? view.numbers[productId ?? ''] : undefined
      const why = groupWhy(row.group, text)
      return {
        name: groupName(row.group, text),
        why: number === undefined ? why : `${formatMsisdn(number)}, ${why}`,
        figures: figures(amountMinor, otherMinor, view, text),
      }
    }
    case 'line':
      return {
        name: billLineName(row.line, text.reader),
        why: billLineWhy(row.line, text.reader, { isTaxIncluded: view.bill.tax_included === 1 }),
        figures: figures(row.line.amount_minor, undefined, view, text),
      }
    case 'record': {
      const { record, line } = row
      const at = `${date(record.startedAt)}, ${time(record.startedAt)}`
      const why = recordWhy(record, line, text)
      return {
        name: at,
        // looked for, a record stands alone and says what it is
        why: row.id.startsWith('found:') ? `${billLineName(line, text.reader)}, ${why}` : why,
        figures: figures(microText(record.amountMicro, text.reader), undefined, view, text),
      }
    }
    case 'missing':
      return {
        name: '',
        why: row.count === undefined ? t('bills.reading') : t('bills.missing', { count: row.count }),
        figures: [],
      }
    default:
      return assertNever(row)
  }
}

/** Under the columns: what the same was, what it is, what it changed by. A line has no twin on the other bill. */
function figures(amount: number | string, otherMinor: number | undefined, { other }: BillView, text: Text) {
  const shown = typeof amount === 'string' ? amount : text.money(amount)
  if (other === null) return [shown]
  if (otherMinor === undefined || typeof amount === 'string') return ['', shown, '']
  const change = amount - otherMinor
  return [
    <span key="other" className={look.second}>
      {text.money(otherMinor)}
    </span>,
    change === 0 ? (
      shown
    ) : (
      <span key="now" className={look.medium}>
        {shown}
      </span>
    ),
    <span key="change" className={change === 0 ? look.third : look.medium}>
      {signed(text.reader, change)}
    </span>,
  ]
}

function footOf(view: BillView, text: Text): readonly (TreeRow & TreeCells)[] {
  const { bill, other, taxes } = view
  const { t, number } = text
  const row = { level: 1, isOpen: undefined, isStrong: false } as const
  const taxOf = (each: BillRow): number => each.tax_minor + each.rounding_minor
  const isAdded = bill.tax_included === 0
  const whys = taxes
    .filter(({ tax_minor: taxMinor }) => taxMinor !== 0)
    .map((tax) => {
      const percent = number(tax.basis_points / 100)
      return isAdded
        ? t('bills.tax.why', { percent, amountMinor: tax.taxable_minor })
        : t('bills.total.tax', { percent, amountMinor: tax.tax_minor })
    })
    .join(', ')
  const total = {
    ...{ ...row, id: 'total', name: t('bills.total'), why: isAdded ? '' : whys, isStrong: true },
    figures: figures(bill.payable_minor, other?.payable_minor ?? 0, view, text),
  }
  if (!isAdded) return [total]
  const tax = figures(taxOf(bill), other ? taxOf(other) : 0, view, text)
  return [{ ...row, id: 'tax', name: t('bills.tax'), why: whys, figures: tax }, total]
}

/** A bill's column says its month; its day where both are of one month. */
function headOf(bill: BillRow, beside: BillRow, { reader, date }: Text): string {
  if (bill.bill_date.slice(0, 7) === beside.bill_date.slice(0, 7)) return date(bill.bill_date)
  const format = dateFormat(locales[reader.language], { month: 'long', timeZone: 'UTC' })
  const isFar = Math.abs(dayNumber(bill.bill_date) - dayNumber(beside.bill_date)) > 330
  return isFar ? date(bill.bill_date) : format.format(dayNumber(bill.bill_date) * 86_400_000)
}

function hasManyLines({ numbers }: BillView): boolean {
  return Object.keys(numbers).length > 1
}
