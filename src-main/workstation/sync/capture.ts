import { commandDefinition } from '#shared/contract/commands.ts'
import type { CommandType } from '#shared/contract/commands.ts'
import type { Command } from '#shared/contract/wire.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import type { Id, Ids } from '#shared/kernel/ids.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import { bodyHashOf, createSigner } from '#shared/node/crypto.ts'
import type { CommandStore, Kept } from '../db/commands.ts'
import type { Meta } from '../db/meta.ts'
import { isDamage } from '../db/open-outbox.ts'
import type { CaptureInput, Desk } from '../desk.ts'
import type { Clock, Log } from '../outside.ts'
import { storageProblemOf } from '../storage-problem.ts'
import type { Journal, JournalPosition } from './journal.ts'
import { mayRemain } from './journal.ts'
import { encodeKept } from './journal-records.ts'

export interface CaptureParts {
  /** A transaction that need not be synced by itself: the journal has what it writes. */
  readonly inUnsynced: (work: () => void) => void
  readonly commands: CommandStore
  readonly meta: Meta
  readonly journal: Journal
  readonly device: { readonly id: Id; readonly privateKey: string }
  readonly session: () => Session | undefined
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly reached: Reached
  /** A page of the outbox does not open any more. */
  readonly onDamaged?: (() => void) | undefined
  /** The command is in the journal for good, and in the outbox. */
  readonly onCaptured: (kept: Kept) => void
}

export interface Capture {
  readonly capture: Desk['capture']
  /** The core has another command of this desk under the number of this one: it is kept again, unchanged, under a new one. */
  readonly renumber: (id: Id) => void
  /** The core knows numbers up to this one: new ones begin behind it. */
  readonly numbersUsed: (highest: number) => void
}

/**
 * Saves a command: journal and fsync, then the outbox, then whoever shows it (sync.md, "A command"). When it answers ok,
 * the command survives a power cut, as a start puts back into the outbox what only the journal has (docs/adr/0012). The
 * same id a second time changes nothing.
 */
export function createCapture(parts: CaptureParts): Capture {
  const { commands, meta, journal, clock, log, reached } = parts
  const sign = createSigner(parts.device.privateKey)
  let lastSeq = Math.max(commands.highestSeq(), meta.get('sequence') ?? 0)

  function capture<T extends CommandType>(input: CaptureInput<T>): ReturnType<Desk['capture']> {
    const session = parts.session()
    if (!session) return refuse('NOT_SIGNED_IN')
    const definition = commandDefinition(input.type)
    if (!definition.roles.includes(session.role)) return refuse('NOT_ALLOWED')
    const id = input.id ?? parts.ids.next()
    if (commands.has(id)) return ok(id)

    const kept: Kept = { command: complete(id, input, session, lastSeq + 1), scope: session.scope }
    let position: JournalPosition | undefined
    try {
      reached('capture.begun')
      position = journal.append(encodeKept(kept))
      keep(kept, position)
    } catch (error) {
      // what the screen will call "not saved" must not come back at the next start, nor its number be given twice
      const isUndone = position === undefined ? !mayRemain(error) : journal.undo(position)
      if (!isUndone) lastSeq += 1
      const problem = storageProblemOf(error)
      log('capture failed', { id, problem: problem ?? 'bug', isUndone })
      if (isDamage(error)) parts.onDamaged?.()
      if (problem === undefined) throw error
      return refuse(problem === 'DISK_FULL' || problem === 'FILE_LOCKED' ? problem : 'STORAGE_FAILED')
    }
    lastSeq += 1
    reached('capture.outboxCommitted')
    parts.onCaptured(kept)
    reached('capture.shown')
    return ok(id)
  }

  function keep(kept: Kept, position: JournalPosition): void {
    parts.inUnsynced(() => {
      commands.add(kept)
      meta.set('journal', position)
      meta.keepNoted()
      const highest = meta.get('highestTime') ?? 0
      if (kept.command.capturedAt > highest) meta.set('highestTime', kept.command.capturedAt)
      reached('capture.outboxInserted')
    })
  }

  function renumber(id: Id): void {
    const kept = commands.kept(id)
    if (!kept) return
    const { signature: _former, ...rest } = kept.command
    const unsigned = { ...rest, deviceSeq: lastSeq + 1 }
    const again = { ...kept, command: { ...unsigned, signature: sign(unsigned) } }
    lastSeq += 1
    const position = journal.append(encodeKept(again))
    parts.inUnsynced(() => {
      commands.replace(again)
      meta.set('journal', position)
    })
    log('number used before', { id, deviceSeq: kept.command.deviceSeq, now: lastSeq })
  }

  function numbersUsed(highest: number): void {
    if (highest <= lastSeq) return
    log('core knows higher numbers', { highest, lastSeq })
    lastSeq = highest
    meta.set('sequence', highest)
  }

  function complete<T extends CommandType>(
    id: Id,
    input: CaptureInput<T>,
    session: Session,
    deviceSeq: number,
  ): Command {
    const definition = commandDefinition(input.type)
    // a body that fits its schema is JSON: commands' schemas hold nothing else
    const body = definition.body.parse(input.body) as Command['body']
    const touches = [...new Set(definition.touches(body))].sort()
    const before = touches.flatMap((aggregate) => commands.lastTouching(aggregate) ?? [])
    const unsigned: Omit<Command, 'signature'> = {
      id,
      deviceId: parts.device.id,
      deviceSeq,
      type: input.type,
      version: definition.version,
      touches,
      after: [...new Set(before)],
      needs: [...(input.needs ?? [])],
      base: { ...input.base },
      body,
      bodyHash: bodyHashOf(body),
      actor: { userId: session.userId, name: session.name, role: session.role, deskName: session.deskName },
      capturedAt: clock.now(),
      resolves: input.resolves ?? null,
      blobs: [...(input.blobs ?? [])],
    }
    return { ...unsigned, signature: sign(unsigned) }
  }

  return { capture, renumber, numbersUsed }
}
