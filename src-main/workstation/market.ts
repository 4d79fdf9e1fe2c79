import type { Policies } from '#shared/domain/catalogue/policies.ts'
import { policySchemas } from '#shared/domain/catalogue/policies.ts'
import type { Instant, IsoDate } from '#shared/kernel/date.ts'
import { dateInZone, utcDateOf } from '#shared/kernel/date.ts'
import type { Meta } from './db/meta.ts'
import type { View } from './desk.ts'

export interface Market {
  readonly policies: () => Policies | undefined
  readonly businessDate: () => IsoDate
  /** Rows of the policy table changed. */
  readonly forget: () => void
}

/** Facts of the market from the mirror, read once until they change. */
export function createMarket(view: View, meta: Meta, now: () => Instant): Market {
  let kept: Policies | undefined

  function policies(): Policies | undefined {
    kept ??= policiesIn(view)
    return kept
  }
  return {
    policies,
    businessDate: () => {
      const feed = meta.get('feed')
      const zone = policies()?.market.zone
      if (!feed) return zone ? dateInZone(now(), zone) : utcDateOf(now())
      // the core's own clock, carried on by the time that passed here since; its day never goes back
      const carried = zone ? dateInZone(feed.asOf + Math.max(0, now() - feed.heardAt), zone) : feed.businessDate
      return carried > feed.businessDate ? carried : feed.businessDate
    },
    forget: () => {
      kept = undefined
    },
  }
}

function policiesIn(view: View): Policies | undefined {
  const rows = view.sql<{ id: string; body: string }>('select id, body from policy')
  const body = (name: string): unknown => {
    const row = rows.find(({ id }) => id === name || id.endsWith(`:${name}`))
    return row && JSON.parse(row.body)
  }
  const market = policySchemas.market.safeParse(body('market'))
  const credit = policySchemas.credit.safeParse(body('credit'))
  const identity = policySchemas.identity.safeParse(body('identity'))
  const work = policySchemas.work.safeParse(body('work') ?? {})
  const verification = policySchemas.verification.safeParse(body('verification') ?? {})
  const authority = policySchemas.authority.safeParse(body('authority') ?? {})
  const disputes = policySchemas.disputes.safeParse(body('disputes') ?? {})
  if (!market.success || !credit.success || !identity.success || !work.success || !verification.success)
    return undefined
  if (!authority.success || !disputes.success) return undefined
  return {
    ...{ market: market.data, credit: credit.data, identity: identity.data },
    ...{ work: work.data, verification: verification.data },
    ...{ authority: authority.data, disputes: disputes.data },
  }
}
