import type { Timers } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'

const everyMs = 1_000

/**
 * On PostgreSQL other core processes write too: looks at the feed's counter once a second and announces what they
 * wrote. On SQLite this process is the only writer, and nothing is to be done.
 */
export function watchCounter(
  store: CoreStore,
  timers: Timers,
): { readonly start: () => void; readonly stop: () => void } {
  let cancel: (() => void) | undefined
  let last = -1
  return {
    start: () => {
      if (store.dialect === 'postgres') cancel = timers.after(everyMs, look)
    },
    stop: () => {
      cancel?.()
      cancel = undefined
    },
  }

  async function look(): Promise<void> {
    const value = store.feed.listeners() === 0 ? last : await counterOf(store)
    if (value !== last && last >= 0) store.feed.announce()
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
