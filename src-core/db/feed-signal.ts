/** Tells those who listen that a transaction wrote something to the feed; data always comes by pull. */
export interface FeedSignal {
  /** This process wrote: its listeners hear of it, and so do other core processes on the same database. */
  readonly announce: () => void
  /** Another process wrote: the listeners of this one hear of it. */
  readonly heard: () => void
  /** Gives a function that stops listening. */
  readonly listen: (listener: () => void) => () => void
  readonly listeners: () => number
}

/** A signal within this process; `tellOthers` carries an announcement to the others. */
export function createFeedSignal(tellOthers: () => void = () => undefined): FeedSignal {
  const listeners = new Set<() => void>()
  const heard = (): void => {
    for (const listener of listeners) listener()
  }
  return {
    heard,
    announce: () => {
      heard()
      tellOthers()
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    listeners: () => listeners.size,
  }
}
