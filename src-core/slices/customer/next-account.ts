import { sql } from 'kysely'
import type { Unit } from '#core/sync/handler.ts'

/** Above every account of the seeded markets. */
const firstAccount = 5_000_001

/** The next account number of a market: given once, also where two orders are placed at one moment. */
export async function nextAccount({ tx }: Pick<Unit, 'tx'>, scope: string): Promise<string> {
  const { value } = await tx
    .insertInto('setting')
    .values({ name: `account:${scope}`, value: String(firstAccount) })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ value: sql`cast(cast(setting.value as bigint) + 1 as text)` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}
