/** Kinds of tasks an order for one line decomposes into; each is a sentence in text/ (`task.KIND`). */
export const taskKinds = [
  'orderAccepted',
  'appointment',
  'lineOrdered',
  'technician',
  'numberAssigned',
  'simRegistered',
  'callsAndSms',
  'boxRegistered',
  'calls',
  'data',
  'internet',
  'billing',
] as const
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

/** What kind of line an order is for; `access`: how a fixed line reaches the house (fibre, dsl, radio). */
export interface LineKind {
  readonly isMobile: boolean
  readonly hasNumber: boolean
  readonly access: string
}

/**
 * Decomposes a line's order into its tasks, one after the other. A mobile line needs a number, a SIM and the services on
 * it. A fixed line by fibre or copper needs an appointment, the line itself and a technician; a radio box comes by post and
 * is registered instead. Its voice is a task where it has a number.
 */
export function decompose(line: LineKind, durations: TaskDurations): readonly PlannedTask[] {
  const kinds = line.isMobile ? mobileTasks : fixedTasks(line)
  let at = 0
  return kinds.map((kind, position) => {
    const startsAfterMs = at
    at += durations[kind]
    return { kind, position, startsAfterMs, endsAfterMs: at }
  })
}

const mobileTasks: readonly TaskKind[] = [
  'orderAccepted',
  'numberAssigned',
  'simRegistered',
  'callsAndSms',
  'data',
  'billing',
]

function fixedTasks({ hasNumber, access }: LineKind): readonly TaskKind[] {
  return [
    'orderAccepted',
    ...(access === 'radio' ? (['boxRegistered'] as const) : (['appointment', 'lineOrdered', 'technician'] as const)),
    ...(hasNumber ? (['numberAssigned', 'calls'] as const) : []),
    'internet',
    'billing',
  ]
}
