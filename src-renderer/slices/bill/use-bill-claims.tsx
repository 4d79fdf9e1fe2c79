import { useState } from 'react'
import type { ChosenLine } from '#renderer/app/matter.store.ts'
import { useMatterStore } from '#renderer/app/matter.store.ts'
import { useDesk } from '#renderer/app/queries.ts'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import type { TreeCells } from '#renderer/ui/tree-table.tsx'
import type { BillView } from '#shared/domain/bill/contract.ts'
import type { BillMatters } from '#shared/domain/dispute/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { roundedQuotient } from '#shared/kernel/money.ts'
import { billLineName } from '#shared/text/bill-line-words.ts'
import classes from './bill.module.css'
import type { WhyRow } from './why-rows.ts'
import { recordWhy } from './why-text.ts'

/**
 * What rows of a bill's table say and do about money: D disputes, C credits, the space bar ticks several; a line in dispute
 * says so and leads to it.
 */
export function useBillClaims({ view, rows, caseId, isOff }: ClaimsInput) {
  const text = useText()
  const { t } = text
  const billId = view.bill.id
  const canAsk = !isOff && view.bill.kind === 'bill'
  const { data: of } = useDesk('dispute.ofBill', { billId }, { isOff: !canAsk })
  const show = useMatterStore((state) => state.show)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  if (!of) return { marked: (_row: WhyRow, cells: TreeCells) => cells, table: {} }

  const chosenFor = (row: WhyRow): readonly ChosenLine[] => {
    const all = rows.filter(({ id }) => ticked.has(id))
    return chosenOf(all.length > 0 ? all : [row], of, text)
  }
  const holderOf = (row: WhyRow): BillMatters['disputes'][number] | undefined => {
    const ids = new Set(linesOf(row).map(({ id }) => id))
    const held = of.lines.find(({ lineId, disputeId }) => ids.has(lineId) && disputeId !== null)
    return of.disputes.find((one) => one.row.id === held?.disputeId)
  }
  const dispute = (row: WhyRow): void => {
    const first = ticked.size === 0 ? holderOf(row) : undefined
    if (first) return show({ kind: 'dispute', disputeId: first.row.id })
    const chosen = chosenFor(row)
    if (chosen.length === 0) return
    setTicked(new Set())
    show({ kind: 'file', billId, caseId, chosen, about: null })
  }
  const credit = (row: WhyRow): void => {
    const chosen = chosenFor(row)
    if (chosen.length === 0) return
    setTicked(new Set())
    show({ kind: 'give', billId, caseId, chosen })
  }
  const tick = (row: WhyRow): void => {
    const next = new Set(ticked)
    if (!next.delete(row.id)) next.add(row.id)
    setTicked(next)
  }
  return {
    marked: (row: WhyRow, cells: TreeCells, isActive: boolean): TreeCells => {
      const holder = row.of === 'user' ? undefined : holderOf(row)
      const canChoose = isActive && (holder !== undefined || chosenOf([row], of, text).length > 0)
      if (!holder && !canChoose) return cells
      const says = holder && saysOf(row, holder, of, text)
      return {
        ...cells,
        why: (
          <span className={classes.claim}>
            <span className={classes.claimWhy}>
              {says !== undefined && <strong className={classes.claimed}>{says}</strong>}
              {says !== undefined && ', '}
              {cells.why}
            </span>
            {isActive && (
              <LinkButton label={t(holder ? 'matters.open' : 'dispute.row')} keys="D" onClick={() => dispute(row)} />
            )}
          </span>
        ),
      }
    },
    table: { letters: { D: dispute, C: credit }, ticked, onTick: tick },
  }
}

interface ClaimsInput {
  readonly view: BillView
  readonly rows: readonly WhyRow[]
  readonly caseId: Id | null
  /** The running month, or somebody who does not serve customers. */
  readonly isOff: boolean
}

/** A row of several lines of which some only are disputed says how many: the lines say by whom. */
function saysOf(row: WhyRow, { row: dispute }: BillMatters['disputes'][number], of: BillMatters, { t }: Text): string {
  const held = new Set(of.lines.flatMap(({ lineId, disputeId }) => (disputeId === null ? [] : [lineId])))
  const lines = linesOf(row)
  const count = lines.filter(({ id }) => held.has(id)).length
  return count < lines.length
    ? t('dispute.partInDispute', { count, of: lines.length })
    : t('dispute.inDispute', { at: dispute.filed_at, by: dispute.filed_name })
}

function linesOf(row: WhyRow) {
  switch (row.of) {
    case 'user':
      return row.user.groups.flatMap(({ lines }) => lines)
    case 'group':
      return row.group.lines
    case 'line':
    case 'record':
      return [row.line]
    case 'missing':
      return []
  }
}

/** What rows stand for, line by line: the whole of what is left, or as much as the chosen records of it cost. */
function chosenOf(rows: readonly WhyRow[], { lines }: BillMatters, text: Text): readonly ChosenLine[] {
  const whole = new Map(rows.flatMap((row) => (row.of === 'record' ? [] : linesOf(row))).map((line) => [line.id, line]))
  const chosen = new Map<string, ChosenLine>()
  const add = (line: ChosenLine): void => {
    const claimable = lines.find(({ lineId }) => lineId === line.lineId)
    const left = claimable ? claimable.amountMinor - claimable.creditedMinor : 0
    if (left > 0) chosen.set(line.lineId, { ...line, amountMinor: Math.min(left, line.amountMinor) })
  }
  for (const line of whole.values())
    add({ lineId: line.id, name: billLineName(line, text.reader), amountMinor: line.amount_minor, uses: [] })
  for (const row of rows) {
    if (row.of !== 'record') continue
    const { record, line } = row
    const before = chosen.get(line.id)
    const use = {
      id: record.id,
      text: `${text.date(record.startedAt)}, ${text.time(record.startedAt)}, ${recordWhy(record, line, text)}`,
    }
    add({
      lineId: line.id,
      name: billLineName(line, text.reader),
      amountMinor: whole.has(line.id)
        ? line.amount_minor
        : (before?.amountMinor ?? 0) + roundedQuotient(record.amountMicro, 10_000),
      uses: [...(before?.uses ?? []), use],
    })
  }
  return [...chosen.values()].filter(({ amountMinor }) => amountMinor > 0)
}
