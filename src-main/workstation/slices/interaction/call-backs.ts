import { defineDeskHandler } from '#main/workstation/desk.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { ok } from '#shared/kernel/result.ts'

const shown = 40

/** Promises to call of the person at this desk, the earliest first. */
export const callBacks = defineDeskHandler('interaction.callBacks', (desk) => {
  const userId = desk.session()?.userId ?? ''
  const planned = desk.view.where('call_back', 'owner_id', userId).filter(({ row }) => row.state === 'planned')
  const lines = planned.map(({ row, mark }) => {
    const customer = row.customer_id === null ? undefined : desk.view.get('customer', row.customer_id)?.row
    return {
      callBackId: row.id,
      customerId: row.customer_id,
      caseId: row.case_id,
      customerName: customer ? customerName(customer) : '',
      number: row.number,
      note: row.note,
      dueAt: row.due_at,
      isPending: mark.state === 'desk',
    }
  })
  return ok({ lines: lines.toSorted((a, b) => a.dueAt - b.dueAt).slice(0, shown) })
})
