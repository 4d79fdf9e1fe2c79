import { keyedHash } from '#shared/node/crypto.ts'
import { hashKeyOf } from '../db/hash-key.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { hashPassword } from '#shared/node/password.ts'

const settingName = 'demo_password_mark'

/**
 * Gives every person of a demonstration the one password this start was given, unless they have it already. One hash
 * for all of them: the password is one, made at random for this installation; so a keyed mark of it is enough to see
 * at each start that nothing has changed, without a tenth of a second of scrypt.
 */
export async function setDemoPassword(store: CoreStore, password: string): Promise<void> {
  const mark = keyedHash(await hashKeyOf(store.db, settingName), password)
  const known = await store.db.selectFrom('setting').select('value').where('name', '=', settingName).executeTakeFirst()
  if (known?.value === mark) return
  const hash = await hashPassword(password)
  await store.db.transaction().execute(async (tx) => {
    await tx.updateTable('app_user').set({ password_hash: hash, failures: 0, locked_until: null }).execute()
    await tx
      .insertInto('setting')
      .values({ name: settingName, value: mark })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: mark }))
      .execute()
  })
}
