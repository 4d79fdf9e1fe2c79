import { closeSync, fdatasync, openSync } from 'node:fs'
import { isPlanted } from '#shared/node/crash-points.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'

/** Many commits, one sync: commits go on without one, and whoever tells of them waits for it (docs/adr/0010). */
export interface DiskLine {
  /** From now on a commit is whole but not yet safe from a power cut: every answer has to await `reached`. */
  readonly begin: () => void
  /** Resolves when everything committed before the call is on disk. Rejects with what the disk said. */
  readonly reached: () => Promise<void>
  readonly close: () => void
}

/** For the writing connection of an SQLite file in WAL; those who wait at the same time share one sync. */
export function createDiskLine(database: SqliteDatabase, file: string): DiskLine {
  const changes = database.prepare('select total_changes()').pluck()
  let handle: number | undefined
  let isBegun = false
  let synced = 0
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined

  async function sync(): Promise<void> {
    const made = Number(changes.get())
    // what an open transaction has changed is not committed yet: its commit is still to be synced
    const isBetween = database.inTransaction
    await syncLog()
    if (!isBetween) synced = made
  }

  function syncLog(): Promise<void> {
    handle ??= openSync(`${file}-wal`, 'r+')
    const log = handle
    return new Promise((done, failed) => fdatasync(log, (error) => (error ? failed(error) : done())))
  }

  function isSynced(): boolean {
    return Number(changes.get()) === synced && !database.inTransaction
  }

  /** One that began before the caller's commit does not cover it: it waits for the next one. */
  function afterRunning(): Promise<void> {
    next ??= (running ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => {
        next = undefined
        if (isSynced()) return undefined
        running = sync().finally(() => {
          running = undefined
        })
        return running
      })
    return next
  }

  return {
    begin: () => {
      if (isPlanted('noFsync')) return
      isBegun = true
      synced = Number(changes.get())
      database.pragma('synchronous = normal')
    },
    reached: () => {
      return !isBegun || isSynced() ? Promise.resolve() : afterRunning()
    },
    close: () => {
      if (handle !== undefined) closeSync(handle)
      handle = undefined
      isBegun = false
    },
  }
}
