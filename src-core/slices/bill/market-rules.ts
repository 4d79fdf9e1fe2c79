import type { Kysely } from 'kysely'
import type { CoreDatabase } from '#core/db/schema.ts'
import { firstScope, policiesOf } from '#core/sync/market.ts'
import type { AccountRules } from './ensure-accounts.ts'

/** Zone and cycle day of the market this core serves, from its policy and its newest price list; undefined while it holds none. */
export async function marketRules(db: Kysely<CoreDatabase>): Promise<AccountRules | undefined> {
  const scope = await firstScope(db)
  const policies = scope === undefined ? undefined : await policiesOf(db, scope)
  const list = await db.selectFrom('price_list').select('cycle_day').orderBy('valid_from', 'desc').executeTakeFirst()
  return policies && list ? { zone: policies.market.zone, cycleDay: list.cycle_day } : undefined
}
