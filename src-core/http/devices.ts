import type { SessionRequest } from '#shared/contract/wire.ts'
import { isCollision } from '../db/failure.ts'
import type { Device } from '../db/schema.ts'
import type { CoreRuntime } from '../runtime.ts'
import { deviceRevoked } from '../lease/revocation.ts'
import { refused } from './refusal.ts'

const tries = 5

/**
 * The desk behind a sign-in: known under the same key, or enrolled now under the next free number. Refuses with
 * DEVICE_UNKNOWN a known desk with another key or in another market, with DEVICE_REVOKED a revoked one.
 */
export async function enrol(core: CoreRuntime, asked: SessionRequest['device'], scope: string): Promise<Device> {
  for (let attempt = 1; ; attempt += 1) {
    const known = await core.store.db.selectFrom('device').selectAll().where('id', '=', asked.id).executeTakeFirst()
    if (known) {
      if (known.public_key !== asked.publicKey || known.scope !== scope) throw refused('DEVICE_UNKNOWN')
      if (known.revoked_at !== null) throw await deviceRevoked(core, known)
      return known
    }
    try {
      await insert(core, asked, scope)
    } catch (error) {
      // another desk took the number, or this one was enrolled by a request beside this one: look again
      if (attempt >= tries || !(isCollision(error) || isConstraint(error))) throw error
    }
  }
}

async function insert(core: CoreRuntime, asked: SessionRequest['device'], scope: string): Promise<void> {
  const highest = await core.store.db
    .selectFrom('device')
    .select((select) => select.fn.max('number').as('number'))
    .executeTakeFirst()
  await core.store.db
    .insertInto('device')
    .values({
      id: asked.id,
      number: (highest?.number ?? 0) + 1,
      name: asked.name,
      public_key: asked.publicKey,
      scope,
      enrolled_at: core.clock.now(),
      revoked_at: null,
    })
    .execute()
  core.log('info', 'device.enrolled', { device: asked.id })
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')
}
