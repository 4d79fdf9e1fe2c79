import { periodOf } from '#shared/domain/billing/periods.ts'
import type { localClock } from '#shared/domain/rating/local-clock.ts'
import type { RejectReason, UsageLine } from '#shared/domain/rating/usage-record.ts'
import type { UsageFile, UsageReject, UsageRow } from '#core/db/billing-schema.ts'
import { among } from '#core/db/among.ts'
import type { Batch } from '#core/db/write-batch.ts'
import type { AccountRules } from '../bill/ensure-accounts.ts'
import { marketCycle } from '../bill/payer-cycle.ts'
import type { FileLine, ReadLine } from './read-usage-file.ts'
import type { ServedLine } from './served-lines.ts'
import { servedLines } from './served-lines.ts'

/** What a commit needs beside its lines; `isDone`: they are the last ones. */
export interface TakeIn {
  readonly clock: ReturnType<typeof localClock>
  readonly rules: AccountRules
  readonly isDone: boolean
  /** What a line that is put aside is known by: coming again under it, it is kept once. */
  readonly rejectId: (line: FileLine) => string
}

/** A line as it came, and what it says. */
export interface TakenLine {
  readonly line: FileLine
  readonly read: ReadLine
}

/**
 * Takes some lines in, in one commit: records by their own id once, what cannot be read or is nobody's put aside. Gives the
 * counts brought up to date, and what was put aside.
 */
export async function takeIn(
  batch: Batch,
  at: UsageFile,
  lines: readonly TakenLine[],
  ways: TakeIn,
): Promise<{ readonly at: UsageFile; readonly rejects: readonly UsageReject[] }> {
  const { stored, known, late, refused } = await placeRecords(batch, lines, ways, () => at.id)
  const rejects = refused.map(({ of: { line }, recordId, reason, field }): UsageReject => {
    const of = { id: ways.rejectId(line), file_id: at.id, line: line.line, record_id: recordId, text: line.text }
    return { ...of, reason, field, is_repaired: 0 }
  })
  // by line, so that neighbours of the index are written one after the other
  batch.put({ table: 'usage_record', rows: stored.toSorted(byLine) })
  batch.put({ table: 'usage_reject', rows: rejects, onConflict: 'ignore' })
  await markRepaired(
    batch,
    stored.map(({ id }) => id),
  )
  const named = lines.find(({ read }) => read.kind === 'columns')?.read
  const next: UsageFile = {
    ...at,
    lines_read: lines.at(-1)?.line.line ?? at.lines_read,
    stored: at.stored + stored.length,
    known: at.known + known.length,
    rejected: at.rejected + rejects.length,
    late: at.late + late,
    is_done: ways.isDone ? 1 : 0,
    columns: named?.kind === 'columns' ? JSON.stringify(named.columns) : at.columns,
  }
  const counted = ['lines_read', 'stored', 'known', 'rejected', 'late', 'is_done', 'columns']
  batch.put({ table: 'usage_file', rows: [next], onConflict: counted })
  return { at: next, rejects }
}

/** Where records of some lines belong. */
interface Placed<L extends TakenLine> {
  /** Rows to be written; `late` of them are for the bill after their own. */
  readonly stored: readonly UsageRow[]
  readonly late: number
  /** Lines whose record is there, the same. */
  readonly known: readonly L[]
  readonly refused: readonly {
    readonly of: L
    readonly recordId: string
    readonly reason: RejectReason
    readonly field: string
  }[]
}

/** Finds the line in use of every record, and what has to be put aside; writes nothing. */
export async function placeRecords<L extends TakenLine>(
  batch: Batch,
  lines: readonly L[],
  ways: Pick<TakeIn, 'clock' | 'rules'>,
  fileOf: (line: L) => string,
): Promise<Placed<L>> {
  const records = lines.flatMap(({ read }) => (read.kind === 'record' ? [read.record] : []))
  const before = await knownRecords(batch, records)
  const served = await servedLines(batch.tx, records)
  const stored = new Map<string, UsageRow>()
  const known: L[] = []
  const refused: Placed<L>['refused'][number][] = []
  let late = 0
  for (const of of lines) {
    const { read } = of
    if (read.kind === 'reject') refused.push({ of, recordId: read.recordId, reason: read.reason, field: read.field })
    if (read.kind !== 'record') continue
    const { record } = read
    const startedAt = Date.parse(record.startedAt)
    const same = before.get(record.id) ?? stored.get(record.id)
    if (same) {
      if (isSame(same, record, startedAt)) known.push(of)
      else refused.push({ of, recordId: record.id, reason: 'DUPLICATE_DIFFERS', field: '' })
      continue
    }
    const all = served.get(record.msisdn) ?? []
    const product = all.findLast(({ since }) => since !== null && since <= startedAt)
    if (!product) {
      const reason = all.length === 0 ? 'SUBSCRIBER_UNKNOWN' : 'BEFORE_LINE'
      refused.push({ of, recordId: record.id, reason, field: 'msisdn' })
      continue
    }
    const row = rowOf(fileOf(of), record, startedAt, product, ways)
    if (row.isLate) late += 1
    stored.set(record.id, row.row)
  }
  return { stored: [...stored.values()], late, known, refused }
}

function rowOf(
  fileId: string,
  record: UsageLine,
  startedAt: number,
  product: ServedLine,
  { clock, rules }: Pick<TakeIn, 'clock' | 'rules'>,
) {
  const onDate = clock(startedAt).date
  const own = periodOf(onDate, product.cycle ?? marketCycle(rules)).end
  const isLate = product.nextBillOn !== null && own < product.nextBillOn
  const row: UsageRow = {
    id: record.id,
    file_id: fileId,
    product_id: product.productId,
    type: record.type,
    msisdn: record.msisdn,
    other: record.other,
    visited: record.visited,
    started_at: startedAt,
    on_date: onDate,
    units: record.units,
    bill_on: isLate ? (product.nextBillOn ?? own) : own,
  }
  return { row, isLate }
}

function byLine(a: UsageRow, b: UsageRow): number {
  return a.product_id < b.product_id ? -1 : a.product_id > b.product_id ? 1 : 0
}

async function knownRecords({ tx }: Batch, records: readonly UsageLine[]): Promise<ReadonlyMap<string, UsageRow>> {
  if (records.length === 0) return new Map()
  const ids = [...new Set(records.map(({ id }) => id))]
  const rows = await tx.selectFrom('usage_record').selectAll().where('id', 'in', among(tx, ids)).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

function isSame(row: UsageRow, record: UsageLine, startedAt: number): boolean {
  const { type, msisdn, other, visited, units } = record
  const isOfLine = row.type === type && row.msisdn === msisdn && row.other === other && row.visited === visited
  return isOfLine && row.units === units && row.started_at === startedAt
}

/** What was put aside and has come again put right. */
async function markRepaired({ tx }: Batch, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('usage_reject').set({ is_repaired: 1 }).where('record_id', 'in', among(tx, ids)).execute()
}
