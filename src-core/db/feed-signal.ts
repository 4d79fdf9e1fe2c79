/** Tells those who listen that a transaction wrote something to the feed; data always comes by pull. */
export interface FeedSignal {
  readonly announce: () => void
  /** Gives a function that stops listening. */
  readonly listen: (listener: () => void) => () => void
  readonly listeners: () => number
}

/** An in-process signal. */
export function createFeedSignal(): FeedSignal {
  const listeners = new Set<() => void>()
  return {
    announce: () => {
      for (const listener of listeners) listener()
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    listeners: () => listeners.size,
  }
}
