import type { Kysely } from 'kysely'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import { policySchemas } from '#shared/domain/catalogue/policies.ts'
import type { Instant, IsoDate } from '#shared/kernel/date.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import type { CoreDatabase } from '../db/schema.ts'

/** What the rows said when they were last read, by their own text: they change seldom and are asked for at each command. */
const keptReadings = 16
const read = new Map<string, Policies>()

/**
 * The policies of a market from its `policy` rows (`market`, `credit`, `identity`, `work`, `verification`, `authority`, `disputes`); undefined while the core holds no
 * market. Throws when a row does not hold what its schema says: that is a broken installation, not input.
 */
export async function policiesOf(db: Kysely<CoreDatabase>, scope: string): Promise<Policies | undefined> {
  const rows = await db.selectFrom('policy').select(['id', 'body']).where('scope', '=', scope).execute()
  const body = (name: string): unknown => {
    const row = rows.find((each) => each.id === name || each.id === `${scope}:${name}`)
    return row ? JSON.parse(row.body) : undefined
  }
  if (rows.length === 0) return undefined
  const text = JSON.stringify(rows)
  const known = read.get(text)
  if (known) return known
  const policies = {
    market: policySchemas.market.parse(body('market')),
    credit: policySchemas.credit.parse(body('credit')),
    identity: policySchemas.identity.parse(body('identity')),
    work: policySchemas.work.parse(body('work') ?? {}),
    verification: policySchemas.verification.parse(body('verification') ?? {}),
    authority: policySchemas.authority.parse(body('authority') ?? {}),
    disputes: policySchemas.disputes.parse(body('disputes') ?? {}),
  }
  if (read.size >= keptReadings) read.clear()
  read.set(text, policies)
  return policies
}

/** The business day of a market: the core's own clock in the market's zone. */
export function businessDateOf(policies: Policies, now: Instant): IsoDate {
  return dateInZone(now, policies.market.zone)
}

/** Scope of the market a core serves, from its first `policy` row; undefined while it holds none. */
export async function firstScope(db: Kysely<CoreDatabase>): Promise<string | undefined> {
  const row = await db.selectFrom('policy').select('scope').orderBy('change_seq').limit(1).executeTakeFirst()
  return row?.scope
}
