import { closeSync, fsyncSync, openSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { sealedHeadSchema, SealedOutbox } from '#shared/contract/sealed-outbox.ts'
import { sealedOutboxEnding } from '#shared/contract/sealed-outbox.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { commandSchema } from '#shared/contract/wire.ts'
import { sealTo } from '#shared/node/sealed-box.ts'
import type { z } from 'zod'
import type { Random } from '../outside.ts'
import type { Blobs } from '../sync/blobs.ts'
import { syncFolder, writeAll } from '../sync/durable.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'

export interface SealParts {
  readonly folder: string
  readonly deviceId: Id
  readonly sealingKey: string
  readonly database: SqliteDatabase
  readonly blobs: Pick<Blobs, 'read'>
  readonly random: Random
}

/**
 * Seals what this desk has not sent to the core's key: commands, quarantined ones too, their attachments, and drafts.
 * The file is whole on disk, read back and compared, before this returns its path; doing it again writes it anew.
 * Throws what the disk throws: then nothing may be dropped.
 */
export function sealOutbox(parts: SealParts): string {
  const { folder, deviceId } = parts
  const plain = Buffer.from(JSON.stringify(contentOf(parts)))
  const box = sealTo(parts.sealingKey, plain, deviceId, parts.random)
  const head: z.infer<typeof sealedHeadSchema> = { format: 'linedesk sealed outbox 1', deviceId, sealer: box.sealer }
  const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), box.bytes])
  const file = join(folder, `not-sent-${deviceId}${sealedOutboxEnding}`)
  const handle = openSync(`${file}.part`, 'w', 0o600)
  try {
    writeAll(handle, bytes, 0)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(`${file}.part`, file)
  syncFolder(folder)
  if (!readFileSync(file).equals(bytes)) throw new Error('the sealed outbox does not read back as it was written')
  return file
}

function contentOf({ blobs, database }: SealParts): SealedOutbox {
  const unsent = database
    .prepare<[], { command: string }>(
      `select command from command where state in ('captured', 'quarantined') order by device_seq`,
    )
    .all()
    .map((row) => commandSchema.parse(JSON.parse(row.command)))
  const hashes = new Set(unsent.flatMap((command) => command.blobs))
  const drafts = database
    .prepare<[], { case_id: string; step: string; fields: string; saved_at: number }>('select * from draft')
    .all()
  return {
    commands: unsent,
    blobs: [...hashes].flatMap((hash) => {
      const bytes = blobs.read(hash)
      return bytes ? [{ hash, base64: Buffer.from(bytes).toString('base64') }] : []
    }),
    drafts: drafts.map((row) => ({
      caseId: row.case_id,
      step: row.step,
      fields: row.fields,
      savedAt: Math.floor(row.saved_at),
    })),
  }
}
