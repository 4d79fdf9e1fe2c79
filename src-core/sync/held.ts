import type { Kysely } from 'kysely'
import type { CommandType } from '#shared/contract/commands.ts'
import { commandDefinition, isCommandType } from '#shared/contract/commands.ts'
import type { Command } from '#shared/contract/wire.ts'
import { commandSchema } from '#shared/contract/wire.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { AppUser, CoreDatabase, Device } from '../db/schema.ts'
import type { CoreRuntime } from '../runtime.ts'
import { lockAggregates, staleBase, touchesElsewhere } from './aggregates.ts'
import { actorOf, bodyOf, isAllowed } from './door.ts'
import type { Answer, Authority, Unit } from './handler.ts'
import { handlerOf } from './handler-map.ts'
import { entryOf, waitsFor } from './ledger.ts'
import { businessDateOf } from './market.ts'

export interface HeldFacts {
  readonly policies: Policies
  readonly hashKey: Uint8Array
  readonly now: Instant
}

/** Asks the outside for what a held command needs, as if it came now; undefined where it cannot be carried out anyway. */
export async function prepareHeld(core: CoreRuntime, facts: HeldFacts, id: string): Promise<unknown> {
  const held = await heldOf(core.store.db, id)
  if (!held) return undefined
  const { policies, hashKey, now } = facts
  const context = {
    db: core.store.db,
    command: held.command,
    now,
    businessDate: businessDateOf(policies, now),
    policies,
    hashKey,
    services: core.services,
    prepareHeld: (inner: string) => prepareHeld(core, facts, inner),
  }
  return handlerOf(core.handlers, held.type).prepare?.(context, held.body)
}

/**
 * Carries out a command that was held for a supervisor (docs/adr/0011): the rights its actor has now but for the revocation,
 * what it waits for and what it relied on are judged as for any command, then its own handler runs in the actor's name.
 * Applied, its ledger row and the outcome its desk hears of say so, and the audit has it beside the approval. Any other
 * answer leaves it held. The task's row is locked by the approval before the aggregates are: a circle is a collision,
 * after which the whole transaction is done again.
 */
export async function runHeld(
  core: CoreRuntime,
  unit: Unit,
  facts: HeldFacts & { readonly by: Command },
  id: string,
  prepared: unknown,
): Promise<Answer<string>> {
  const held = await heldOf(unit.tx, id)
  if (!held) return { result: 'rejected', code: 'NOTHING_TO_RESOLVE' }
  const { command, type, body, device, actor } = held
  if (!isAllowed(actor, type, device)) return { result: 'rejected', code: 'ROLE_NOT_ALLOWED' }
  if ((await waitsFor(unit.tx, command)).length > 0) return { result: 'rejected', code: 'APPROVAL_WAITS' }
  if (!(await hasBlobs(unit.tx, command))) return { result: 'rejected', code: 'BLOB_MISSING' }
  const touches = commandDefinition(type).touches(body)
  await lockAggregates(unit.tx, core.store.dialect, touches)
  if (await touchesElsewhere(unit, touches, device.scope)) return { result: 'rejected', code: 'ROLE_NOT_ALLOWED' }
  const stale = await staleBase(unit, command, device)
  if (stale) return stale
  const { policies, hashKey, now } = facts
  const context = {
    ...unit,
    command,
    scope: device.scope,
    actorName: actor.name,
    deskName: actor.seat,
    authority: await approverOf(unit, facts.by, actor),
    now,
    businessDate: businessDateOf(policies, now),
    policies,
    ids: core.ids,
    hashKey,
    log: core.log,
    runHeld: (inner: string, ready: unknown) => runHeld(core, unit, facts, inner, ready),
  }
  const answer = await handlerOf(core.handlers, type).run(context, body, prepared)
  if (answer.result === 'applied') await putOnRecord(core, unit, held, { touches, now })
  return answer
}

/** Whoever approves, as the core knows them: what was held takes effect by their authority, in its actor's name. */
async function approverOf(unit: Unit, by: Command, actor: AppUser): Promise<Authority> {
  const { id: userId, name, role } = (await actorOf(unit.tx, by)) ?? actor
  return { userId, name, role }
}

interface Held {
  readonly command: Command
  readonly type: CommandType
  readonly body: unknown
  readonly device: Device
  readonly actor: AppUser
}

/** A command that waits for a supervisor, with who entered it and where; undefined when it does not (any more). */
async function heldOf(db: Kysely<CoreDatabase>, id: string): Promise<Held | undefined> {
  const entry = await db.selectFrom('ledger').selectAll().where('id', '=', id).executeTakeFirst()
  if (entry?.result !== 'needsApproval' || entry.resolved_by !== null) return undefined
  const command = commandSchema.parse(JSON.parse(entry.command))
  if (!isCommandType(command.type)) return undefined
  const body = bodyOf(command, command.type)
  const device = await db.selectFrom('device').selectAll().where('id', '=', command.deviceId).executeTakeFirst()
  const actor = await actorOf(db, command)
  return body.ok && device && actor ? { command, type: command.type, body: body.value, device, actor } : undefined
}

async function hasBlobs(db: Kysely<CoreDatabase>, { blobs }: Command): Promise<boolean> {
  if (blobs.length === 0) return true
  const rows = await db
    .selectFrom('blob')
    .select('hash')
    .where('hash', 'in', [...blobs])
    .execute()
  return rows.length === new Set(blobs).size
}

async function putOnRecord(
  core: CoreRuntime,
  unit: Unit,
  { command }: Held,
  { touches, now }: { readonly touches: readonly string[]; readonly now: Instant },
): Promise<void> {
  const result = { result: 'applied', code: '', details: '{}', snapshot: '{}', choices: '[]', decided_at: now }
  const receipt = core.ids.next()
  await unit.tx.updateTable('ledger').set(result).where('id', '=', command.id).execute()
  unit.record(entryOf(command, { id: receipt, at: now, touches, result: 'applied', code: '' }))
  if (await unit.get('command_outcome', command.id))
    await unit.patch('command_outcome', command.id, { ...result, receipt })
}
