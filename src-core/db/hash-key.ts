import { createHmac } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { CoreDatabase } from './schema.ts'

/** Keys worked out before, by secret and scope: a command asks for one each time. */
const keptKeys = 64
const kept = new Map<string, Uint8Array>()

/**
 * Key of a scope's keyed hashes of persons and documents: HMAC-SHA-256 of the scope under this core's own secret, which
 * the first migration made. Throws when the database was never migrated.
 */
export async function hashKeyOf(db: Kysely<CoreDatabase>, scope: string): Promise<Uint8Array> {
  const secret = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', 'hash_secret')
    .executeTakeFirstOrThrow()
  const from = `${secret.value}:${scope}`
  const known = kept.get(from)
  if (known) return known
  const key = createHmac('sha256', Buffer.from(secret.value, 'base64url')).update(`hash-key:${scope}`).digest()
  if (kept.size >= keptKeys) kept.clear()
  kept.set(from, key)
  return key
}
