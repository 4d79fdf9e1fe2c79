import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'
import { openOrder, settleRest } from './open-order.ts'

/** Another number for an order whose own was taken: the customer accepted it as an addendum to the signed contract. */
export const chooseOtherNumber = defineDeskHandler(
  'order.chooseOtherNumber',
  (desk, { commandId, msisdn, acceptedBy }) => {
    const open = openOrder(desk, commandId)
    if (!open) return refuse('NOTHING_TO_RESOLVE')
    const { orderId, caseId, customerId } = open.order
    const facts = readCase(desk, caseId)
    const holds = facts && { ...facts, commands: facts.commands.filter((item) => item.type === 'number.reserveNumber') }
    const refusal = holds && settleRest(desk, holds, commandId, { offer: { msisdn } })
    if (refusal && !refusal.ok) return refusal
    const chosen = desk.capture({
      type: 'order.chooseOtherNumber',
      body: { orderId, caseId, customerId, msisdn, addendumId: desk.ids.next(), acceptedBy },
      resolves: commandId,
    })
    if (!chosen.ok) return chosen
    desk.changed('interaction', 'order', 'number', 'desk')
    return ok({})
  },
)
