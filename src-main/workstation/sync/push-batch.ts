import type { Id } from '#shared/kernel/ids.ts'
import { pushLimit } from '#shared/contract/wire.ts'
import type { CommandStore, Kept } from '../db/commands.ts'

export interface Batch {
  readonly commands: readonly Kept[]
  /** Waiting for another command, here or in the core. */
  readonly blocked: ReadonlySet<Id>
}

/** Leaves room in the 1 MiB body for the frame and the list of held numbers. */
const batchBytes = 900_000

/**
 * The next commands to send, in their order: none before what it queues behind or needs. One that cannot go holds back
 * only what hangs on it, nobody else (I8). `heldBack` are those the core said are blocked since nothing changed.
 */
export function nextBatch(
  queue: readonly Kept[],
  store: Pick<CommandStore, 'stateOf' | 'resolverOf'>,
  options: { readonly limit: number; readonly heldBack: ReadonlySet<Id> },
): Batch {
  const chosen = new Set<Id>()
  const commands: Kept[] = []
  const blocked = new Set<Id>()
  let bytes = 0
  let isFull = false
  for (const kept of queue) {
    const { id } = kept.command
    if (options.heldBack.has(id) || !isFree(kept)) {
      blocked.add(id)
      continue
    }
    if (isFull) continue
    const size = sizeOf(kept)
    isFull = commands.length >= Math.min(options.limit, pushLimit) || (commands.length > 0 && bytes + size > batchBytes)
    if (isFull) continue
    commands.push(kept)
    chosen.add(id)
    bytes += size
  }
  return { commands, blocked }

  function isFree({ command }: Kept): boolean {
    return command.after.every(isDecidedOrSent) && command.needs.every(isAppliedOrSent)
  }

  function isDecidedOrSent(id: Id): boolean {
    const state = store.stateOf(id)
    if (state === 'captured') return chosen.has(id) || (isFull && !blocked.has(id))
    return state !== 'quarantined'
  }

  function isAppliedOrSent(id: Id): boolean {
    const state = store.stateOf(id)
    if (state === 'rejected' || state === 'conflict') {
      const decision = store.resolverOf(id)
      return decision !== undefined && isAppliedOrSent(decision)
    }
    return state !== 'needsApproval' && isDecidedOrSent(id)
  }
}

/** A command never changes, so it is measured once. */
const sizes = new WeakMap<Kept['command'], number>()

function sizeOf({ command }: Kept): number {
  const known = sizes.get(command)
  if (known !== undefined) return known
  const size = Buffer.byteLength(JSON.stringify(command))
  sizes.set(command, size)
  return size
}
