import type { MirrorRow } from '#shared/contract/mirror.ts'
import type { Kysely } from 'kysely'
import type { CoreDatabase } from '#core/db/schema.ts'
import { answeringFor } from '../customer/company-family.ts'

/** The latest evidence of a customer, or of the company it is a branch of; undefined when no document was ever seen. */
export async function evidenceOnRecord(
  db: Kysely<CoreDatabase>,
  customerId: string,
): Promise<MirrorRow<'identity_evidence'> | undefined> {
  return db
    .selectFrom('identity_evidence')
    .selectAll()
    .where('customer_id', 'in', await answeringFor(db, customerId))
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}
