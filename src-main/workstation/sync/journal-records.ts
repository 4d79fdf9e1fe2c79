import { commandSchema } from '#shared/contract/wire.ts'
import { z } from 'zod'
import type { Kept } from '../db/commands.ts'
import type { JournalRecord } from './journal.ts'

const recordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), scope: z.string(), command: commandSchema }),
  z.object({
    kind: z.literal('device'),
    device: z.object({ id: z.string(), privateKey: z.string(), publicKey: z.string() }),
    /** Highest number given so far: segments that held it may be gone. */
    sequence: z.int().default(0),
  }),
])
type DeviceKeys = Extract<z.infer<typeof recordSchema>, { kind: 'device' }>['device']

/** A command as the journal keeps it. */
export function encodeKept(kept: Kept): Uint8Array {
  return Buffer.from(JSON.stringify({ kind: 'command', scope: kept.scope, command: kept.command }))
}

/** The desk's keys and how far it counted, as a record of the journal: with them a lost outbox can be made anew. */
export function encodeDevice(device: DeviceKeys, sequence: number): Uint8Array {
  return Buffer.from(JSON.stringify({ kind: 'device', device, sequence }))
}

/** What records of a journal hold. */
export interface Decoded {
  /** In their order; of a command that was numbered again only the last. */
  readonly commands: readonly Kept[]
  readonly device: DeviceKeys | undefined
  /** Highest number of a command that any record tells of. */
  readonly sequence: number
  /** Records that opened but do not parse: of another version of the program. */
  readonly unreadable: number
}

/** What records of the journal hold, sorted by kind; records that do not parse are counted, not thrown. */
export function decodeRecords(records: readonly JournalRecord[]): Decoded {
  const commands = new Map<string, Kept>()
  let device: DeviceKeys | undefined
  let sequence = 0
  let unreadable = 0
  for (const record of records) {
    const parsed = recordSchema.safeParse(parseJson(record.payload))
    if (!parsed.success) unreadable += 1
    else if (parsed.data.kind === 'device') {
      device = parsed.data.device
      sequence = Math.max(sequence, parsed.data.sequence)
    } else {
      const { command, scope } = parsed.data
      commands.set(command.id, { command, scope })
      sequence = Math.max(sequence, command.deviceSeq)
    }
  }
  return { commands: [...commands.values()], device, sequence, unreadable }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
