import type { HeldDecision } from '#shared/domain/dispute/decision-contract.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Meta } from './db/meta.ts'
import type { Desk } from './desk.ts'
import type { Clock, Timers } from './outside.ts'

/** Decisions that can be taken back: kept on disk until their seconds are over, then captured under the id they have. */
export interface HeldDecisions {
  /** Of whoever sits here, the latest last. */
  readonly list: () => readonly HeldDecision[]
  /** The last ones that were sent by whoever sits here; what became of each the outbox knows. */
  readonly sent: () => readonly HeldDecision[]
  readonly keep: (decision: HeldDecision) => void
  /** Takes one back with those decided together with it; false when it was sent already. */
  readonly takeBack: (id: Id) => boolean
  /** Sends those of whoever sits here at once: they leave the desk. */
  readonly sendAll: () => void
  /** Sends what is over, and waits for the rest; also after somebody signed in. */
  readonly wake: () => void
  readonly stop: () => void
}

export interface HeldDecisionParts {
  readonly meta: Pick<Meta, 'get' | 'set'>
  readonly clock: Pick<Clock, 'now'>
  readonly timers: Timers
  readonly session: () => Session | undefined
  readonly capture: Desk['capture']
  readonly changed: (...topics: readonly string[]) => void
  /** Whether decisions are over and cannot be saved as commands: a full disk, mostly. */
  readonly onStuck: (isStuck: boolean) => void
}

/**
 * The ten seconds of a decision. What a crash left is sent by the next start, as soon as its person sits at the desk: a
 * command is captured in the name of whoever is signed in. Captured before it is forgotten, under one id: twice is once.
 */
export function heldDecisions(parts: HeldDecisionParts): HeldDecisions {
  const { meta, clock, timers, session, capture, changed, onStuck } = parts
  let cancel = (): void => {}
  const all = (): readonly HeldDecision[] => meta.get('decisions') ?? []
  const sent = (): readonly HeldDecision[] => meta.get('sentDecisions') ?? []
  const ofMine = (some: readonly HeldDecision[]): readonly HeldDecision[] => {
    const userId = session()?.userId
    return some.filter((one) => one.userId === userId)
  }
  const mine = (): readonly HeldDecision[] => ofMine(all())
  const forget = (id: Id): void =>
    meta.set(
      'decisions',
      all().filter(({ heldId }) => heldId !== id),
    )

  /** Whether all of them are captured; what a full disk refused stays here. */
  function send(due: readonly HeldDecision[]): boolean {
    const failed = due.filter((one) => {
      const { heldId: id, command } = one
      const { type, body } = command
      const captured = type === 'dispute.decideDispute' ? capture({ id, type, body }) : capture({ id, type, body })
      if (!captured.ok) return true
      meta.set('sentDecisions', [...sent().filter(({ heldId }) => heldId !== id), one].slice(-sentKept))
      forget(id)
      return false
    })
    if (due.length > 0) {
      onStuck(failed.length > 0)
      changed('decision', 'dispute', 'adjustment', 'desk')
    }
    return failed.length === 0
  }

  function wake(): void {
    cancel()
    const now = clock.now()
    // a clock that was set back does not make anyone wait longer than the seconds it had
    const isSent = send(mine().filter(({ until, takenAt }) => until <= now || takenAt > now))
    const next = Math.min(...mine().map(({ until }) => until))
    const waitMs = isSent ? minWaitMs : stuckWaitMs
    if (Number.isFinite(next)) cancel = timers.after(Math.max(waitMs, next - now), wake)
  }

  return {
    list: mine,
    sent: () => ofMine(sent()),
    keep: (decision) => {
      meta.set('decisions', [...all(), decision])
      wake()
      changed('decision', 'adjustment')
    },
    takeBack: (id) => {
      const one = mine().find(({ heldId }) => heldId === id)
      if (!one) return false
      const isOfIt = (other: HeldDecision): boolean => (other.groupId ?? null) !== null && other.groupId === one.groupId
      for (const { heldId } of mine().filter((other) => other.heldId === id || isOfIt(other))) forget(heldId)
      changed('decision', 'adjustment')
      return true
    },
    sendAll: () => void send(mine()),
    wake,
    stop: () => cancel(),
  }
}

const minWaitMs = 20
/** A disk that was full a moment ago is asked again so much later. */
const stuckWaitMs = 2000
/** More than one takes in the seconds, or the hours without the core, that a decision needs to be booked. */
const sentKept = 200
