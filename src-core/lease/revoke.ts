import { inUnit } from '../db/unit.ts'
import type { CoreRuntime } from '../runtime.ts'

type RevokingCore = Pick<CoreRuntime, 'store' | 'clock'>

/** Revokes a desk: its next contact says so, and its sign-ins end at once. False for a desk the core does not know. */
export async function revokeDevice({ store, clock }: RevokingCore, id: string): Promise<boolean> {
  const known = await store.db.selectFrom('device').select('id').where('id', '=', id).executeTakeFirst()
  if (!known) return false
  await store.db
    .updateTable('device')
    .set({ revoked_at: clock.now() })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
  return true
}

/**
 * Revokes a person by login: sign-ins end at once, what was captured in their name and not yet sent goes to a supervisor,
 * and no desk offers them as a colleague to hand a case to. False for a login nobody has.
 */
export async function revokeUser({ store, clock }: RevokingCore, login: string): Promise<boolean> {
  const known = await store.db.selectFrom('app_user').select('id').where('login', '=', login).executeTakeFirst()
  if (!known) return false
  await store.db
    .updateTable('app_user')
    .set({ revoked_at: clock.now() })
    .where('id', '=', known.id)
    .where('revoked_at', 'is', null)
    .execute()
  await store.db.deleteFrom('app_session').where('user_id', '=', known.id).execute()
  await inUnit(store, async (unit) => {
    if (await unit.get('colleague', known.id)) await unit.remove('colleague', known.id)
  })
  return true
}
