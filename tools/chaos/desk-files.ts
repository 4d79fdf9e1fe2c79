import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { runPlace } from './place.ts'
import { join } from 'node:path'
import { cacheFile } from '#main/workstation/db/cache-files.ts'
import { openJournal } from '#main/workstation/sync/journal.ts'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTables } from '#shared/contract/mirror.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import { z } from 'zod'

const commandRow = z.object({
  id: z.string(),
  device_seq: z.int(),
  type: z.string(),
  state: z.string(),
  code: z.string(),
  command: z.string(),
  resolves: z.string().nullable(),
  resolved_by: z.string().nullable(),
  is_settled: z.int(),
})
export type DeskCommand = z.infer<typeof commandRow>

const cacheMeta = z.object({ number: z.int(), scope: z.string() })
const deviceMeta = z.object({ id: z.string() })
const stateRow = z.object({
  scope: z.string(),
  epoch: z.string(),
  cursor: z.int(),
  is_complete: z.int(),
})

export type Row = Readonly<Record<string, unknown>>

/** A desk's files as they are on disk, read by connections of our own. */
export interface DeskFiles {
  readonly deviceId: () => string | undefined
  readonly commands: (afterSeq?: number) => readonly DeskCommand[]
  /** The cache file in use; undefined before the first load or when it cannot be read. */
  readonly cache: () => DeskCache | undefined
  readonly isWhole: () => boolean
  readonly close: () => void
}

export interface DeskCache extends z.infer<typeof stateRow> {
  readonly number: number
  readonly rows: (table: MirrorTableName) => readonly Row[]
  readonly close: () => void
}

/** Opens outbox.db of a folder for reading only. Throws what SQLite throws. */
export function readDesk(folder: string, key: Uint8Array): DeskFiles {
  const outbox = openDatabase(join(folder, 'outbox.db'), { key, readonly: true })
  const meta = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const row = z
      .object({ value: z.string() })
      .optional()
      .parse(outbox.prepare('select value from meta where name = ?').get(name))
    const parsed = row && schema.safeParse(JSON.parse(row.value))
    return parsed?.success === true ? parsed.data : undefined
  }
  return {
    deviceId: () => meta('device', deviceMeta)?.id,
    commands: (afterSeq = 0) =>
      z
        .array(commandRow)
        .parse(outbox.prepare('select * from command where device_seq > ? order by device_seq').all(afterSeq)),
    cache: () => {
      const current = meta('cache', cacheMeta)
      return current && readCache(folder, current.number, key)
    },
    isWhole: () => outbox.pragma('quick_check', { simple: true }) === 'ok',
    close: () => outbox.close(),
  }
}

function readCache(folder: string, number: number, key: Uint8Array): DeskCache | undefined {
  const file = cacheFile(folder, number)
  if (!existsSync(file)) return undefined
  let database: SqliteDatabase | undefined
  try {
    const opened = openDatabase(file, { key, readonly: true })
    database = opened
    const state = stateRow.parse(opened.prepare('select * from sync_state').get())
    return {
      ...state,
      number,
      rows: (table) => {
        const columns = mirrorTables[table].columnNames.map((name) => `"${name}"`).join(', ')
        return z.array(z.record(z.string(), z.unknown())).parse(opened.prepare(`select ${columns} from ${table}`).all())
      },
      close: () => opened.close(),
    }
  } catch {
    database?.close()
    return undefined
  }
}

/** Ids of the commands in a folder's journal, read from a copy: opening a journal cuts a torn tail. */
export function journalIds(folder: string, key: Uint8Array): ReadonlySet<string> {
  const from = join(folder, 'journal')
  if (!existsSync(from)) return new Set()
  const copy = mkdtempSync(join(runPlace, 'linedesk-journal-'))
  try {
    mkdirSync(copy, { recursive: true })
    for (const name of readdirSync(from)) copyFileSync(join(from, name), join(copy, name))
    const opened = openJournal({
      folder: copy,
      key,
      clock: { now: () => 0 },
      random: (count) => new Uint8Array(count),
      from: null,
    })
    opened.journal.close()
    return new Set(opened.records.flatMap(({ payload }) => idOf(payload) ?? []))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const recordSchema = z.object({ command: z.object({ id: z.string() }) })

/** The command in a record of the journal; undefined for the desk's keys. */
function idOf(payload: Uint8Array): string | undefined {
  const parsed = recordSchema.safeParse(JSON.parse(Buffer.from(payload).toString('utf8')))
  return parsed.success ? parsed.data.command.id : undefined
}
