import type { CoreStore } from '../db/open-core-database.ts'
import { hashPassword, isPassword } from '../http/password.ts'

const settingName = 'demo_password_hash'

/**
 * Gives every person of a demonstration the one password this start was given, unless they have it already. One hash
 * for all of them: the password is one, made at random for this installation.
 */
export async function setDemoPassword(store: CoreStore, password: string): Promise<void> {
  const known = await store.db.selectFrom('setting').select('value').where('name', '=', settingName).executeTakeFirst()
  if (known && (await isPassword(password, known.value))) return
  const hash = await hashPassword(password)
  await store.db.transaction().execute(async (tx) => {
    await tx.updateTable('app_user').set({ password_hash: hash, failures: 0, locked_until: null }).execute()
    await tx
      .insertInto('setting')
      .values({ name: settingName, value: hash })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: hash }))
      .execute()
  })
}
