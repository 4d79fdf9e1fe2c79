import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * One task of a service order (TMF641). `state`: acknowledged, inProgress, held (fallout), completed, failed, cancelled.
 * `is_late` 1 once the planned end passed; `cause` is a code of text/ for late or stuck; `owner` who works on it.
 */
export const taskTable = defineTable(
  'order_task',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    order_id: 'text',
    customer_id: 'text',
    kind: 'text',
    position: 'int',
    state: 'text',
    planned_start: 'int',
    planned_end: 'int',
    started_at: 'int?',
    ended_at: 'int?',
    is_late: 'int',
    cause: 'text',
    owner: 'text',
    answer_by: 'int?',
    retry_at: 'int?',
  },
  [['order_id', 'position'], ['state']],
)
export type TaskRow = RowOf<typeof taskTable.columns>
