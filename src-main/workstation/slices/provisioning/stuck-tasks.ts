import { defineDeskHandler } from '#main/workstation/desk.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok } from '#shared/kernel/result.ts'

/** Stuck and late tasks, oldest first; one repaired on this desk stays until the core confirms it. */
export const stuckTasks = defineDeskHandler('provisioning.stuckTasks', (desk) => {
  const rows = desk.view.sql<{ readonly id: Id }>(
    `select id from order_task where state = 'held' or (state = 'inProgress' and is_late = 1) order by planned_end, id limit 200`,
  )
  return ok({
    tasks: rows.flatMap(({ id }) => {
      const seen = desk.view.get('order_task', id)
      const order = seen && desk.view.get('product_order', seen.row.order_id)?.row
      if (!seen || !order) return []
      const customer = desk.view.get('customer', seen.row.customer_id)?.row
      return [
        {
          task: seen.row,
          orderId: order.id,
          caseId: order.case_id,
          customerName: customer ? customerName(customer) : '',
          msisdn: order.msisdn,
          isPending: seen.row.state === 'completed',
        },
      ]
    }),
  })
})
