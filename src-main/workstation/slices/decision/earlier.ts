import type { Desk } from '#main/workstation/desk.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import type { Earlier } from '#shared/domain/dispute/decision-contract.ts'
import type { DisputeRow } from '#shared/domain/dispute/rows.ts'
import type { MatterRow } from './read-matters.ts'

const quarterMs = 92 * 86_400_000
const atMost = 20

/** Disputes and credits of the same customer before this one, newest first. A credit that decided a dispute is told by that. */
export function earlierOf({ view }: Pick<Desk, 'view'>, { id, customerId }: MatterRow): readonly Earlier[] {
  const disputes = view.where('dispute', 'customer_id', customerId).map(({ row }) => disputeLine(row))
  const credits = view
    .where('adjustment', 'customer_id', customerId)
    .filter(({ row }) => row.dispute_id === null)
    .map(({ row }) => creditLine(row))
  return [...disputes, ...credits].filter((one) => one.id !== id).toSorted((a, b) => b.at - a.at)
}

/** Decided ones of the same reason within a quarter, whoever's they were, newest first. */
export function similarTo({ view, now }: Pick<Desk, 'view' | 'now'>, matter: MatterRow): readonly Earlier[] {
  const since = now() - quarterMs
  if (matter.kind === 'dispute')
    return view
      .sql<DisputeRow>(
        `select * from dispute where state in ('approved', 'partiallyApproved', 'rejected', 'settled', 'closed')
          and reason = ? and id <> ? and decided_at >= ? order by decided_at desc limit ${atMost}`,
        matter.reason,
        matter.id,
        since,
      )
      .map(disputeLine)
  return view
    .sql<AdjustmentRow>(
      `select * from adjustment where state in ('applied', 'rejected') and dispute_id is null
        and reason = ? and id <> ? and decided_at >= ? order by decided_at desc limit ${atMost}`,
      matter.reason,
      matter.id,
      since,
    )
    .map(creditLine)
}

function disputeLine(row: DisputeRow): Earlier {
  return {
    ...{ id: row.id, kind: 'dispute', at: row.decided_at ?? row.filed_at, reason: row.reason, state: row.state },
    ...{ claimedMinor: row.claimed_minor, grantedMinor: row.granted_minor, by: row.decided_name || row.filed_name },
  }
}

function creditLine(row: AdjustmentRow): Earlier {
  const isGiven = row.state === 'applied'
  return {
    ...{ id: row.id, kind: 'credit', at: row.decided_at ?? row.asked_at, reason: row.reason, state: row.state },
    ...{ claimedMinor: row.amount_minor, grantedMinor: isGiven ? row.amount_minor : 0 },
    by: row.decided_name || row.asked_name,
  }
}
