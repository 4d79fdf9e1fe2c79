import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'
import { stepBody } from '#main/workstation/sale/finish-step.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'
import { openOrder } from './open-order.ts'

/**
 * Another number for an order whose own was taken: the customer accepted it as an addendum to the signed contract. The
 * offer is saved with it, which also settles a hold the core refused.
 */
export const chooseOtherNumber = defineDeskHandler(
  'order.chooseOtherNumber',
  (desk, { commandId, msisdn, acceptedBy }) => {
    const open = openOrder(desk, commandId)
    if (!open) return refuse('NOTHING_TO_RESOLVE')
    const { orderId, caseId, customerId } = open.order
    const facts = readCase(desk, caseId)
    if (facts) {
      const offer = { ...facts.fields.offer, msisdn }
      const resolves = facts.commands.find((item) => item.type === 'number.reserveNumber' && isUnresolved(item))?.id
      const body = stepBody(facts, 'offer', offer)
      const saved = desk.capture({ type: 'interaction.saveCaseStep', body, ...(resolves && { resolves }) })
      if (!saved.ok) return saved
      desk.drafts.drop(caseId, 'offer')
    }
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
