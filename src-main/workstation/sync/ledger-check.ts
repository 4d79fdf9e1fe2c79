import { commandsResponseSchema } from '#shared/contract/wire.ts'
import type { CommandsResponse } from '#shared/contract/wire.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { bugPlace } from '../bug-place.ts'
import type { CommandStore } from '../db/commands.ts'
import type { Clock, Log, Random, Timers } from '../outside.ts'
import type { Next } from './backoff.ts'
import { backoffMs, startLoop } from './backoff.ts'
import type { CoreLine } from './core-client.ts'
import { askCore } from './core-client.ts'
import { decisionFromResult } from './outcomes.ts'

export interface LedgerCheckParts {
  readonly line: CoreLine
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Random
  readonly log: Log
  readonly deviceId: Id
  readonly commands: Pick<CommandStore, 'answered' | 'decide' | 'highestSeq' | 'resend' | 'unsentSeqs'>
  readonly inTransaction: (work: () => void) => void
  readonly token: () => string | undefined
  readonly onUnauthorised: (token: string, code: string) => void
  /** The ledger has numbers of this desk up to this one. */
  readonly onNumbers: (highest: number) => void
  /** Commands were decided. */
  readonly onDecided: () => void
  /** Commands the core had answered are to be sent again. */
  readonly onForgotten: () => void
  /** The outbox was made anew: the whole ledger is asked for, not only what is undecided here. */
  readonly isRestored: boolean
}

export interface LedgerCheck {
  /**
   * Somebody signed in, or the core is back: asks, if it has not answered since the start or the last `again`, or if it
   * answered commands that the feed has not brought yet: a core put back to an earlier copy knows nothing of them.
   */
  readonly wake: () => void
  /** The core was restored, or the numbers do not fit: asks for all of it once more. */
  readonly again: () => void
  readonly stop: () => Promise<void>
}

/**
 * Asks the core's ledger what it has of this desk: at the start for what is undecided here, after a lost outbox or a
 * restored core for everything. What it has decided need not be sent again, and its numbers are not given again; what it
 * had answered and knows no more goes out again (docs/adr/0006).
 */
export function startLedgerCheck(parts: LedgerCheckParts): LedgerCheck {
  const { commands, log, clock } = parts
  let from: number | undefined = parts.isRestored ? 0 : firstOpen()
  let failures = 0

  async function ask(): Promise<Next> {
    const token = parts.token()
    if (from === undefined || token === undefined || parts.line.address() === undefined) return { kind: 'idle' }
    const told = commands.answered()
    const query = new URLSearchParams({ device: parts.deviceId, from: String(from) })
    const path = `/sync/v1/commands?${query.toString()}`
    const answer = await askCore(parts.line, { method: 'GET', path, answer: commandsResponseSchema, token })
    if (answer.kind === 'ok') return take(answer.value, from, told)
    failures += 1
    if (answer.kind === 'refused' && (answer.status === 401 || answer.status === 403)) {
      parts.onUnauthorised(token, answer.code)
      return { kind: 'idle' }
    }
    return { kind: 'wait', ms: backoffMs(failures, parts.random) }
  }

  function take(page: CommandsResponse, begun: number, told: ReturnType<typeof commands.answered>): Next {
    failures = 0
    const highest = page.commands.reduce((max, { deviceSeq }) => Math.max(max, deviceSeq), 0)
    const onRecord = new Set(page.commands.map(({ result }) => result.id))
    let known = 0
    parts.inTransaction(() => {
      for (const { result } of page.commands) {
        if (result.result === 'blocked' || result.result === 'unknownType') continue
        if (commands.decide(decisionFromResult(result, clock.now()))) known += 1
      }
    })
    const forgotten = told
      .filter(({ id, deviceSeq }) => deviceSeq >= begun && (!page.more || deviceSeq <= highest) && !onRecord.has(id))
      .map(({ id }) => id)
    if (forgotten.length > 0) {
      log('core forgot', { commands: forgotten.length })
      parts.inTransaction(() => commands.resend(forgotten))
      parts.onForgotten()
    }
    parts.onNumbers(highest)
    if (known > 0) {
      log('ledger knew', { commands: known })
      parts.onDecided()
    }
    from = page.more ? highest + 1 : undefined
    return page.more ? { kind: 'again' } : { kind: 'idle' }
  }

  /** What lies before was decided already; what lies behind the last of this desk would be a surprise worth knowing. */
  function firstOpen(): number {
    return commands.unsentSeqs()[0] ?? commands.highestSeq() + 1
  }

  const loop = startLoop(parts.timers, ask, (error) => log('ledger check bug', { error: bugPlace(error) }))
  return {
    wake: () => {
      from ??= commands.answered()[0]?.deviceSeq
      loop.wake()
    },
    again: () => {
      from = 0
      loop.wake()
    },
    stop: loop.stop,
  }
}
