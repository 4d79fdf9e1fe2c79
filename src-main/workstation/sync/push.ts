import { z } from 'zod'
import type { PushRequest, PushResult } from '#shared/contract/wire.ts'
import { pushLimit, pushResponseSchema } from '#shared/contract/wire.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import { bugPlace } from '../bug-place.ts'
import type { BlobList } from '../db/blob-list.ts'
import type { CommandStore, Kept } from '../db/commands.ts'
import type { Clock, Log, Random, Timers } from '../outside.ts'
import type { Loop, Next } from './backoff.ts'
import { backoffMs, startLoop } from './backoff.ts'
import type { Blobs } from './blobs.ts'
import type { CoreAnswer, CoreLine } from './core-client.ts'
import { askCore } from './core-client.ts'
import { decisionFromResult } from './outcomes.ts'
import { nextBatch } from './push-batch.ts'
import type { Reach } from './reach.ts'

export interface PushParts {
  readonly line: CoreLine
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Random
  readonly log: Log
  readonly reach: Reach
  readonly deviceId: Id
  readonly commands: CommandStore
  readonly blobs: Blobs
  readonly blobList: BlobList
  readonly inTransaction: (work: () => void) => void
  /** Any sign-in of this desk the core may take. */
  readonly token: () => string | undefined
  readonly onUnauthorised: (token: string, code: string) => void
  readonly epoch: () => string | null
  readonly onEpoch: (epoch: string) => void
  /** Commands are blocked, under way or no longer so. */
  readonly onChange: () => void
  /** Commands were decided or quarantined. */
  readonly onDecided: () => void
  readonly onDrained: () => void
  /** The ledger has another command of this desk under its number: it must be numbered anew. */
  readonly onNumberUsed: (id: Id) => void
  readonly reached: Reached
}

export interface Push {
  /** Somebody signed in, or the core is back: push now. */
  readonly wake: () => void
  /** A command was captured: push now, unless the core is known to be away; then the next try takes it along. */
  readonly captured: () => void
  /** The feed decided something: what was blocked may be free. */
  readonly decided: () => void
  readonly sending: ReadonlySet<Id>
  readonly blocked: ReadonlySet<Id>
  readonly stop: () => Promise<void>
}

/** Both sets are filled by the push and read by the outbox; made before either. */
export interface PassingSets {
  readonly sending: Set<Id>
  readonly blocked: Set<Id>
}

const blockedWaitMs = 30_000
const unsupportedWaitMs = 30_000

/** Sends what is in the outbox: attachments first, then commands in batches, each answered on its own (sync.md, "Push"). */
export function startPush(parts: PushParts, passing: PassingSets): Push {
  const { commands, reach, log, clock, random, reached } = parts
  const heldBack = new Set<Id>()
  let failures = 0
  let limit: number = pushLimit

  async function pushOnce(): Promise<Next> {
    const token = parts.token()
    if (token === undefined || parts.line.address() === undefined) return { kind: 'idle' }
    const queue = commands.queue()
    const batch = nextBatch(queue, commands, { limit, heldBack })
    showBlocked(batch.blocked)
    if (batch.commands.length === 0) return rest(queue.length)
    const attachments = await sendBlobs(batch.commands, token)
    if (attachments) return attachments
    replace(
      passing.sending,
      batch.commands.map(({ command }) => command.id),
    )
    parts.onChange()
    try {
      reached('push.chosen')
      return answered(batch.commands, token, await ask(batch.commands, token))
    } finally {
      passing.sending.clear()
      parts.onChange()
    }
  }

  function rest(queued: number): Next {
    if (queued === 0) parts.onDrained()
    if (heldBack.size === 0) return { kind: 'idle' }
    // the core may have come by what it missed without this desk hearing of it
    heldBack.clear()
    return { kind: 'wait', ms: blockedWaitMs }
  }

  function ask(batch: readonly Kept[], token: string) {
    const sent = new Set(batch.map(({ command }) => command.deviceSeq))
    const json: PushRequest = {
      epoch: parts.epoch(),
      deviceId: parts.deviceId,
      commands: batch.map(({ command }) => command),
      held: commands
        .unsentSeqs()
        .filter((sequence) => !sent.has(sequence))
        .slice(0, 10_000),
    }
    return askCore(parts.line, {
      method: 'POST',
      path: '/sync/v1/push',
      answer: pushResponseSchema,
      token,
      json,
      timeoutMs: 30_000,
    })
  }

  function answered(
    batch: readonly Kept[],
    token: string,
    answer: CoreAnswer<z.infer<typeof pushResponseSchema>>,
  ): Next {
    if (answer.kind === 'unreachable') return failed(answer.reason)
    reach.ok()
    if (answer.kind === 'refused') return refused(batch, token, answer)
    reached('push.answered')
    const used = answer.value.results.filter(isNumberUsed).map(({ id }) => id)
    const byId = new Map(answer.value.results.map((result) => [result.id, result]))
    let moved = 0
    parts.inTransaction(() => {
      for (const kept of batch) {
        const result = byId.get(kept.command.id)
        if (result && !isNumberUsed(result) && take(kept, result)) moved += 1
      }
      reached('push.decided')
    })
    reached('push.committed')
    for (const id of used) parts.onNumberUsed(id)
    if (moved > 0) parts.onDecided()
    parts.onEpoch(answer.value.epoch)
    if (moved === 0 && batch.every(({ command }) => !byId.has(command.id))) return failed('unanswered')
    if (moved === 0 && used.length > 0) return { kind: 'wait', ms: backoffMs((failures += 1), random) }
    failures = 0
    limit = pushLimit
    return { kind: 'again' }
  }

  /** One command's answer into the outbox; true when it is settled on this side. */
  function take(kept: Kept, result: PushResult): boolean {
    switch (result.result) {
      case 'applied':
      case 'rejected':
      case 'conflict':
      case 'needsApproval':
        commands.decide(decisionFromResult(result, clock.now()))
        heldBack.clear()
        return true
      case 'blocked':
        heldBack.add(result.id)
        if (result.by.includes(result.id)) for (const hash of kept.command.blobs) parts.blobList.unsent(hash)
        return false
      case 'unknownType':
        log('command quarantined', { id: result.id, code: 'UNKNOWN_TYPE' })
        commands.quarantine(result.id, 'UNKNOWN_TYPE')
        return true
      default:
        return assertNever(result)
    }
  }

  function refused(
    batch: readonly Kept[],
    token: string,
    answer: Extract<CoreAnswer<never>, { kind: 'refused' }>,
  ): Next {
    log('push refused', { status: answer.status, code: answer.code, commands: batch.length })
    switch (answer.status) {
      case 401:
      case 403:
        parts.onUnauthorised(token, answer.code)
        return parts.token() === undefined || parts.token() === token ? { kind: 'idle' } : { kind: 'again' }
      case 409: {
        const epoch = answer.details['epoch']
        if (typeof epoch !== 'string') return failed(answer.code)
        parts.onEpoch(epoch)
        return { kind: 'again' }
      }
      case 400:
      case 413:
      case 422:
        return smaller(batch, answer.code)
      case 410:
        return { kind: 'wait', ms: unsupportedWaitMs }
      default:
        failures += 1
        return { kind: 'wait', ms: answer.retryAfterMs ?? backoffMs(failures, random) }
    }
  }

  /** Finds the one command the core cannot take, and sets it aside: visible, and in nobody else's way. */
  function smaller(batch: readonly Kept[], code: string): Next {
    const only = batch.length === 1 ? batch[0] : undefined
    if (only) {
      log('command quarantined', { id: only.command.id, code })
      commands.quarantine(only.command.id, code)
      parts.onDecided()
      limit = pushLimit
    } else limit = Math.max(1, Math.floor(batch.length / 2))
    return { kind: 'again' }
  }

  /** Sends attachments the core does not have; an answer means that this round is over. */
  async function sendBlobs(batch: readonly Kept[], token: string): Promise<Next | undefined> {
    for (const { command } of batch)
      for (const hash of command.blobs) {
        if (parts.blobList.isSent(hash)) continue
        const bytes = parts.blobs.read(hash)
        if (!bytes) {
          log('attachment missing', { id: command.id })
          heldBack.add(command.id)
          return { kind: 'again' }
        }
        const answer = await askCore(parts.line, {
          method: 'PUT',
          path: `/sync/v1/blobs/${hash}`,
          answer: z.unknown(),
          token,
          bytes,
          timeoutMs: 60_000,
        })
        if (answer.kind === 'unreachable') return failed(answer.reason)
        reach.ok()
        if (answer.kind === 'ok') {
          reached('blob.sent')
          parts.blobList.sent(hash, clock.now())
          reached('blob.noted')
        } else if (answer.status === 413 || answer.status === 422 || answer.status === 400) {
          heldBack.add(command.id)
          return { kind: 'again' }
        } else return refused([], token, answer)
      }
    return undefined
  }

  function failed(reason: string): Next {
    failures += 1
    log('push failed', { reason, failures })
    reach.failed()
    return { kind: 'wait', ms: backoffMs(failures, random) }
  }

  function showBlocked(next: ReadonlySet<Id>): void {
    const isSame = next.size === passing.blocked.size && [...next].every((id) => passing.blocked.has(id))
    if (isSame) return
    replace(passing.blocked, [...next])
    parts.onChange()
  }

  const loop: Loop = startLoop(parts.timers, pushOnce, (error) => log('push bug', { error: bugPlace(error) }))
  return {
    wake: () => {
      failures = 0
      loop.wake()
    },
    captured: () => {
      if (reach.isOnline() || failures === 0) loop.wake()
    },
    decided: () => {
      heldBack.clear()
      loop.wake()
    },
    ...passing,
    stop: loop.stop,
  }
}

function replace<T>(set: Set<T>, values: readonly T[]): void {
  set.clear()
  for (const value of values) set.add(value)
}

/** Never stored in the ledger, and no outcome: this desk's counting has to give way (a lost outbox, a copied profile). */
function isNumberUsed(result: PushResult): boolean {
  return result.result === 'rejected' && result.code === 'NUMBER_SEQUENCE_REUSED'
}
