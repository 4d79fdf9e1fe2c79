import type { CoreStore } from '../db/open-core-database.ts'

/** The part of a page that every desk of a scope gets alike, as the bytes that are sent. */
export interface SharedPage {
  /** The page's last change sequence. */
  readonly until: number
  /** Where the feed stood when it was read. */
  readonly counter: number
  readonly bytes: Buffer
}

export interface PageCache {
  /** What was read before from this place of the feed and still holds now that the feed stands at `counter`. */
  readonly get: (key: string, counter: number) => SharedPage | undefined
  readonly put: (key: string, page: SharedPage) => void
}

const keptBytes = 32 * 1_048_576
const caches = new WeakMap<CoreStore, PageCache>()

/**
 * Pages of a core's feed that were read already: many desks that come back at once, or hear of one change, want the same
 * ones. A page that ended before the feed did holds for ever: it is what a desk would have got a little earlier, and
 * whatever changed since stands further on. One that reached the feed's end holds as long as the feed stands still.
 */
export function pageCacheOf(store: CoreStore): PageCache {
  const known = caches.get(store)
  if (known) return known
  const made = createPageCache()
  caches.set(store, made)
  return made
}

function createPageCache(): PageCache {
  const pages = new Map<string, SharedPage>()
  let held = 0

  function drop(key: string): void {
    held -= pages.get(key)?.bytes.length ?? 0
    pages.delete(key)
  }

  return {
    get: (key, counter) => {
      const page = pages.get(key)
      if (!page || (page.until === page.counter && page.counter !== counter)) return undefined
      pages.delete(key)
      pages.set(key, page) // used last
      return page
    },
    put: (key, page) => {
      drop(key)
      pages.set(key, page)
      held += page.bytes.length
      for (const oldest of pages.keys()) {
        if (held <= keptBytes) return
        drop(oldest)
      }
    },
  }
}
