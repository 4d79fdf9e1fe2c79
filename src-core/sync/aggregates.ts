import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { isMirrorTable } from '#shared/contract/mirror.ts'
import type { Command } from '#shared/contract/wire.ts'
import type { DialectName } from '../db/open-core-database.ts'
import type { CoreDatabase, Device } from '../db/schema.ts'
import type { Answer, Unit } from './handler.ts'

/** The row at the root of each aggregate that commands touch. */
const roots: Readonly<Record<string, MirrorTableName>> = {
  case: 'service_case',
  customer: 'customer',
  number: 'phone_number',
  order: 'product_order',
  task: 'decision_task',
  ticket: 'ticket',
  contact: 'contact',
  callBack: 'call_back',
  drawer: 'drawer_shift',
}

/**
 * Locks the rows of the touched aggregates in sorted order, so that two commands on the same rows wait for each other
 * and never in a circle. SQLite has one writer and needs none.
 */
export async function lockAggregates(
  tx: Transaction<CoreDatabase>,
  dialect: DialectName,
  touches: readonly string[],
): Promise<void> {
  if (dialect === 'sqlite') return
  for (const touch of [...new Set(touches)].sort()) {
    const [kind = '', id = ''] = splitOnce(touch)
    const table = roots[kind]
    if (table) await sql`select 1 from ${sql.table(table)} where id = ${id} for update`.execute(tx)
  }
}

/** What is refused before a handler looks, where it belongs to another market: nobody writes there, whatever they know. */
const guarded = ['case', 'customer', 'order', 'task', 'ticket', 'contact', 'callBack']

/** Whether a command touches a case, a customer or an order of another market. Unknown ones are the handlers' matter. */
export async function touchesElsewhere(unit: Unit, touches: readonly string[], scope: string): Promise<boolean> {
  for (const touch of [...new Set(touches)].sort()) {
    const [kind, id] = splitOnce(touch)
    const table = guarded.includes(kind) ? roots[kind] : undefined
    const row = table && (await unit.get(table, id))
    if (row && row.scope !== scope) return true
  }
  return false
}

/**
 * Compares what the agent saw and relied on (`base`: `table:id` to version) with the rows as they are. A difference is
 * a conflict with the row on record; a row that is gone, was never there or is not for this desk's eyes is version 0.
 */
export async function staleBase(
  unit: Unit,
  command: Command,
  device: Pick<Device, 'id' | 'scope'>,
): Promise<Answer<'STALE_VERSION'> | undefined> {
  for (const [key, seen] of Object.entries(command.base).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [table = '', id = ''] = splitOnce(key)
    const found = isMirrorTable(table) ? await unit.get(table, id) : undefined
    const row = found && [device.scope, `device:${device.id}`].includes(found.scope) ? found : undefined
    const version = row?.version ?? 0
    if (version === seen) continue
    const details = { row: key, seen, version }
    return { result: 'conflict', code: 'STALE_VERSION', details, snapshot: { ...row }, choices: [] }
  }
  return undefined
}

function splitOnce(text: string): readonly [string, string] {
  const at = text.indexOf(':')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
