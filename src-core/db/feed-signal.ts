/** Tells those who listen that a transaction wrote something to the feed; data always comes by pull. */
export interface FeedSignal {
  /** This process wrote: its listeners hear of it, and so do other core processes on the same database. */
  readonly announce: () => void
  /** Another process wrote: the listeners of this one hear of it. */
  readonly heard: () => void
  /** Many transactions follow one another: what they announce is told when asked for, and at the end. */
  readonly gather: () => Gathering
  /** Gives a function that stops listening. */
  readonly listen: (listener: () => void) => () => void
  readonly listeners: () => number
}

export interface Gathering {
  readonly tell: () => void
  readonly end: () => void
}

/** A signal within this process; `tellOthers` carries an announcement to the others. */
export function createFeedSignal(tellOthers: () => void = () => undefined): FeedSignal {
  const listeners = new Set<() => void>()
  let gathering = 0
  let isUntold = false

  function heard(): void {
    for (const listener of listeners) listener()
  }
  function tell(): void {
    if (!isUntold) return
    isUntold = false
    heard()
    tellOthers()
  }
  return {
    heard,
    announce: () => {
      isUntold = true
      if (gathering === 0) tell()
    },
    gather: () => {
      gathering += 1
      return {
        tell,
        end: () => {
          gathering -= 1
          if (gathering === 0) tell()
        },
      }
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    listeners: () => listeners.size,
  }
}
