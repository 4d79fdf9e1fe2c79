import type { Desk } from '#main/workstation/desk.ts'
import type { Part } from '#shared/domain/adjustment/rows.ts'
import type { ClaimedLine } from '#shared/domain/dispute/decision-contract.ts'
import { usageGroups } from '#shared/domain/dispute/usage-groups.ts'
import type { BilledUse } from '#shared/domain/rating/rows.ts'
import { readBillUsage } from '#shared/domain/rating/rows.ts'
import type { BillLineRow } from '#shared/domain/bill/rows.ts'
import { dayNumber } from '#shared/kernel/date.ts'
import { roundedQuotient } from '#shared/kernel/money.ts'
import type { BillOfMatter } from './bill-of-matter.ts'
import type { MatterRow } from './read-matters.ts'

/** What of a claim the bill itself, or what is known beside it, shows to be wrong. */
export interface ShownWrong {
  readonly cause: 'rerated' | 'twice' | 'outage' | null
  /** Whether there was anything to compare with. */
  readonly isCompared: boolean
}

const dayMs = 86_400_000

/** The claimed lines with their usage, what each should be, and how that is known. */
export function claimedLines(
  desk: Desk,
  matter: MatterRow,
  bill: BillOfMatter,
  claims: readonly Part[],
): ShownWrong & { readonly lines: readonly ClaimedLine[] } {
  const claimed = new Map(claims.map(({ lineId, amountMinor }) => [lineId, amountMinor]))
  const rows = bill.rows.filter(({ id }) => claimed.has(id))
  const outage = matter.reason === 'noService' ? outagesOf(desk, matter.customerId) : []
  const lines = rows.map((line): ClaimedLine => {
    const uses = line.kind === 'usage' ? usesOf(desk, line) : []
    const shouldMinor = isTwin(line, bill.rows) ? 0 : line.amount_minor - lostOf(line, outage)
    return {
      line,
      claimedMinor: claimed.get(line.id) ?? 0,
      shouldMinor,
      groups: usageGroups(uses, line.amount_minor, new Map()).map((group) => ({ ...group, uses: [...group.uses] })),
      missing: line.kind === 'usage' ? Math.max(0, line.records - uses.length) : 0,
    }
  })
  const isTwice = rows.some((line) => isTwin(line, bill.rows))
  const isLost = lines.some(({ line, shouldMinor }) => shouldMinor < line.amount_minor) && !isTwice
  return {
    lines,
    cause: isTwice ? 'twice' : isLost ? 'outage' : null,
    isCompared: isTwice || isLost || matter.reason === 'twice' || outage.length > 0,
  }
}

/** Of this desk: a line's records are a handful of rows by its own index, however many the bill has. */
function usesOf({ view }: Pick<Desk, 'view'>, { id }: BillLineRow): readonly BilledUse[] {
  return view.where('bill_usage', 'line_id', id).flatMap(({ row }) => [...readBillUsage(row)])
}

/** A line that stands on the bill once before, for the same days of the same thing. */
function isTwin(line: BillLineRow, rows: readonly BillLineRow[]): boolean {
  if (line.kind === 'usage' || line.charge_id === null || line.amount_minor <= 0) return false
  return rows.some(
    (other) =>
      other.position < line.position &&
      other.charge_id === line.charge_id &&
      other.product_id === line.product_id &&
      other.from_date === line.from_date &&
      other.to_date === line.to_date &&
      other.amount_minor === line.amount_minor,
  )
}

interface Outage {
  readonly from: number
  readonly to: number
}

function outagesOf(desk: Desk, customerId: string): readonly Outage[] {
  return desk.view
    .where('ticket', 'customer_id', customerId)
    .filter(({ row }) => row.kind === 'network')
    .map(({ row }) => ({ from: row.started_at, to: row.stopped_at ?? desk.now() }))
}

/** What a fee for days came to for those begun without service. */
function lostOf(
  { kind, from_date: from, to_date: to, amount_minor: amount }: BillLineRow,
  outages: readonly Outage[],
): number {
  if (kind !== 'recurring' || amount <= 0) return 0
  const [first, end] = [dayNumber(from) * dayMs, dayNumber(to) * dayMs]
  const lost = outages.reduce((sum, one) => sum + Math.max(0, Math.min(one.to, end) - Math.max(one.from, first)), 0)
  const days = Math.max(1, Math.round((end - first) / dayMs))
  return Math.min(amount, roundedQuotient(amount * Math.min(days, Math.ceil(lost / dayMs)), days))
}
