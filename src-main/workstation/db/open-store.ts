import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Ids } from '#shared/kernel/ids.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import { reachedInProcess } from '#shared/node/crash-points.ts'
import { createDeviceKeys } from '#shared/node/crypto.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import type { Clock, Log, Random } from '../outside.ts'
import type { Journal } from '../sync/journal.ts'
import { openJournal } from '../sync/journal.ts'
import { decodeRecords, encodeDevice } from '../sync/journal-records.ts'
import type { CommandStore, Kept, Passing } from './commands.ts'
import { commandsOf } from './commands.ts'
import type { DraftStore } from './drafts.ts'
import { draftsOf } from './drafts.ts'
import type { LeaseStore } from './leases.ts'
import { leasesOf } from './leases.ts'
import type { Meta, metaSchemas } from './meta.ts'
import { lockFolder } from './lock-folder.ts'
import { metaOf } from './meta.ts'
import { openOrSetAside } from './open-or-set-aside.ts'
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

/** What a start had to put right. */
export interface Mended {
  /** Commands put back from the journal. */
  readonly commands: number
  /** Drafts closed, because their step was captured just before the program ended. */
  readonly drafts: number
  /** The outbox was gone or damaged and is made anew; `file` is where the damaged one lies now. */
  readonly outbox: { readonly file: string | null } | null
  /** Records of the journal that could not be read. */
  readonly damaged: number
}

/** Outbox and journal, opened and made equal. */
export interface Store {
  readonly database: SqliteDatabase
  readonly meta: Meta
  readonly commands: CommandStore
  readonly drafts: DraftStore
  readonly sessions: SessionStore
  readonly leases: LeaseStore
  readonly journal: Journal
  readonly device: z.infer<(typeof metaSchemas)['device']>
  readonly mended: Mended
  /** Removes segments of the journal that nobody needs any more. */
  readonly dropOld: () => number
  readonly close: () => void
}

const keptDays = 35
const dayMs = 86_400_000

/**
 * Opens outbox.db and the journal and puts back into the one what only the other has. A damaged outbox is set aside,
 * never deleted; that one and one that is gone are made anew from the journal. Throws KEY_WRONG (nothing touched),
 * SQLITE_CANTOPEN and the like, IN_USE while another program has the folder.
 */
export function openStore(options: StoreOptions): Store {
  const { folder } = options
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = lockFolder(folder)
  try {
    return openLocked(options, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

function openLocked(options: StoreOptions, unlock: () => void): Store {
  const { folder, key, clock, random, ids, log, reached = reachedInProcess } = options
  const journalFolder = join(folder, 'journal')
  const { database, isNew, aside } = openOrSetAside({ folder, journalFolder, key, clock, random, reached })
  try {
    const meta = metaOf(database)
    const commands = commandsOf(database, options.passing)
    const drafts = draftsOf(database, clock, ids)
    const from = meta.get('journal') ?? null
    const opened = openJournal({ folder: journalFolder, key, clock, random, from, isKeyRight: !isNew, reached })
    reached('start.journalRead')
    const found = decodeRecords(opened.records)
    const device = meta.get('device') ?? found.device ?? { id: ids.next(), ...createDeviceKeys() }
    const isRestored = isNew && (aside !== null || opened.records.length + opened.damaged > 0)
    const sequence = Math.max(meta.get('sequence') ?? 0, found.sequence)

    let put = 0
    database.transaction(() => {
      if (!meta.get('device')) meta.set('device', device)
      for (const kept of found.commands) if (commands.add(kept) || putAgain(commands, kept)) put += 1
      if (isRestored) skipReferences(meta, found.commands.length)
      else if (put > 0) passReferences(meta, put)
      meta.set('sequence', sequence)
      const last = opened.records.at(-1)?.position
      if (last) meta.set('journal', last)
      commands.release()
    })()
    reached('start.putBack')
    // every start writes the keys again, so that whatever segments are left can restore the desk
    const highest = Math.max(sequence, commands.highestSeq())
    meta.set('journal', opened.journal.append(encodeDevice(device, highest)))
    reached('start.keysWritten')
    const closed = drafts.closeCaptured()
    const dropOld = (): number =>
      opened.journal.dropBefore(
        Math.min(clock.now() - keptDays * dayMs, commands.oldestUnsentAt() ?? Number.POSITIVE_INFINITY),
      )
    dropOld()

    const close = (): void => {
      opened.journal.close()
      keepNoted(meta)
      database.close()
      unlock()
    }
    const damaged = opened.damaged + found.unreadable
    const mended = { commands: put, drafts: closed, outbox: isRestored ? { file: aside } : null, damaged }
    if (put + closed + damaged + opened.cutBytes > 0 || isRestored)
      log('start mended', { commands: put, drafts: closed, isRestored, damaged, cutBytes: opened.cutBytes })
    return {
      ...{ database, meta, commands, drafts, device, mended, dropOld, close },
      sessions: sessionsOf(database),
      leases: leasesOf(database),
      journal: opened.journal,
    }
  } catch (error) {
    database.close()
    throw error
  }
}

/** A command that the outbox has under the number it had before: the program ended while it was numbered anew. */
function putAgain(commands: CommandStore, kept: Kept): boolean {
  const known = commands.kept(kept.command.id)
  return known !== undefined && known.command.deviceSeq < kept.command.deviceSeq && commands.replace(kept)
}

/** As well as it goes: nothing that is only noted is missed after a crash either. */
function keepNoted(meta: Meta): void {
  try {
    meta.keepNoted()
  } catch {
    // a full disk, or a damaged page
  }
}

/** What the journal alone had may carry references that the outbox does not know to be given. */
function passReferences(meta: Meta, commands: number): void {
  const kept = meta.get('reference')
  meta.set('reference', { year: kept?.year ?? '', next: (kept?.next ?? 1) + commands })
}

/** References given by a lost outbox are not known: go on well behind them. */
function skipReferences(meta: Meta, commands: number): void {
  meta.set('reference', { year: '', next: commands + 1 })
}
