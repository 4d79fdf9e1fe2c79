import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { CoreDatabase } from './schema.ts'

/** Name of the setting that holds them, JSON. */
export const coreKeysSetting = 'core_keys'

const pairSchema = z.object({ privateKey: z.string(), publicKey: z.string() })
const coreKeysSchema = z.object({ signing: pairSchema, sealing: pairSchema })
export type CoreKeys = z.infer<typeof coreKeysSchema>

/**
 * The core's own keys, made by its first migration and never changed: Ed25519 signs leases and revocations, X25519 opens
 * what revoked desks have sealed. They live and are restored with the database. Throws when it was never migrated.
 */
export async function coreKeysOf(db: Kysely<CoreDatabase>): Promise<CoreKeys> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', coreKeysSetting)
    .executeTakeFirstOrThrow()
  return coreKeysSchema.parse(JSON.parse(row.value))
}
