import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Ids } from '#shared/kernel/ids.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import { reachedInProcess } from '#shared/node/crash-points.ts'
import { createDeviceKeys } from '#shared/node/crypto.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import type { Clock, Log, Random } from '../outside.ts'
import { codeOf, storageProblem } from '../storage-problem.ts'
import { decodeRecords, encodeDevice } from '../sync/capture.ts'
import type { Journal } from '../sync/journal.ts'
import { openJournal } from '../sync/journal.ts'
import type { CommandStore, Passing } from './commands.ts'
import { commandsOf } from './commands.ts'
import type { DraftStore } from './drafts.ts'
import { draftsOf } from './drafts.ts'
import type { Meta, metaSchemas } from './meta.ts'
import { metaOf } from './meta.ts'
import { openOutbox } from './open-outbox.ts'
import type { SessionStore } from './sessions.ts'
import { sessionsOf } from './sessions.ts'
import type { z } from 'zod'

export interface StoreOptions {
  readonly folder: string
  readonly key: Uint8Array
  readonly clock: Clock
  readonly random: Random
  readonly ids: Ids
  readonly log: Log
  readonly passing: Passing
  readonly reached?: Reached | undefined
}

/** Outbox and journal, opened and made equal. */
export interface Store {
  readonly database: SqliteDatabase
  readonly meta: Meta
  readonly commands: CommandStore
  readonly drafts: DraftStore
  readonly sessions: SessionStore
  readonly journal: Journal
  readonly device: z.infer<(typeof metaSchemas)['device']>
  /** What the start had to mend: commands put back from the journal, drafts closed, a damaged outbox set aside. */
  readonly mended: {
    readonly commands: number
    readonly drafts: number
    readonly setAside: boolean
    readonly damaged: number
  }
}

const keptDays = 35
const dayMs = 86_400_000

/**
 * Opens outbox.db and the journal and puts back into the one what only the other has. A damaged outbox is set aside,
 * never deleted, and made anew from the journal. Throws KEY_WRONG (nothing touched), SQLITE_CANTOPEN and the like.
 */
export function openStore(options: StoreOptions): Store {
  const { folder, key, clock, random, ids, log, reached = reachedInProcess } = options
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { database, setAside } = openOrSetAside(options)
  try {
    const meta = metaOf(database)
    const commands = commandsOf(database, options.passing)
    const drafts = draftsOf(database, clock, ids)
    const from = meta.get('journal') ?? null
    const opened = openJournal({ folder: journalFolder(folder), key, clock, random, from, reached })
    reached('start.journalRead')
    const found = decodeRecords(opened.records)
    const device = meta.get('device') ?? found.device ?? { id: ids.next(), ...createDeviceKeys() }

    let put = 0
    database.transaction(() => {
      if (!meta.get('device')) meta.set('device', device)
      for (const kept of found.commands) if (commands.add(kept)) put += 1
      if (setAside && put > 0) skipReferences(meta, put)
      const last = opened.records.at(-1)?.position
      if (last) meta.set('journal', last)
      commands.release()
    })()
    reached('start.putBack')
    // every start writes the keys again, so that whatever segments are left can restore the desk
    meta.set('journal', opened.journal.append(encodeDevice(device)))
    reached('start.keysWritten')
    const closed = drafts.closeCaptured()
    opened.journal.dropBefore(
      Math.min(clock.now() - keptDays * dayMs, commands.oldestUnsentAt() ?? Number.POSITIVE_INFINITY),
    )

    const damaged = opened.damaged + found.unreadable
    const mended = { commands: put, drafts: closed, setAside, damaged }
    if (put + closed + damaged > 0 || setAside || opened.cutBytes > 0)
      log('start mended', { ...mended, cutBytes: opened.cutBytes })
    return { database, meta, commands, drafts, sessions: sessionsOf(database), journal: opened.journal, device, mended }
  } catch (error) {
    database.close()
    throw error
  }
}

function openOrSetAside(options: StoreOptions): { readonly database: SqliteDatabase; readonly setAside: boolean } {
  const { folder, key, clock, random } = options
  const file = join(folder, 'outbox.db')
  try {
    return { database: openOutbox(file, key), setAside: false }
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (!existsSync(file) || !(code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT'))) throw error
    if (!keyFitsJournal(folder, options))
      throw storageProblem('KEY_WRONG', 'neither outbox nor journal opens with this key')
    // the key is right (the journal says so), so the file is damaged
    const aside = join(folder, `outbox.damaged-${Math.floor(clock.now())}-${Buffer.from(random(3)).toString('hex')}.db`)
    for (const end of ['', '-wal', '-shm']) if (existsSync(file + end)) renameSync(file + end, aside + end)
    options.reached?.('start.setAside')
    return { database: openOutbox(file, key), setAside: true }
  }
}

function keyFitsJournal(folder: string, { key, clock, random }: StoreOptions): boolean {
  const journal = journalFolder(folder)
  if (!existsSync(journal) || !readdirSync(journal).some((name) => name.endsWith('.journal'))) return false
  try {
    const opened = openJournal({ folder: journal, key, clock, random, from: null })
    opened.journal.close()
    return opened.records.length > 0
  } catch (error) {
    if (codeOf(error) === 'KEY_WRONG') return false
    throw error
  }
}

/** References given by a lost outbox are not known: go on well behind them. */
function skipReferences(meta: Meta, commands: number): void {
  meta.set('reference', { year: '', next: commands + 1 })
}

function journalFolder(folder: string): string {
  return join(folder, 'journal')
}
