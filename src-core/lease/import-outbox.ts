import { openSealed } from '#shared/node/sealed-box.ts'
import type { SealedOutbox } from '#shared/contract/sealed-outbox.ts'
import { sealedHeadSchema, sealedOutboxSchema } from '#shared/contract/sealed-outbox.ts'
import { isCommandType } from '#shared/contract/commands.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { isCommandSigned, sha256Hex } from '#shared/node/crypto.ts'
import { coreKeysOf } from '../db/core-keys.ts'
import { atTerminal, putOnRecord } from '../db/put-on-record.ts'
import type { Device } from '../db/schema.ts'
import type { CoreRuntime } from '../runtime.ts'
import { holdCommand } from '../sync/decide.ts'
import { resultOnRecord } from '../sync/ledger.ts'

/** What became of the commands of a file. */
export interface Imported {
  readonly deviceId: string
  /** Waiting for a supervisor now. */
  readonly held: number
  /** On record before: sent by the desk, or by an earlier import of the same file. */
  readonly known: number
  /** Not signed with this desk's key, or of a type this core does not know: left out. */
  readonly wrong: number
}

export type ImportRefusal = Refusal<'NOT_SEALED_OUTBOX' | 'SEALED_FOR_OTHER' | 'DEVICE_UNKNOWN'>

/**
 * Takes in what a revoked desk had not sent. Each command is checked against that desk's key and then waits for a
 * supervisor: nothing of a revoked desk takes effect by itself. The same file twice is once.
 */
export async function importOutbox(core: CoreRuntime, file: Uint8Array): Promise<Result<Imported, ImportRefusal>> {
  const read = await readSealed(core, file)
  if (!read.ok) return read
  const { device, outbox } = read.value
  const { db } = core.store
  for (const blob of outbox.blobs) {
    const bytes = Buffer.from(blob.base64, 'base64')
    if (sha256Hex(bytes) !== blob.hash) continue
    await db
      .insertInto('blob')
      .values({ hash: blob.hash, bytes, received_at: core.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  const counts = { held: 0, known: 0, wrong: 0 }
  for (const command of outbox.commands) {
    if (await resultOnRecord(db, command)) counts.known += 1
    else if (!isCommandSigned(command, device.public_key) || !isCommandType(command.type)) counts.wrong += 1
    else if ((await holdCommand(core, device, command, 'DEVICE_REVOKED')).result === 'needsApproval') counts.held += 1
    else counts.wrong += 1
  }
  await db
    .insertInto('imported_outbox')
    .values({
      hash: sha256Hex(file),
      device_id: device.id,
      imported_at: core.clock.now(),
      commands: outbox.commands.length,
      drafts: JSON.stringify(outbox.drafts),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await putOnRecord(core, {
    ...atTerminal,
    type: 'core.importOutbox',
    touches: [`device:${device.id}`],
    bodyHash: sha256Hex(file),
  })
  core.log('info', 'outbox.imported', { device: device.id, ...counts })
  return ok({ deviceId: device.id, ...counts })
}

async function readSealed(
  core: CoreRuntime,
  file: Uint8Array,
): Promise<Result<{ readonly device: Device; readonly outbox: SealedOutbox }, ImportRefusal>> {
  const end = file.indexOf(0x0a)
  const headLine = Buffer.from(file.subarray(0, Math.max(0, end))).toString('utf8')
  const head = sealedHeadSchema.safeParse(parseJson(headLine))
  if (!head.success) return refuse('NOT_SEALED_OUTBOX')
  const { deviceId, sealer } = head.data
  const keys = await coreKeysOf(core.store.db)
  const plain = openSealed(keys.sealing, { sealer, bytes: file.subarray(end + 1) }, deviceId)
  if (!plain) return refuse('SEALED_FOR_OTHER')
  const outbox = sealedOutboxSchema.safeParse(parseJson(plain.toString('utf8')))
  if (!outbox.success) return refuse('NOT_SEALED_OUTBOX')
  const device = await core.store.db.selectFrom('device').selectAll().where('id', '=', deviceId).executeTakeFirst()
  return device ? ok({ device, outbox: outbox.data }) : refuse('DEVICE_UNKNOWN')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
