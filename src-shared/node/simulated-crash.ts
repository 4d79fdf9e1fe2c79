import type { CrashPoint, Reached } from './crash-points.ts'

/** Thrown through the program that is to die: nobody may answer it as a fault of disk or line. */
export interface SimulatedCrash extends Error {
  readonly point: CrashPoint
}

/** A crash of one desk or core among several in one process. */
export interface CrashPlan {
  /** Hand this in as `reached`. */
  readonly reached: Reached
  /** Where it died; undefined while it lives. Its line and timers must be cut by whoever handed them in. */
  readonly diedAt: () => CrashPoint | undefined
}

/**
 * Dies at the n-th time a step is reached. `onDeath` runs at this very instant, in the middle of the step: copy the
 * files away there, for that copy is what a killed process leaves. From then on every step of the dead one throws, so
 * that none of its durable steps is taken; what it still writes goes to files that nobody opens again.
 */
export function planCrash(at: CrashPoint, time: number, onDeath: (point: CrashPoint) => void): CrashPlan {
  let met = 0
  let died: CrashPoint | undefined
  return {
    diedAt: () => died,
    reached: (point) => {
      if (died === undefined) {
        if (point === at) met += 1
        if (point !== at || met < time) return
        died = point
        onDeath(point)
      }
      throw simulatedCrash(died)
    },
  }
}

/** Whether an error is the death of a simulated program. */
export function isSimulatedCrash(error: unknown): error is SimulatedCrash {
  return error instanceof Error && error.name === 'SimulatedCrash'
}

function simulatedCrash(point: CrashPoint): SimulatedCrash {
  return Object.assign(new Error(`died at ${point}`), { name: 'SimulatedCrash', point })
}
