import type { Machine } from '#shared/kernel/machine.ts'
import { step } from '#shared/kernel/machine.ts'
import type { Result } from '#shared/kernel/result.ts'

/** The state of a stored row after an event, by its machine. Throws when the row holds a state the machine has not. */
export function move<State extends string, Event extends string, Facts>(
  machine: Machine<State, Event, Facts>,
  state: string,
  event: Event,
  facts: Facts,
): Result<State> {
  return step(machine, stateOf(machine, state), event, facts)
}

/** As `move`, where the caller has made sure that the event is allowed: a refusal is a bug and throws. */
export function mustMove<State extends string, Event extends string, Facts>(
  machine: Machine<State, Event, Facts>,
  state: string,
  event: Event,
  facts: Facts,
): State {
  const moved = move(machine, state, event, facts)
  if (!moved.ok) throw new Error(`${machine.name}: ${event} is not allowed in ${state}`)
  return moved.value
}

/** Whether an event would be allowed. */
export function mayMove<State extends string, Event extends string, Facts>(
  machine: Machine<State, Event, Facts>,
  state: string,
  event: Event,
  facts: Facts,
): boolean {
  return move(machine, state, event, facts).ok
}

/** States nothing leads out of. */
export function finalStates<State extends string, Event extends string, Facts>(
  machine: Machine<State, Event, Facts>,
): readonly State[] {
  return machine.states.filter((state) => !machine.rows.some((row) => row.from === state))
}

/** Whether nothing leads out of a stored row's state. */
export function isFinal<State extends string, Event extends string, Facts>(
  machine: Machine<State, Event, Facts>,
  state: string,
): boolean {
  return finalStates(machine).includes(stateOf(machine, state))
}

function stateOf<State extends string, Event extends string, Facts>(
  machine: Machine<State, Event, Facts>,
  state: string,
): State {
  const known = machine.states.find((name) => name === state)
  if (known === undefined) throw new Error(`${machine.name} has no state ${state}`)
  return known
}
