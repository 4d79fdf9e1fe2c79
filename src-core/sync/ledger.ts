import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import type { Command, PushResult } from '#shared/contract/wire.ts'
import { choiceSchema } from '#shared/contract/wire.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { AuditEntry } from '../db/audit-row.ts'
import type { CoreDatabase, LedgerRow } from '../db/schema.ts'
import type { WorkPolicy } from '#shared/domain/catalogue/policies.ts'
import { openTask, renewTask, settleTask, taskBehind } from './decision-tasks.ts'
import type { Answer, Unit } from './handler.ts'

/**
 * What the ledger already says of a command, by its id: the stored result for the same command again, a refusal for an
 * id that another body, type or device has used, undefined for a new one. Refusals of this kind are never stored.
 */
export async function resultOnRecord(db: Kysely<CoreDatabase>, command: Command): Promise<PushResult | undefined> {
  const row = await db.selectFrom('ledger').selectAll().where('id', '=', command.id).executeTakeFirst()
  if (!row) return undefined
  const isSame = row.body_hash === command.bodyHash && row.type === command.type && row.device_id === command.deviceId
  return isSame ? resultOf(row) : refusal(command, 'COMMAND_ID_REUSED')
}

/**
 * Claims a command's id for this transaction; false when another one was first with the id or with the device's
 * sequence number. A second transaction with the same id waits here until the first has ended.
 */
export async function claim(tx: Transaction<CoreDatabase>, command: Command, now: Instant): Promise<boolean> {
  const done = await tx
    .insertInto('ledger')
    .values({
      id: command.id,
      device_id: command.deviceId,
      device_seq: command.deviceSeq,
      type: command.type,
      body_hash: command.bodyHash,
      command: JSON.stringify(command),
      result: 'claimed',
      code: '',
      details: '{}',
      snapshot: '{}',
      choices: '[]',
      resolved_by: null,
      decided_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

/** The planted bug `noLedgerLookup`: what was decided of an id is not known any more. Nothing else calls this. */
export async function forget(tx: Transaction<CoreDatabase>, id: string): Promise<void> {
  await tx.deleteFrom('ledger').where('id', '=', id).execute()
  await tx.deleteFrom('command_outcome').where('id', '=', id).execute()
}

/**
 * Writes the final result of a claimed command: its ledger row, its link of the audit, and its outcome as a feed row for its
 * device. A refusal is a task for a person too. An applied decision also marks what it resolves: the ledger's row, the
 * outcome its own desk hears of, and the task.
 */
export async function settle(unit: Unit, settled: Settled): Promise<PushResult> {
  const { command, answer, now } = settled
  const stored = storedAnswer(answer)
  await unit.tx
    .updateTable('ledger')
    .set({ ...stored, decided_at: now })
    .where('id', '=', command.id)
    .execute()
  unit.record(entryOf(command, { id: settled.auditId, at: now, touches: settled.touches, ...stored }))
  await unit.insert('command_outcome', {
    id: command.id,
    scope: `device:${command.deviceId}`,
    ...stored,
    decided_at: now,
    resolved_by: null,
    receipt: settled.auditId,
  })
  await tellPeople(unit, settled, stored)
  return { ...resultFrom(command.id, stored), duplicate: false }
}

/** A command with its answer, as it is put on record. */
export function entryOf(
  command: Command,
  ended: Pick<AuditEntry, 'id' | 'at' | 'touches' | 'result' | 'code'>,
): AuditEntry {
  const { id, at, touches, result, code } = ended
  return {
    ...{ id, at, touches, result, code: code ?? '' },
    userId: command.actor.userId,
    deviceId: command.deviceId,
    type: command.type,
    commandId: command.id,
    resolves: command.resolves,
    bodyHash: command.bodyHash,
  }
}

/** What follows for people: a refusal waits for one, a decision settles what waited, a refused decision says more of it. */
async function tellPeople(unit: Unit, settled: Settled, refusal: StoredAnswer): Promise<void> {
  const { command, scope, now, work } = settled
  const task = command.resolves === null ? undefined : await taskBehind(unit, command.resolves, scope)
  if (settled.answer.result === 'applied') {
    if (command.resolves !== null) await markResolved(unit, [command.resolves, task?.id], command.id)
    if (task) await settleTask(unit, task, settled)
  } else if (settled.answer.result === 'needsApproval')
    await openTask(unit, { command, scope, refusal, work, now, queue: 'supervisor' })
  else if (task) {
    if (!ofTheDecider.has(refusal.code)) await renewTask(unit, task, { command, refusal, now })
  } else await openTask(unit, { command, scope, refusal, work, now })
}

/** Refusals that say who may decide, or that somebody did: of the matter itself they tell nothing new. */
const ofTheDecider: ReadonlySet<string> = new Set([
  'NOTHING_TO_RESOLVE',
  'DECISION_NEEDS_SUPERVISOR',
  'ROLE_NOT_ALLOWED',
  'APPROVAL_BY_SELF',
  'APPROVAL_WAITS',
])

async function markResolved(unit: Unit, ids: readonly (string | undefined)[], by: string): Promise<void> {
  for (const id of new Set(ids)) {
    if (id === undefined) continue
    await unit.tx
      .updateTable('ledger')
      .set({ resolved_by: by })
      .where('id', '=', id)
      .where('resolved_by', 'is', null)
      .execute()
    const outcome = await unit.get('command_outcome', id)
    if (outcome && outcome.resolved_by === null) await unit.patch('command_outcome', id, { resolved_by: by })
  }
}

export interface Settled {
  readonly command: Command
  readonly answer: Answer<string>
  readonly auditId: string
  /** The aggregates its body touches, as its definition says; none where the body could not be read. */
  readonly touches: readonly string[]
  readonly scope: string
  readonly work: WorkPolicy
  readonly now: Instant
}

/**
 * Ids that a command still waits for: of `after` those without any final result, of `needs` those neither applied nor
 * resolved by an applied decision.
 */
export async function waitsFor(db: Kysely<CoreDatabase>, command: Command): Promise<readonly string[]> {
  const asked = [...new Set([...command.after, ...command.needs])]
  if (asked.length === 0) return []
  const rows = await db.selectFrom('ledger').select(['id', 'result', 'resolved_by']).where('id', 'in', asked).execute()
  const final = new Set(rows.map((row) => row.id))
  const satisfied = new Set(
    rows.filter((row) => row.result === 'applied' || row.resolved_by !== null).map((row) => row.id),
  )
  return asked.filter((id) => !final.has(id) || (command.needs.includes(id) && !satisfied.has(id)))
}

/** A refusal of the ledger that is never stored. */
export function refusal(command: Command, code: string): PushResult {
  return { id: command.id, result: 'rejected', code, details: {}, duplicate: false }
}

/** The result that a ledger row holds, as it answers a command that arrives again. */
export function resultOf(row: LedgerRow): PushResult {
  return { ...resultFrom(row.id, row), duplicate: true }
}

type StoredAnswer = Pick<LedgerRow, 'result' | 'code' | 'details' | 'snapshot' | 'choices'>

function storedAnswer(answer: Answer<string>): StoredAnswer {
  return {
    result: answer.result,
    code: answer.result === 'applied' ? '' : answer.code,
    details: JSON.stringify(answer.result === 'applied' ? {} : (answer.details ?? {})),
    snapshot: JSON.stringify(answer.result === 'conflict' ? answer.snapshot : {}),
    choices: JSON.stringify(answer.result === 'conflict' ? answer.choices : []),
  }
}

const plain = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))

type FinalResult = Extract<PushResult, { readonly duplicate: boolean }>

function resultFrom(id: string, stored: StoredAnswer): FinalResult {
  const details = plain.parse(JSON.parse(stored.details))
  const { code } = stored
  switch (stored.result) {
    case 'applied':
      return { id, result: 'applied', duplicate: false }
    case 'rejected':
      return { id, result: 'rejected', code, details, duplicate: false }
    case 'needsApproval':
      return { id, result: 'needsApproval', code, details, duplicate: false }
    case 'conflict':
      return {
        id,
        result: 'conflict',
        code,
        details,
        snapshot: plain.parse(JSON.parse(stored.snapshot)),
        choices: z.array(choiceSchema).parse(JSON.parse(stored.choices)),
        duplicate: false,
      }
    default:
      throw new Error(`the ledger holds an unknown result: ${stored.result}`)
  }
}
