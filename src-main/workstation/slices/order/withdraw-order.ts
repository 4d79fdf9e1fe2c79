import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'
import { openShift } from '#main/workstation/sale/drawer.ts'
import { takeCase } from '#main/workstation/sale/take-up.ts'
import { settleRest } from '#main/workstation/sale/settle-rest.ts'
import { openOrder } from './open-order.ts'

/** Ends an order that waits for a decision: the contract ends without cost and what was paid goes back. */
export const withdrawOrder = defineDeskHandler('order.withdrawOrder', (desk, { commandId }) => {
  const open = openOrder(desk, commandId)
  if (!open) return refuse('NOTHING_TO_RESOLVE')
  const { orderId, caseId, customerId, agreementId } = open.order
  const taken = takeCase(desk, caseId)
  if (!taken.ok) return taken
  const facts = readCase(desk, caseId)
  const refusal = facts && settleRest(desk, facts, commandId)
  if (refusal && !refusal.ok) return refusal
  const withdrawn = desk.capture({
    type: 'order.withdrawOrder',
    body: { orderId, caseId, customerId, agreementId, shiftId: openShift(desk)?.id ?? null },
    resolves: commandId,
  })
  if (!withdrawn.ok) return withdrawn
  desk.changed('interaction', 'order', 'desk')
  return ok({})
})
