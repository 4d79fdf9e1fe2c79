import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { CoreDatabase } from './schema.ts'

/** Name of the setting that holds them, JSON. */
export const coreKeysSetting = 'core_keys'

const pairSchema = z.object({ privateKey: z.string(), publicKey: z.string() })
const coreKeysSchema = z.object({ signing: pairSchema, sealing: pairSchema })
export type CoreKeys = z.infer<typeof coreKeysSchema>

const kept = new WeakMap<Kysely<CoreDatabase>, CoreKeys>()

/**
 * The core's own keys, made by its first migration and never changed: Ed25519 signs leases and revocations, X25519 opens
 * what revoked desks have sealed. They live and are restored with the database. Throws when it was never migrated.
 */
export async function coreKeysOf(db: Kysely<CoreDatabase>): Promise<CoreKeys> {
  const known = kept.get(db)
  if (known) return known
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', coreKeysSetting)
    .executeTakeFirstOrThrow()
  const keys = coreKeysSchema.parse(JSON.parse(row.value))
  kept.set(db, keys)
  return keys
}
