import type { Meta } from './db/meta.ts'
import { openCacheForReading } from './db/open-cache.ts'
import type { Notices } from './notices.ts'
import type { Log, Timers } from './outside.ts'
import type { CacheOrder } from './sync/cache-protocol.ts'
import type { ViewMachine } from './sync/view.ts'

export interface CacheReadingParts {
  readonly folder: string
  readonly key: Uint8Array
  readonly log: Log
  readonly timers: Timers
  readonly meta: Meta
  readonly viewMachine: Pick<ViewMachine, 'readFrom'>
  readonly notices: Notices
  readonly order: (order: CacheOrder) => void
}

/** Which cache file the view reads. */
export interface CacheReading {
  /** Reads the file that outbox.db names; false when there is none that can be read. */
  readonly read: () => boolean
  /** A page of the file in use does not open: its successor is loaded, and until then reads find what they can. */
  readonly damaged: () => void
  /** Nobody sees rows of another market, not even while those of the own are still being loaded. */
  readonly showOnly: (scope: string | undefined) => void
  readonly stop: () => void
}

/** Opens cache files for the view, and has a damaged one replaced. */
export function createCacheReading(parts: CacheReadingParts): CacheReading {
  const { meta, viewMachine, notices, log } = parts
  let damagedNumber: number | undefined
  let isStopped = false

  function damaged(): void {
    const number = meta.get('cache')?.number
    if (number === undefined || damagedNumber === number) return
    damagedNumber = number
    log('cache damaged', { number })
    // not from within the read that found it
    parts.timers.after(0, () => {
      if (isStopped) return
      notices.say({ id: 'cache', tone: 'late', sentence: { key: 'notice.cacheDamaged', params: {} } })
      parts.order({ kind: 'damaged', number })
    })
  }

  return {
    damaged,
    read: () => {
      const current = meta.get('cache')
      const database = current && openCacheForReading(parts.folder, current.number, parts.key, log, damaged)
      if (!database) return false
      viewMachine.readFrom(database)
      if (current.number !== damagedNumber) notices.take('cache')
      return true
    },
    showOnly: (scope) => {
      const cache = meta.get('cache')
      if (cache && scope !== undefined && cache.scope !== scope) viewMachine.readFrom(undefined)
    },
    stop: () => {
      isStopped = true
    },
  }
}
