import { sql } from 'kysely'
import { z } from 'zod'
import { localClock } from '#shared/domain/rating/local-clock.ts'
import { among } from '#core/db/among.ts'
import type { UsageReject } from '#core/db/billing-schema.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import type { Batch } from '#core/db/write-batch.ts'
import { inBatch } from '#core/db/write-batch.ts'
import type { AccountRules } from '../bill/ensure-accounts.ts'
import { lineReader } from './read-usage-file.ts'
import type { TakenLine } from './take-in.ts'
import { placeRecords } from './take-in.ts'

const rowsAtOnce = 500
const columnsSchema = z.array(z.string())

/** A line that was put aside and not put right since; `file` is what its file was called, `columns` those of its CSV. */
export interface OpenReject extends UsageReject {
  readonly file: string
  readonly columns: readonly string[]
}

/** All of them by file and line, some at once: memory is that of 500 lines. */
export async function* openRejects({ db }: Pick<CoreStore, 'db'>): AsyncGenerator<readonly OpenReject[]> {
  for (let after: Place = { file_id: '', line: 0 }; ; ) {
    const some = await rejectsAfter(db, after)
    const last = some.at(-1)
    if (!last) return
    yield some
    after = last
  }
}

type Place = Pick<UsageReject, 'file_id' | 'line'>

async function rejectsAfter(db: CoreStore['db'], after: Place): Promise<readonly OpenReject[]> {
  const rows = await db
    .selectFrom('usage_reject')
    .innerJoin('usage_file', 'usage_file.id', 'usage_reject.file_id')
    .selectAll('usage_reject')
    .select(['usage_file.name as file', 'usage_file.columns as columns_json'])
    .where('usage_reject.is_repaired', '=', 0)
    .where(sql<boolean>`(usage_reject.file_id, usage_reject.line) > (${after.file_id}, ${after.line})`)
    .orderBy('usage_reject.file_id')
    .orderBy('usage_reject.line')
    .limit(rowsAtOnce)
    .execute()
  return rows.map(({ columns_json, ...row }) => ({ ...row, columns: columnsSchema.parse(JSON.parse(columns_json)) }))
}

/** What became of lines that were tried again. */
export interface Retried {
  readonly stored: number
  readonly late: number
  /** Records that were there, the same. */
  readonly known: number
  readonly left: number
}

/**
 * Tries every line that was put aside once more, 500 to a commit: what is somebody's by now is taken in, late for a bill that
 * is made, and marked; what is still not keeps the reason it has now. A record without a price is none of these: it is
 * stored and waits for the bill run. Broken off or done twice it leaves the same rows.
 */
export async function retryRejects(
  store: Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>,
  rules: AccountRules,
): Promise<Retried> {
  const clock = localClock(rules.zone)
  let sum: Retried = { stored: 0, late: 0, known: 0, left: 0 }
  for (let after: Place = { file_id: '', line: 0 }; ; ) {
    const from = after
    const { last, done } = await inBatch(store, (batch) => retrySome(batch, from, { clock, rules }))
    if (!last) return sum
    sum = {
      stored: sum.stored + done.stored,
      late: sum.late + done.late,
      known: sum.known + done.known,
      left: sum.left + done.left,
    }
    after = last
  }
}

interface RetriedLine extends TakenLine {
  readonly row: OpenReject
}

async function retrySome(batch: Batch, after: Place, ways: Parameters<typeof placeRecords>[2]) {
  const rows = await rejectsAfter(batch.tx, after)
  const lines = rows.map((row): RetriedLine => {
    const line = { line: row.line, text: row.text }
    return { line, read: lineReader(row.columns)(line), row }
  })
  const { stored, known, late, refused } = await placeRecords(batch, lines, ways, ({ row }) => row.file_id)
  batch.put({ table: 'usage_record', rows: stored })
  await markUnread(
    batch,
    stored.map(({ id }) => id),
  )
  const why = new Map(refused.map(({ of, reason, field }) => [of, { reason, field, is_repaired: 0 }]))
  // one that cannot even be read says nothing new
  const judged = lines.filter(({ read }) => read.kind === 'record')
  const changed = judged.map((line): UsageReject => {
    const { id, file_id, line: number, record_id, text, reason, field } = line.row
    const before = { id, file_id, line: number, record_id, text, reason, field }
    return { ...before, ...(why.get(line) ?? { is_repaired: 1 }) }
  })
  batch.put({ table: 'usage_reject', rows: changed, onConflict: ['reason', 'field', 'is_repaired'] })
  const done = { stored: stored.length, late, known: known.length }
  return { last: rows.at(-1), done: { ...done, left: rows.length - done.stored - done.known } }
}

/** What could not be read is put right where its record is taken in; what could is judged by itself: it may differ. */
async function markUnread({ tx }: Batch, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('usage_reject')
    .set({ is_repaired: 1 })
    .where('record_id', 'in', among(tx, ids))
    .where('reason', '=', 'FIELD_WRONG')
    .execute()
}

/**
 * Marks one open line as dealt with elsewhere, by its file's name or id and its line: what came without a record's id is
 * never recognised when it comes again put right. Gives its id; undefined where not exactly one is open there.
 */
export async function settleReject(
  store: Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>,
  file: string,
  line: number,
): Promise<string | undefined> {
  return inBatch(store, async ({ tx }) => {
    const found = await tx
      .selectFrom('usage_reject')
      .innerJoin('usage_file', 'usage_file.id', 'usage_reject.file_id')
      .select('usage_reject.id')
      .where('usage_reject.line', '=', line)
      .where('usage_reject.is_repaired', '=', 0)
      .where(({ or, eb }) => or([eb('usage_file.id', '=', file), eb('usage_file.name', '=', file)]))
      .limit(2)
      .execute()
    const [only, another] = found
    if (!only || another) return undefined
    await tx.updateTable('usage_reject').set({ is_repaired: 1 }).where('id', '=', only.id).execute()
    return only.id
  })
}
