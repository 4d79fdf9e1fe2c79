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
  readonly keep: (decision: HeldDecision) => void
  /** Takes one back; false when it was sent already. */
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
}

/**
 * The ten seconds of a decision. What a crash left is sent by the next start, as soon as its person sits at the desk: a
 * command is captured in the name of whoever is signed in. Captured before it is forgotten, under one id: twice is once.
 */
export function heldDecisions({ meta, clock, timers, session, capture, changed }: HeldDecisionParts): HeldDecisions {
  let cancel = (): void => {}
  const all = (): readonly HeldDecision[] => meta.get('decisions') ?? []
  const mine = (): readonly HeldDecision[] => {
    const userId = session()?.userId
    return all().filter((one) => one.userId === userId)
  }
  const forget = (id: Id): void =>
    meta.set(
      'decisions',
      all().filter(({ heldId }) => heldId !== id),
    )

  function send(due: readonly HeldDecision[]): void {
    for (const { heldId: id, command } of due) {
      // a full disk keeps it here: the next wake tries again
      const { type, body } = command
      const sent = type === 'dispute.decideDispute' ? capture({ id, type, body }) : capture({ id, type, body })
      if (sent.ok) forget(id)
    }
    if (due.length > 0) changed('decision', 'dispute', 'desk')
  }

  function wake(): void {
    cancel()
    const now = clock.now()
    // a clock that was set back does not make anyone wait longer than the seconds it had
    send(mine().filter(({ until, takenAt }) => until <= now || takenAt > now))
    const next = Math.min(...mine().map(({ until }) => until))
    if (Number.isFinite(next)) cancel = timers.after(Math.max(minWaitMs, next - now), wake)
  }

  return {
    list: mine,
    keep: (decision) => {
      meta.set('decisions', [...all(), decision])
      wake()
      changed('decision')
    },
    takeBack: (id) => {
      if (!mine().some(({ heldId }) => heldId === id)) return false
      forget(id)
      changed('decision')
      return true
    },
    sendAll: () => send(mine()),
    wake,
    stop: () => cancel(),
  }
}

const minWaitMs = 20
