import type { Kysely } from 'kysely'
import type { CoreDatabase } from '#core/db/schema.ts'

/** A customer and who answers for it: of a branch the parent, whose signatory, credit and limit count. */
export async function answeringFor(db: Kysely<CoreDatabase>, customerId: string): Promise<readonly string[]> {
  const row = await db.selectFrom('company').select('parent_id').where('id', '=', customerId).executeTakeFirst()
  return row?.parent_id ? [customerId, row.parent_id] : [customerId]
}

/** The company with all its branches, from any one of them; a customer that is no company alone. */
export async function companyFamily(db: Kysely<CoreDatabase>, customerId: string): Promise<readonly string[]> {
  const root = (await answeringFor(db, customerId)).at(-1) ?? customerId
  const branches = await db.selectFrom('company').select('id').where('parent_id', '=', root).orderBy('id').execute()
  return [root, ...branches.map(({ id }) => id)]
}
