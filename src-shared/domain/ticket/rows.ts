import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'
import type { SlaFacts } from './sla-clock.ts'

/**
 * A trouble ticket (TMF621). `kind`: network or bill. The SLA clock runs from `started_at` over `sla_minutes` without the
 * pauses (`paused_ms`, and since `paused_since` while it stands still); `stopped_at` is when it was solved. `note` is the
 * last word on it: whom we wait for, or how it was solved.
 */
export const ticketTable = defineTable(
  'ticket',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    reference: 'text',
    customer_id: 'text',
    case_id: 'text?',
    kind: 'text',
    summary: 'text',
    note: 'text',
    state: 'text',
    opened_by: 'text',
    owner_id: 'text',
    owner_name: 'text',
    started_at: 'int',
    sla_minutes: 'int',
    paused_ms: 'int',
    paused_since: 'int?',
    stopped_at: 'int?',
    updated_at: 'int',
    updated_by: 'text',
  },
  [['customer_id'], ['owner_id', 'state']],
)
export type TicketRow = RowOf<typeof ticketTable.columns>

/** The clock of a stored ticket. */
export function slaFactsOf(row: TicketRow): SlaFacts {
  return {
    startedAt: row.started_at,
    slaMinutes: row.sla_minutes,
    pausedMs: row.paused_ms,
    pausedSince: row.paused_since,
    stoppedAt: row.stopped_at,
  }
}
