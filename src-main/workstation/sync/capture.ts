import { commandDefinition } from '#shared/contract/commands.ts'
import type { CommandType } from '#shared/contract/commands.ts'
import type { Command } from '#shared/contract/wire.ts'
import { commandSchema } from '#shared/contract/wire.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import type { Id, Ids } from '#shared/kernel/ids.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import { bodyHashOf, createSigner } from '#shared/node/crypto.ts'
import { z } from 'zod'
import type { CommandStore, Kept } from '../db/commands.ts'
import type { Meta } from '../db/meta.ts'
import type { CaptureInput, Desk } from '../desk.ts'
import type { Clock, Log } from '../outside.ts'
import { storageProblemOf } from '../storage-problem.ts'
import type { Journal, JournalPosition, JournalRecord } from './journal.ts'

export interface CaptureParts {
  readonly inTransaction: (work: () => void) => void
  readonly commands: CommandStore
  readonly meta: Meta
  readonly journal: Journal
  readonly device: { readonly id: Id; readonly privateKey: string }
  readonly session: () => Session | undefined
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly reached: Reached
  /** The command is on disk twice. */
  readonly onCaptured: (kept: Kept) => void
}

export interface Capture {
  readonly capture: Desk['capture']
}

/**
 * Saves a command: journal and fsync, then the outbox, then whoever shows it (sync.md, "A command"). When it answers ok,
 * the command survives a power cut. The same id a second time changes nothing.
 */
export function createCapture(parts: CaptureParts): Capture {
  const { commands, meta, journal, clock, log, reached } = parts
  const sign = createSigner(parts.device.privateKey)
  let lastSeq = commands.highestSeq()

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
      // what the screen will call "not saved" must not come back at the next start
      const isUndone = position === undefined || journal.undo(position)
      if (!isUndone) lastSeq += 1
      const problem = storageProblemOf(error)
      log('capture failed', { id, problem: problem ?? 'bug', isUndone })
      if (problem === undefined) throw error
      return refuse(problem === 'DISK_FULL' ? 'DISK_FULL' : 'STORAGE_FAILED')
    }
    lastSeq += 1
    reached('capture.outboxCommitted')
    parts.onCaptured(kept)
    reached('capture.shown')
    return ok(id)
  }

  function keep(kept: Kept, position: JournalPosition): void {
    parts.inTransaction(() => {
      commands.add(kept)
      meta.set('journal', position)
      const highest = meta.get('highestTime') ?? 0
      if (kept.command.capturedAt > highest) meta.set('highestTime', kept.command.capturedAt)
      reached('capture.outboxInserted')
    })
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

  return { capture }
}

const recordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), scope: z.string(), command: commandSchema }),
  z.object({
    kind: z.literal('device'),
    device: z.object({ id: z.string(), privateKey: z.string(), publicKey: z.string() }),
  }),
])
type DeviceKeys = Extract<z.infer<typeof recordSchema>, { kind: 'device' }>['device']

function encodeKept(kept: Kept): Uint8Array {
  return Buffer.from(JSON.stringify({ kind: 'command', scope: kept.scope, command: kept.command }))
}

/** The desk's keys as a record of the journal: with them a lost outbox can be made anew. */
export function encodeDevice(device: DeviceKeys): Uint8Array {
  return Buffer.from(JSON.stringify({ kind: 'device', device }))
}

/** What records of the journal hold, sorted by kind; records that do not parse are counted, not thrown. */
export function decodeRecords(records: readonly JournalRecord[]): {
  readonly commands: readonly Kept[]
  readonly device: DeviceKeys | undefined
  readonly unreadable: number
} {
  const commands: Kept[] = []
  let device: DeviceKeys | undefined
  let unreadable = 0
  for (const record of records) {
    const parsed = recordSchema.safeParse(parseJson(record.payload))
    if (!parsed.success) unreadable += 1
    else if (parsed.data.kind === 'device') device = parsed.data.device
    else commands.push({ command: parsed.data.command, scope: parsed.data.scope })
  }
  return { commands, device, unreadable }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
