import type { z } from 'zod'
import type { MirrorTableName, OutcomeRow } from '#shared/contract/mirror.ts'
import { isMirrorTable, outcomeTable } from '#shared/contract/mirror.ts'
import type { TableDigest } from '#shared/contract/wire.ts'
import { pullLineSchema } from '#shared/contract/wire.ts'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import type { Cell } from '#shared/kernel/table.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import { isPlanted } from '#shared/node/crash-points.ts'
import type { CacheFile } from '../db/open-cache.ts'
import type { FeedEnd } from './cache-protocol.ts'
import type { Removals } from './removals.ts'
import { addRemovals } from './removals.ts'

/** What a page brought. */
export interface PulledPage {
  readonly end: FeedEnd
  readonly more: boolean
  readonly tables: readonly MirrorTableName[]
  readonly outcomes: readonly OutcomeRow[]
  readonly removals: Removals
  /** What the core has in each table, where it was asked. */
  readonly digest: readonly TableDigest[] | undefined
}

export interface PageOptions {
  /** A first load commits as it goes and has no search index yet; a later pull is one transaction with its cursor. */
  readonly isLoad: boolean
  /** Of the rows already here; '' when there are none. A page of another one is not mixed with them. */
  readonly epoch: string
  /** What the pages of this pull have removed before this one. */
  readonly removals: Removals
  readonly onCustomers: (count: number) => void
  readonly reached: Reached
}

/** The answer is not the feed: cut off, flipped, or somebody else's. */
export function malformedPage(reason: string): Error {
  return Object.assign(new Error(`malformed page: ${reason}`), { code: 'MALFORMED_PAGE' })
}

/** The core was restored while a page was on its way. */
export function epochChanged(): Error {
  return Object.assign(new Error('epoch changed'), { code: 'EPOCH_CHANGED' })
}

const commitRows = 20_000
const outcomeSchema = rowSchemaOf(outcomeTable)

/**
 * Writes one page of the feed. Absence never means deletion: rows go only where the page names them. Throws when the
 * stream breaks or is malformed, or removes too much; then nothing of a pull is kept, and of a load only rows, never the
 * cursor, so that the same page is asked for again.
 */
export async function writePage(
  file: CacheFile,
  lines: AsyncIterable<string>,
  options: PageOptions,
): Promise<PulledPage> {
  const tables = new Set<MirrorTableName>()
  const outcomes: OutcomeRow[] = []
  const { reached } = options
  /** Rows kept back by the planted bug, and by nothing else. */
  const late: (() => void)[] = []
  let removals = options.removals
  let since = 0
  file.begin()
  try {
    for await (const text of lines) {
      const line = parseLine(text)
      if ('end' in line) {
        if (options.epoch !== '' && line.epoch !== options.epoch) throw epochChanged()
        const { epoch, cursor, asOf, businessDate, customers, digest, anchor } = line
        const end = { epoch, cursor, asOf, businessDate, customers, anchor }
        reached('pull.rowsWritten')
        file.setState(end, false)
        if (isPlanted('cursorFirst')) cursorBeforeRows()
        reached('pull.cursorSet')
        for (const put of late.splice(0)) put()
        file.commit()
        if (options.isLoad) reached('swap.rowsCommitted')
        reached('pull.committed')
        return { end, more: line.more, tables: [...tables], outcomes, removals, digest }
      }
      if ('exits' in line) {
        for (const { table, ids } of line.exits) if (isMirrorTable(table)) removeRows(table, ids)
        continue
      }
      if ('removed' in line) {
        for (const { table, ids } of line.removed) if (isMirrorTable(table)) removeBelieved(table, ids)
        continue
      }
      if (!isMirrorTable(line.table)) continue // of a newer core
      const { table, columns, rows } = line
      if (isPlanted('cursorFirst')) late.push(() => putRows(table, columns, rows))
      else putRows(table, columns, rows)
      since += line.rows.length
      if (options.isLoad && since > commitRows) {
        file.commit()
        file.begin()
        since = 0
      }
    }
    throw malformedPage('no end line')
  } catch (error) {
    file.rollback()
    throw error
  }

  function cursorBeforeRows(): void {
    file.commit()
    file.begin()
  }

  function putRows(table: MirrorTableName, columns: readonly string[], rows: readonly (readonly Cell[])[]): void {
    tables.add(table)
    file.put(table, columns, rows)
    if (table === 'customer') options.onCustomers(rows.length)
    if (table === 'command_outcome')
      for (const row of rows)
        outcomes.push(outcomeSchema.parse(Object.fromEntries(columns.map((name, place) => [name, row[place]]))))
  }

  /** Rows that moved elsewhere are taken for true; a removal of much at once is not. */
  function removeBelieved(table: MirrorTableName, ids: readonly string[]): void {
    const of = options.isLoad ? 0 : file.count(table)
    const gone = removeRows(table, ids)
    if (!options.isLoad) removals = addRemovals(removals, table, gone, of)
  }

  function removeRows(table: MirrorTableName, ids: readonly string[]): number {
    tables.add(table)
    return file.remove(table, ids)
  }
}

/**
 * A line of the feed. Lines of rows are the bulk of a first load, and their cells go to typed STRICT columns, which
 * refuse what does not fit; so only their frame is looked at here, everything else by the schema.
 */
function parseLine(text: string): RowLine | Exclude<z.infer<typeof pullLineSchema>, { rows: unknown }> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw malformedPage('no JSON')
  }
  if (isRowLine(value)) return value
  const parsed = pullLineSchema.safeParse(value)
  if (!parsed.success || 'rows' in parsed.data) throw malformedPage('line')
  return parsed.data
}

interface RowLine {
  table: string
  columns: string[]
  rows: Cell[][]
}

function isRowLine(value: unknown): value is RowLine {
  if (typeof value !== 'object' || value === null || !('table' in value) || !('columns' in value) || !('rows' in value))
    return false
  const { table, columns, rows } = value
  if (typeof table !== 'string' || !Array.isArray(columns) || !Array.isArray(rows)) return false
  if (!columns.includes('id')) return false
  return rows.every((row) => Array.isArray(row) && row.length === columns.length)
}

/** Lines of a stream of bytes; `onChunk` hears that something came. */
export async function* linesOf(body: AsyncIterable<Uint8Array>, onChunk: () => void): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const bytes of body) {
    onChunk()
    const parts = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) if (part !== '') yield part
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}
