import { basename } from 'node:path'
import { periodOf } from '#shared/domain/billing/periods.ts'
import { localClock } from '#shared/domain/rating/local-clock.ts'
import type { RejectReason, UsageLine } from '#shared/domain/rating/usage-record.ts'
import type { UsageFile, UsageReject, UsageRow } from '#core/db/billing-schema.ts'
import { withMoreCache } from '#core/db/more-cache.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { among } from '#core/db/among.ts'
import type { Batch } from '#core/db/write-batch.ts'
import { inBatch } from '#core/db/write-batch.ts'
import type { AccountRules } from '../bill/ensure-accounts.ts'
import type { FileLine } from './read-usage-file.ts'
import { hashOf, lineReader, linesOf } from './read-usage-file.ts'
import type { ServedLine } from './served-lines.ts'
import { servedLines } from './served-lines.ts'

/** So many that most pages of the index by line are written once for several records. */
const cacheMiB = 128
const linesPerCommit = 10_000

/** What became of a file's lines. */
export type UsageImport = Pick<UsageFile, 'stored' | 'known' | 'rejected' | 'late'>

/**
 * Takes a usage file in, line by line, 10,000 to a commit: records by their own id once, whatever file they come in; what
 * cannot be read, or is nobody's, put aside as it stood with its reason; a record of a period already billed goes to the
 * next bill. Broken off, the same call goes on; a file taken in whole changes nothing. Memory is that of one commit.
 * Throws what reading the file throws.
 */
export async function importUsage(
  store: Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>,
  file: string,
  rules: AccountRules,
): Promise<UsageImport> {
  const id = await hashOf(file)
  const found = await store.db.selectFrom('usage_file').selectAll().where('id', '=', id).executeTakeFirst()
  let at: UsageFile = found ?? {
    ...{ id, name: basename(file), lines_read: 0, stored: 0, known: 0, rejected: 0, late: 0, is_done: 0 },
  }
  if (at.is_done === 1) return at
  await withMoreCache(store, cacheMiB, () => takeAllIn())
  return at

  async function takeAllIn(): Promise<void> {
    const read = lineReader()
    const clock = localClock(rules.zone)
    let waiting: { readonly line: FileLine; readonly read: ReturnType<typeof read> }[] = []
    const flush = async (isDone: boolean): Promise<void> => {
      const lines = waiting
      waiting = []
      at = await inBatch(store, (batch) => takeIn(batch, at, lines, { clock, rules, isDone }))
    }
    for await (const line of linesOf(file)) {
      // the first line may name the columns, so every line is read, also those of an earlier run
      const what = read(line)
      if (line.line <= at.lines_read) continue
      waiting.push({ line, read: what })
      if (waiting.length >= linesPerCommit) await flush(false)
    }
    await flush(true)
  }
}

interface Ways {
  readonly clock: ReturnType<typeof localClock>
  readonly rules: AccountRules
  readonly isDone: boolean
}

type Waiting = { readonly line: FileLine; readonly read: ReturnType<ReturnType<typeof lineReader>> }

async function takeIn(batch: Batch, at: UsageFile, lines: readonly Waiting[], ways: Ways): Promise<UsageFile> {
  const records = lines.flatMap(({ read }) => (read.kind === 'record' ? [read.record] : []))
  const known = await knownRecords(batch, records)
  const served = await servedLines(batch.tx, records)
  const stored = new Map<string, UsageRow>()
  const rejects: UsageReject[] = []
  let [again, late] = [0, 0]
  for (const { line, read } of lines) {
    const putAside = (recordId: string, reason: RejectReason, field = ''): void => {
      const id = `${at.id}/${line.line}`
      rejects.push({
        id,
        file_id: at.id,
        line: line.line,
        record_id: recordId,
        text: line.text,
        reason,
        field,
        is_repaired: 0,
      })
    }
    if (read.kind === 'skip') continue
    if (read.kind === 'reject') {
      putAside(read.recordId, read.reason, read.field)
      continue
    }
    const { record } = read
    const startedAt = Date.parse(record.startedAt)
    const before = known.get(record.id) ?? stored.get(record.id)
    if (before) {
      if (isSame(before, record, startedAt)) again += 1
      else putAside(record.id, 'DUPLICATE_DIFFERS')
      continue
    }
    const all = served.get(record.msisdn) ?? []
    const product = all.findLast(({ since }) => since !== null && since <= startedAt)
    if (!product) {
      putAside(record.id, all.length === 0 ? 'SUBSCRIBER_UNKNOWN' : 'BEFORE_LINE', 'msisdn')
      continue
    }
    const row = rowOf(at.id, record, startedAt, product, ways)
    if (row.isLate) late += 1
    stored.set(record.id, row.row)
  }
  // by line, so that neighbours of the index are written one after the other
  batch.put({ table: 'usage_record', rows: [...stored.values()].toSorted(byLine) })
  batch.put({ table: 'usage_reject', rows: rejects, onConflict: 'ignore' })
  await markRepaired(batch, [...stored.keys()])
  const next: UsageFile = {
    ...at,
    lines_read: lines.at(-1)?.line.line ?? at.lines_read,
    stored: at.stored + stored.size,
    known: at.known + again,
    rejected: at.rejected + rejects.length,
    late: at.late + late,
    is_done: ways.isDone ? 1 : 0,
  }
  const counted = ['lines_read', 'stored', 'known', 'rejected', 'late', 'is_done']
  batch.put({ table: 'usage_file', rows: [next], onConflict: counted })
  return next
}

function rowOf(fileId: string, record: UsageLine, startedAt: number, product: ServedLine, { clock, rules }: Ways) {
  const onDate = clock(startedAt).date
  const own = periodOf(onDate, product.cycle ?? { frequency: 'monthly', cycleDay: rules.cycleDay, anchorMonth: 1 }).end
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
