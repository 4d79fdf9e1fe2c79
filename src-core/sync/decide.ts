import type { CommandType } from '#shared/contract/commands.ts'
import { commandDefinition, isCommandType } from '#shared/contract/commands.ts'
import type { Command, PushResult } from '#shared/contract/wire.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import { isPlanted } from '#shared/node/crash-points.ts'
import { isCommandSigned } from '#shared/node/crypto.ts'
import { isPassing } from '../db/failure.ts'
import { hashKeyOf } from '../db/hash-key.ts'
import type { Device } from '../db/schema.ts'
import type { WritingUnit } from '../db/unit.ts'
import { inUnit } from '../db/unit.ts'
import type { CoreRuntime } from '../runtime.ts'
import { lockAggregates, staleBase, touchesElsewhere } from './aggregates.ts'
import { actorOf, bodyOf, isAllowed } from './door.ts'
import type { Answer } from './handler.ts'
import { handlerOf } from './handler-map.ts'
import { prepareHeld, runHeld } from './held.ts'
import { claim, forget, refusal, resultOnRecord, settle, waitsFor } from './ledger.ts'
import { businessDateOf, policiesOf } from './market.ts'

/**
 * Decides one command of a device, in one transaction, once for ever (sync.md, "Push"). What is not a business outcome
 * is answered and not stored: an unknown type, a wrong signature, a used id, and `blocked`. A command blocked by its
 * own id waits for its attachment, or the core could not decide it now: it may come again and holds up no other.
 * Throws when the database cannot work now: then nothing was stored either.
 */
export async function decideCommand(core: CoreRuntime, device: Device, command: Command): Promise<PushResult> {
  if (!isCommandType(command.type)) return { id: command.id, result: 'unknownType' }
  core.reached('core.received')
  const onRecord = isPlanted('noLedgerLookup') ? undefined : await resultOnRecord(core.store.db, command)
  if (onRecord) return onRecord
  if (!isCommandSigned(command, device.public_key)) return refusal(command, 'SIGNATURE_WRONG')
  const policies = await policiesOf(core.store.db, device.scope)
  if (!policies) return blocked(command, [command.id])
  const hashKey = await hashKeyOf(core.store.db, device.scope)
  try {
    return await decide({ core, device, command, type: command.type, policies, hashKey })
  } catch (error) {
    if (isPassing(error)) throw error
    core.log('error', 'command.failed', {
      command: command.id,
      type: command.type,
      device: device.id,
      reason: reasonOf(error),
    })
    return blocked(command, [command.id])
  }
}

interface Facts {
  readonly core: CoreRuntime
  readonly device: Device
  readonly command: Command
  readonly type: CommandType
  readonly policies: Policies
  readonly hashKey: Uint8Array
}

async function decide(facts: Facts): Promise<PushResult> {
  const { core, command, type } = facts
  const body = bodyOf(command, type)
  if (!body.ok)
    return settleAlone(facts, { result: 'rejected', code: body.error.code, details: body.error.details ?? {} })
  const actor = await actorOf(core.store.db, command)
  if (actor && actor.revoked_at !== null) return settleAlone(facts, heldFor('USER_REVOKED'))
  if (!actor || !isAllowed(actor, type, facts.device)) return settleAlone(facts, notAllowed)
  const waiting = [...(await waitsFor(core.store.db, command)), ...(await missingBlobs(facts))]
  if (waiting.length > 0) return blocked(command, waiting)
  const prepared = await prepare(facts, body.value)
  return runInTransaction(facts, body.value, prepared)
}

/**
 * Takes a command into the ledger without running it: a supervisor decides about it. For what a revoked desk or person had
 * not sent; the caller has checked its signature. Throws when the market is not there.
 */
export async function holdCommand(
  core: CoreRuntime,
  device: Device,
  command: Command,
  code: HeldCode,
): Promise<PushResult> {
  const policies = await policiesOf(core.store.db, device.scope)
  if (!policies || !isCommandType(command.type)) throw new Error('nothing to hold it by')
  const hashKey = await hashKeyOf(core.store.db, device.scope)
  return settleAlone({ core, device, command, type: command.type, policies, hashKey }, heldFor(code))
}

type HeldCode = 'USER_REVOKED' | 'DEVICE_REVOKED'

function heldFor(code: HeldCode) {
  return { result: 'needsApproval', code } as const
}

const notAllowed = { result: 'rejected', code: 'ROLE_NOT_ALLOWED' } as const

/** Facts from outside (a bureau), asked before the transaction: no network inside of one. */
async function prepare(facts: Facts, body: unknown): Promise<unknown> {
  const { core, command, policies, hashKey } = facts
  const now = core.clock.now()
  const context = {
    db: core.store.db,
    command,
    now,
    businessDate: businessDateOf(policies, now),
    policies,
    hashKey,
    services: core.services,
    prepareHeld: (id: string) => prepareHeld(core, { policies, hashKey, now }, id),
  }
  return handlerOf(core.handlers, facts.type).prepare?.(context, body)
}

function runInTransaction(facts: Facts, body: unknown, prepared: unknown): Promise<PushResult> {
  const { core, command, type } = facts
  const touches = commandDefinition(type).touches(body)
  return inUnit(
    core.store,
    async (unit) => {
      const now = core.clock.now()
      if (isPlanted('noLedgerLookup')) await forget(unit.tx, command.id)
      if (!(await claim(unit.tx, command, now))) return otherWasFirst(core, unit, command)
      core.reached('core.claimed')
      await lockAggregates(unit.tx, core.store.dialect, touches)
      const answer = (await touchesElsewhere(unit, touches, facts.device.scope))
        ? notAllowed
        : await answerOf(facts, unit, body, prepared, now)
      core.reached('core.handled')
      const result = await settle(unit, { ...recordOf(facts), answer, touches, now })
      core.reached('core.audited')
      return result
    },
    core.reached,
  )
}

async function answerOf(
  facts: Facts,
  unit: WritingUnit,
  body: unknown,
  prepared: unknown,
  now: number,
): Promise<Answer<string>> {
  const { core, command, type, device, policies, hashKey } = facts
  // authorised again, now that the rows are locked: the role may have changed since the door
  const actor = await actorOf(unit.tx, command)
  if (actor && actor.revoked_at !== null) return heldFor('USER_REVOKED')
  if (!actor || !isAllowed(actor, type, device)) return notAllowed
  const stale = await staleBase(unit, command, device)
  if (stale) return stale
  const context = {
    command,
    scope: device.scope,
    actorName: actor.name,
    deskName: actor.seat,
    authority: { userId: actor.id, name: actor.name, role: actor.role },
    now,
    businessDate: businessDateOf(policies, now),
    policies,
    ids: core.ids,
    hashKey,
    log: core.log,
  }
  const approving = { policies, hashKey, now, by: command }
  return unit.attempt(
    (inner) =>
      handlerOf(core.handlers, type).run(
        { ...inner, ...context, runHeld: (id, ready) => runHeld(core, inner, approving, id, ready) },
        body,
        prepared,
      ),
    (answer) => answer.result === 'applied',
  )
}

/** A refusal at the door is a business outcome too: claimed, stored and told, with nothing run. */
function settleAlone(facts: Facts, answer: Answer<string>): Promise<PushResult> {
  const { core, command } = facts
  return inUnit(
    core.store,
    async (unit) => {
      const now = core.clock.now()
      if (isPlanted('noLedgerLookup')) await forget(unit.tx, command.id)
      if (!(await claim(unit.tx, command, now))) return otherWasFirst(core, unit, command)
      core.reached('core.claimed')
      const result = await settle(unit, { ...recordOf(facts), answer, touches: touchesOf(command, facts.type), now })
      core.reached('core.audited')
      return result
    },
    core.reached,
  )
}

/** What a command is about that was not run; nothing where its body cannot be read. */
function touchesOf(command: Command, type: CommandType): readonly string[] {
  const body = bodyOf(command, type)
  return body.ok ? commandDefinition(type).touches(body.value) : []
}

function recordOf({ core, command, device, policies }: Facts) {
  return { command, auditId: core.ids.next(), scope: device.scope, work: policies.work }
}

/** What was first with this id or number. One number under two ids means one identity on two machines: an alarm (fault 39). */
async function otherWasFirst(core: CoreRuntime, unit: WritingUnit, command: Command): Promise<PushResult> {
  const known = await resultOnRecord(unit.tx, command)
  if (known) return known
  const { deviceId, deviceSeq } = command
  core.log('error', 'device.numberTwice', { device: deviceId, sequence: deviceSeq, command: command.id })
  await unit.tx
    .insertInto('alarm')
    .values({
      id: `${deviceId}:${deviceSeq}`,
      at: core.clock.now(),
      device_id: deviceId,
      kind: 'numberTwice',
      details: JSON.stringify({ sequence: deviceSeq, command: command.id }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return refusal(command, 'NUMBER_SEQUENCE_REUSED')
}

async function missingBlobs(facts: Facts): Promise<readonly string[]> {
  const { core, command } = facts
  if (command.blobs.length === 0) return []
  const rows = await core.store.db
    .selectFrom('blob')
    .select('hash')
    .where('hash', 'in', [...command.blobs])
    .execute()
  return rows.length === new Set(command.blobs).size ? [] : [command.id]
}

function blocked(command: Command, by: readonly string[]): PushResult {
  return { id: command.id, result: 'blocked', by: [...by] }
}

/** The kind of a bug for the log: its class and where it was thrown, never its message, which may hold a name. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
  return `${error.name} ${place?.trim() ?? ''}`
}
