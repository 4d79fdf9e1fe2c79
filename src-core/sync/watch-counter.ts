import type { Timers } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'

const everyMs = 3_000

/**
 * On PostgreSQL other core processes write too. They tell of it by NOTIFY; should one end between its commit and its
 * telling, the feed's counter, looked at every three seconds, tells all the same. On SQLite this process is the only
 * writer, and nothing is to be done.
 */
export function watchCounter(
  store: CoreStore,
  timers: Timers,
): { readonly start: () => void; readonly stop: () => Promise<void> } {
  let cancel: (() => void) | undefined
  let stopHearing: (() => Promise<void>) | undefined
  let last = -1
  return {
    start: () => {
      if (store.dialect !== 'postgres') return
      cancel = timers.after(everyMs, look)
      stopHearing = store.neighbours?.hear(store.feed.heard)
    },
    stop: async () => {
      cancel?.()
      cancel = undefined
      await stopHearing?.()
      stopHearing = undefined
    },
  }

  async function look(): Promise<void> {
    const value = store.feed.listeners() === 0 ? last : await counterOf(store)
    if (value !== last && last >= 0) store.feed.heard()
    last = value
    if (cancel) cancel = timers.after(everyMs, look)
  }
}

/** The counter now; -1 while the database cannot be asked. */
async function counterOf(store: CoreStore): Promise<number> {
  try {
    const row = await store.db.selectFrom('feed_counter').select('value').executeTakeFirst()
    return row?.value ?? -1
  } catch {
    return -1
  }
}
