import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { CaseFacts } from '#main/workstation/sale/read-case.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'
import { stepBody } from '#main/workstation/sale/finish-step.ts'
import { takeCase } from '#main/workstation/sale/take-up.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'
import { openOrder } from './open-order.ts'

/**
 * Another number for an order whose own was taken: the customer accepted it as an addendum to the signed contract. The
 * offer is saved with it, once for each hold the core refused, which settles them too.
 */
export const chooseOtherNumber = defineDeskHandler(
  'order.chooseOtherNumber',
  (desk, { commandId, msisdn, acceptedBy }) => {
    const open = openOrder(desk, commandId)
    if (!open) return refuse('NOTHING_TO_RESOLVE')
    const { orderId, caseId, customerId } = open.order
    const taken = takeCase(desk, caseId)
    if (!taken.ok) return taken
    const facts = readCase(desk, caseId)
    if (facts) {
      const offer = { ...facts.fields.offer, msisdn }
      const body = stepBody(facts, 'offer', offer)
      for (const resolves of refusedHoldsOf(facts)) {
        const saved = desk.capture({ type: 'interaction.saveCaseStep', body, ...(resolves && { resolves }) })
        if (!saved.ok) return saved
      }
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

/** The holds of the case that wait for a person, or nothing once: the offer is saved in any case. */
function refusedHoldsOf({ commands }: CaseFacts): readonly (Id | undefined)[] {
  const refused = commands.filter((item) => item.type === 'number.reserveNumber' && isUnresolved(item))
  return refused.length === 0 ? [undefined] : refused.map(({ id }) => id)
}
