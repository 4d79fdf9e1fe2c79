import { existsSync, readdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Reached } from '#shared/node/crash-points.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import type { Clock, Random } from '../outside.ts'
import { codeOf, storageProblem } from '../storage-problem.ts'
import { syncFolder } from '../sync/durable.ts'
import { openJournal } from '../sync/journal.ts'
import { cacheNumbers } from './cache-files.ts'
import { openCacheForReading } from './open-cache.ts'
import { isDamage, isWhole, openOutbox } from './open-outbox.ts'

export interface OpenOrSetAsideOptions {
  readonly folder: string
  readonly journalFolder: string
  readonly key: Uint8Array
  readonly clock: Clock
  readonly random: Random
  readonly reached: Reached
}

/** outbox.db as it opened. */
export interface OpenedOutbox {
  readonly database: SqliteDatabase
  /** It was made just now: there was none, or the one there was is damaged. */
  readonly isNew: boolean
  /** Name of the file that a damaged one has now. */
  readonly aside: string | null
}

/**
 * Opens outbox.db after looking at every page of it. A damaged one gets another name, with its WAL, and a new one takes
 * its place. Throws KEY_WRONG, having touched nothing, when neither it nor the journal opens with the key.
 */
export function openOrSetAside(options: OpenOrSetAsideOptions): OpenedOutbox {
  const file = join(options.folder, 'outbox.db')
  const isNew = !existsSync(file)
  if (isNew) moveAside(file, options) // a WAL without its file belongs to nobody, and is not this file's
  const opened = tryOpen(file, options.key)
  if (opened.database) return { database: opened.database, isNew, aside: null }
  if (!opened.isKeyRight && !keyFitsOthers(options))
    throw storageProblem('KEY_WRONG', 'neither outbox nor journal nor cache opens with this key')
  // the key is right, so the file is damaged
  const aside = moveAside(file, options)
  options.reached('start.setAside')
  return { database: openOutbox(file, options.key), isNew: true, aside }
}

/** Opens the file if all of it can be read; else says whether at least its first page shows that the key is right. */
function tryOpen(
  file: string,
  key: Uint8Array,
): { readonly database: SqliteDatabase | undefined; readonly isKeyRight: boolean } {
  let database: SqliteDatabase | undefined
  try {
    database = openOutbox(file, key)
    if (isWhole(database)) return { database, isKeyRight: true }
  } catch (error) {
    if (!isDamage(error)) throw error
  }
  database?.close()
  return { database: undefined, isKeyRight: database !== undefined }
}

function moveAside(file: string, { folder, clock, random }: OpenOrSetAsideOptions): string {
  const aside = join(folder, `outbox.damaged-${Math.floor(clock.now())}-${Buffer.from(random(3)).toString('hex')}.db`)
  const there = ['-wal', '-shm', ''].filter((end) => existsSync(file + end))
  for (const end of there) renameSync(file + end, aside + end)
  if (there.length > 0) syncFolder(folder)
  return basename(aside)
}

function keyFitsOthers(options: OpenOrSetAsideOptions): boolean {
  const silent = (): void => undefined
  return (
    keyFitsJournal(options) ||
    cacheNumbers(options.folder).some((number) => {
      const cache = openCacheForReading(options.folder, number, options.key, silent)
      cache?.close()
      return cache !== undefined
    })
  )
}

function keyFitsJournal({ journalFolder: folder, key, clock, random, reached }: OpenOrSetAsideOptions): boolean {
  if (!existsSync(folder) || !readdirSync(folder).some((name) => name.endsWith('.journal'))) return false
  try {
    const opened = openJournal({ folder, key, clock, random, from: null, reached })
    opened.journal.close()
    return opened.records.length > 0
  } catch (error) {
    if (codeOf(error) === 'KEY_WRONG') return false
    throw error
  }
}
