/** Kinds of tasks an order for one line decomposes into; each is a sentence in text/ (`task.KIND`). */
export const taskKinds = ['orderAccepted', 'numberAssigned', 'simRegistered', 'callsAndSms', 'data', 'billing'] as const
export type TaskKind = (typeof taskKinds)[number]

export interface PlannedTask {
  readonly kind: TaskKind
  readonly position: number
  /** Milliseconds after submission the task should begin and end. */
  readonly startsAfterMs: number
  readonly endsAfterMs: number
}

/** How long each kind is planned to take, in ms; data of the market (a rule file may override). */
export type TaskDurations = Readonly<Record<TaskKind, number>>

/** Decomposes a line's order into its tasks, one after the other. A fixed line has no SIM, calls are its voice. */
export function decompose(segment: 'mobile' | 'fixed', durations: TaskDurations): readonly PlannedTask[] {
  const kinds = taskKinds.filter((kind) => segment === 'mobile' || kind !== 'simRegistered')
  let at = 0
  return kinds.map((kind, position) => {
    const startsAfterMs = at
    at += durations[kind]
    return { kind, position, startsAfterMs, endsAfterMs: at }
  })
}
