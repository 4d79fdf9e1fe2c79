import { commandDefinition, isCommandType } from '#shared/contract/commands.ts'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { isMirrorTable } from '#shared/contract/mirror.ts'
import type { Command } from '#shared/contract/wire.ts'
import { decisionTaskTable } from '#shared/domain/interaction/rows.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Cell, RowChange } from '#shared/kernel/table.ts'
import type { Kept } from '../db/commands.ts'

/** What pending commands make of one row: later ones over earlier ones. */
export interface Overlaid {
  readonly set: Readonly<Record<string, Cell>>
  readonly at: Instant
}

export type Overlay = ReadonlyMap<MirrorTableName, ReadonlyMap<string, Overlaid>>

/** The fold: commands in their order, each by its own prediction. Pure; a command this version cannot read adds nothing. */
export function foldCommands(pending: readonly Kept[]): Overlay {
  const overlay = new Map<MirrorTableName, Map<string, Overlaid>>()
  for (const kept of pending)
    for (const change of predictionOf(kept)) {
      if (!isMirrorTable(change.table)) continue
      const rows = overlay.get(change.table) ?? new Map<string, Overlaid>()
      overlay.set(change.table, rows)
      rows.set(change.id, {
        set: { ...rows.get(change.id)?.set, ...change.set },
        at: kept.command.capturedAt,
      })
    }
  return overlay
}

/** The tables whose rows look different when these commands are folded, or no longer are. */
export function tablesOf(kept: readonly Kept[]): readonly MirrorTableName[] {
  return [...new Set(kept.flatMap((one) => predictionOf(one).map(({ table }) => table)))].filter(isMirrorTable)
}

/** A command never changes, so what it predicts is worked out once. */
const predictions = new WeakMap<Command, readonly RowChange[]>()

function predictionOf(kept: Kept): readonly RowChange[] {
  const known = predictions.get(kept.command)
  if (known) return known
  const made = predict(kept)
  predictions.set(kept.command, made)
  return made
}

function predict({ command, scope }: Kept): readonly RowChange[] {
  if (!isCommandType(command.type)) return []
  const definition = commandDefinition(command.type)
  const body = definition.body.safeParse(command.body)
  if (!body.success) return []
  const { id, deviceId, actor, capturedAt } = command
  const { userId: actorId, name: actorName, deskName } = actor
  const meta = { id, deviceId, actorId, actorName, deskName, scope, capturedAt }
  return [...definition.predict(body.data, meta), ...settled(command)]
}

/** A decision settles the matter it names, at whatever desk that began. */
function settled({ id, type, resolves, actor, capturedAt }: Command): readonly RowChange[] {
  if (resolves === null) return []
  return [
    decisionTaskTable.change(resolves, {
      state: 'done',
      resolved_by: id,
      resolved_type: type,
      resolved_id: actor.userId,
      resolved_name: actor.name,
      resolved_desk: actor.deskName,
      resolved_at: capturedAt,
    }),
  ]
}
