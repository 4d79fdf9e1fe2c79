import type { Desk } from '#main/workstation/desk.ts'
import type { Part } from '#shared/domain/adjustment/rows.ts'
import type { ClaimedLine } from '#shared/domain/dispute/decision-contract.ts'
import { usageGroups } from '#shared/domain/dispute/usage-groups.ts'
import type { BilledUse } from '#shared/domain/rating/rows.ts'
import { readBillUsage } from '#shared/domain/rating/rows.ts'
import type { BillLineRow } from '#shared/domain/bill/rows.ts'
import type { LineVerdict } from '#shared/domain/dispute/should-be.ts'
import { judgeLine } from '#shared/domain/dispute/should-be.ts'
import type { RecountKnown } from '#main/workstation/recounts.ts'
import { dateInZone, dayNumber } from '#shared/kernel/date.ts'
import { currencySchema, roundedQuotient } from '#shared/kernel/money.ts'
import type { BillOfMatter } from './bill-of-matter.ts'
import type { MatterRow } from './read-matters.ts'

/** A claimed line as the screen shows it, with why it should be so. */
export interface JudgedLine {
  readonly line: ClaimedLine
  readonly verdict: LineVerdict
}

const dayMs = 86_400_000

/** The claimed lines with their usage, what each should be by all this desk knows or was told by the core, and why. */
export function claimedLines(
  desk: Desk,
  matter: MatterRow,
  bill: BillOfMatter,
  claims: readonly Part[],
  { lines: counted }: RecountKnown,
): readonly JudgedLine[] {
  const claimed = new Map(claims.map(({ lineId, amountMinor }) => [lineId, amountMinor]))
  const rows = bill.rows.filter(({ id }) => claimed.has(id))
  const outage = matter.reason === 'noService' ? outagesOf(desk, matter.customerId) : []
  return rows.map((line): JudgedLine => {
    const uses = line.kind === 'usage' ? usesOf(desk, line) : []
    const missing = line.kind === 'usage' ? Math.max(0, line.records - uses.length) : 0
    const verdict = judgeLine({
      ...{ line, uses, missing, isTaxIncluded: bill.isTaxIncluded, currency: currencySchema.parse(bill.bill.currency) },
      ...{ isTwin: isTwin(line, bill.rows), lostMinor: lostOf(line, outage), since: sinceOf(desk, line) },
      core: counted.find(({ lineId }) => lineId === line.id),
    })
    const groups = usageGroups(uses, line.amount_minor, verdict.uses)
    return {
      verdict,
      line: {
        ...{ line, missing, claimedMinor: claimed.get(line.id) ?? 0, shouldMinor: verdict.shouldMinor },
        groups: groups.map((group) => ({ ...group, uses: [...group.uses] })),
      },
    }
  })
}

/** The first day of a line's product, where it is on record; the bill's days are the market's. */
function sinceOf(desk: Desk, { product_id: productId }: BillLineRow): string | null {
  const since = productId === null ? undefined : desk.view.get('product', productId)?.row.since
  const zone = desk.policies()?.market.zone
  return since === undefined || since === null || zone === undefined ? null : dateInZone(since, zone)
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
