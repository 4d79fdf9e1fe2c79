import type { Result } from './result.ts'
import { ok, refuse } from './result.ts'

/** One row of a state machine: in `from`, on `event`, go to `to` if the named guard holds. */
export interface Row<State extends string, Event extends string, Facts> {
  readonly from: State
  readonly event: Event
  readonly to: State
  readonly guard?: { readonly name: string; readonly holds: (facts: Facts) => boolean }
}

/** A state machine as a table; rows are tried in order. */
export interface Machine<State extends string, Event extends string, Facts> {
  readonly name: string
  readonly states: readonly State[]
  readonly rows: readonly Row<State, Event, Facts>[]
}

/** Checks a table: every state named in a row exists. Throws at load time otherwise. */
export function defineMachine<State extends string, Event extends string, Facts = undefined>(
  machine: Machine<State, Event, Facts>,
): Machine<State, Event, Facts> {
  for (const row of machine.rows)
    if (!machine.states.includes(row.from) || !machine.states.includes(row.to))
      throw new Error(`machine ${machine.name} names an unknown state`)
  return machine
}

/** The state after an event, or why not: no such row, or the guard that refused. */
export function step<State extends string, Event extends string, Facts>(
  machine: Machine<State, Event, Facts>,
  state: State,
  event: Event,
  facts: Facts,
): Result<State> {
  const rows = machine.rows.filter((row) => row.from === state && row.event === event)
  if (rows.length === 0) return refuse('EVENT_NOT_ALLOWED', { machine: machine.name, state, event })
  const open = rows.find((row) => !row.guard || row.guard.holds(facts))
  if (open) return ok(open.to)
  return refuse('GUARD_REFUSED', { machine: machine.name, state, event, guard: rows[0]?.guard?.name ?? '' })
}

/** Whether a stored row may take an event. False for a state the machine has not: a newer core may know it, we do not. */
export function mayStep<State extends string, Event extends string, Facts>(
  machine: Machine<State, Event, Facts>,
  state: string,
  event: Event,
  facts: Facts,
): boolean {
  const known = machine.states.find((name) => name === state)
  return known !== undefined && step(machine, known, event, facts).ok
}
