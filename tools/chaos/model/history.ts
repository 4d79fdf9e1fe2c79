import type { Bug, ModelCommand, ModelCore, ModelDesk, Push } from './protocol.ts'
import { decide, emptyCore, emptyDesk, hear, pull, seenOn } from './protocol.ts'

/** One thing that happens; numbers are taken modulo what there is. */
export type Event =
  | { readonly kind: 'capture'; readonly desk: number; readonly aggregate: number; readonly add: number }
  | { readonly kind: 'send'; readonly desk: number; readonly limit: number }
  /** A push arrives; `again` leaves it on its way for another time, `isHeard` brings the answer back. */
  | { readonly kind: 'arrive'; readonly push: number; readonly again: boolean; readonly isHeard: boolean }
  | { readonly kind: 'pull'; readonly desk: number; readonly diesBetween: boolean }
  | { readonly kind: 'die'; readonly desk: number }
  | { readonly kind: 'copy' }
  | { readonly kind: 'restore' }

interface State {
  readonly core: ModelCore
  readonly desks: readonly ModelDesk[]
  readonly onTheWay: readonly Push[]
  readonly copy: ModelCore | undefined
  readonly made: number
}

const desks = 3

/** Plays a history, looks at the invariants after every step, then lets everything drain. Gives what did not hold. */
export function play(events: readonly Event[], bug: Bug): string | undefined {
  let state: State = {
    core: emptyCore,
    desks: Array.from({ length: desks }, () => emptyDesk),
    onTheWay: [],
    copy: undefined,
    made: 0,
  }
  for (const event of events) {
    state = step(state, event, bug)
    const wrong = wrongIn(state)
    if (wrong !== undefined) return wrong
  }
  return wrongIn(drained(state, bug)) ?? wrongAtRest(drained(state, bug))
}

function step(state: State, event: Event, bug: Bug): State {
  switch (event.kind) {
    case 'capture':
      return capture(state, event)
    case 'send':
      return send(state, event.desk % desks, event.limit)
    case 'arrive': {
      const push = state.onTheWay[event.push % Math.max(1, state.onTheWay.length)]
      return push ? arrive(state, push, event, bug) : state
    }
    case 'pull': {
      const at = event.desk % desks
      return withDesk(state, at, (desk) => pull(desk, at, state.core, bug, event.diesBetween))
    }
    case 'die':
      return withDesk(state, event.desk % desks, (desk) => ({ ...desk, waitsFor: undefined }))
    case 'copy':
      return { ...state, copy: state.core }
    case 'restore':
      return state.copy ? { ...state, core: { ...state.copy, epoch: state.core.epoch + 1 } } : state
    default:
      return event satisfies never
  }
}

function capture(state: State, { desk, aggregate, add }: Extract<Event, { kind: 'capture' }>): State {
  const at = desk % desks
  const command: ModelCommand = { id: `c${state.made}`, desk: at, aggregate, add }
  const kept = { command, state: 'captured' } as const
  return { ...withDesk(state, at, (one) => ({ ...one, outbox: [...one.outbox, kept] })), made: state.made + 1 }
}

function send(state: State, at: number, limit: number): State {
  const desk = state.desks[at]
  const commands = (desk?.outbox ?? []).filter((kept) => kept.state === 'captured').map(({ command }) => command)
  if (!desk || commands.length === 0) return state
  const push = { number: state.made, desk: at, epoch: desk.mirror.epoch, commands: commands.slice(0, limit) }
  const waiting = withDesk(state, at, (one) => ({ ...one, waitsFor: push.number }))
  return { ...waiting, onTheWay: [...state.onTheWay, push], made: state.made + 1 }
}

function arrive(
  state: State,
  push: Push,
  how: { readonly again: boolean; readonly isHeard: boolean },
  bug: Bug,
): State {
  const { core, isTaken } = decide(state.core, push, bug)
  const left = how.again ? state.onTheWay : state.onTheWay.filter((one) => one !== push)
  const next = { ...state, core, onTheWay: left }
  return isTaken && how.isHeard ? withDesk(next, push.desk, (desk) => hear(desk, core, push)) : next
}

/** The faults stop: each desk reads, sends what it has, and reads again. */
function drained(state: State, bug: Bug): State {
  let next: State = { ...state, onTheWay: [] }
  for (let round = 0; round < 2; round += 1)
    for (let at = 0; at < desks; at += 1) {
      next = step(next, { kind: 'pull', desk: at, diesBetween: false }, bug)
      next = send(next, at, 100)
      next = step(next, { kind: 'arrive', push: 0, again: false, isHeard: true }, bug)
    }
  for (let at = 0; at < desks; at += 1) next = step(next, { kind: 'pull', desk: at, diesBetween: false }, bug)
  return next
}

function wrongIn({ core, desks: all }: State): string | undefined {
  const commands = new Map(all.flatMap((desk) => desk.outbox.map(({ command }) => [command.id, command] as const)))
  const sums = sumsOf([...core.ledger].filter(([, outcome]) => outcome === 'applied').map(([id]) => commands.get(id)))
  for (const [aggregate, sum] of core.sums) if (sum !== (sums.get(aggregate) ?? 0)) return `I2: ${aggregate} is ${sum}`
  for (const [at, desk] of all.entries()) {
    const { mirror } = desk
    if (mirror.epoch !== core.epoch) continue
    const covered = core.changes.filter((change) => change.at <= mirror.cursor)
    const expected = sumsOf(covered.filter(({ outcome }) => outcome === 'applied').map(({ id }) => commands.get(id)))
    for (const aggregate of new Set([...expected.keys(), ...mirror.sums.keys()]))
      if ((expected.get(aggregate) ?? 0) !== (mirror.sums.get(aggregate) ?? 0)) return `I4: desk ${at}, ${aggregate}`
    const inMirror = new Set(covered.map(({ id }) => id))
    const twice = seenOn(desk).folded.find(({ id }) => inMirror.has(id))
    if (twice) return `I7: desk ${at} sees ${twice.id} twice`
  }
  return undefined
}

function wrongAtRest({ core, desks: all }: State): string | undefined {
  for (const [at, desk] of all.entries())
    for (const { command, state } of desk.outbox) {
      if (state === 'captured') return `I10: desk ${at} still holds ${command.id}`
      if (core.ledger.get(command.id) !== state)
        return `I1: ${command.id} is ${state}, in the ledger ${core.ledger.get(command.id)}`
    }
  return undefined
}

function sumsOf(commands: readonly (ModelCommand | undefined)[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (const command of commands)
    if (command) sums.set(command.aggregate, (sums.get(command.aggregate) ?? 0) + command.add)
  return sums
}

function withDesk(state: State, at: number, change: (desk: ModelDesk) => ModelDesk): State {
  return { ...state, desks: state.desks.map((desk, index) => (index === at ? change(desk) : desk)) }
}
