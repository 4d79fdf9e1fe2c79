import type { Scheduler } from './scheduler.ts'

/** A clock of one machine: virtual time and what it is off by. */
export interface JumpingClock {
  readonly now: () => number
  readonly jump: (ms: number) => void
  readonly setRight: () => void
}

/** A clock that may be set forward and back while timers go on in true time. */
export function jumpingClock(scheduler: Scheduler): JumpingClock {
  let offBy = 0
  return {
    now: () => scheduler.now() + offBy,
    jump: (ms) => {
      offBy += ms
    },
    setRight: () => {
      offBy = 0
    },
  }
}

/** Something that can die, and what of it must not go on after that. */
export interface Life {
  readonly isOver: () => boolean
  /** Rejects when it dies. */
  readonly over: Promise<never>
  readonly end: () => void
  /** Runs only while it lives. */
  readonly timers: {
    readonly after: (ms: number, run: () => void | Promise<void>) => () => void
  }
}

/** The error that whatever a dead program still tries ends in. */
export function died(): Error {
  return Object.assign(new Error('the program is dead'), { code: 'DIED' })
}

/** A new life in virtual time. */
export function openLife(scheduler: Scheduler): Life {
  let isOver = false
  let reject: (reason: Error) => void = () => undefined
  const over = new Promise<never>((_resolve, fail) => {
    reject = fail
  })
  over.catch(() => undefined) // nobody may be waiting
  return {
    isOver: () => isOver,
    over,
    end: () => {
      isOver = true
      reject(died())
    },
    timers: {
      after: (ms, run) =>
        scheduler.after(ms, async () => {
          if (isOver) return
          // what is under way when it dies is never waited for
          await Promise.race([Promise.resolve(run()), over]).catch((error: unknown) => {
            if (!isOver) throw error
          })
        }),
    },
  }
}
