import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { matterOf } from './read-matters.ts'

/** Takes a decision back while its seconds are not over. */
export const undo = defineDeskHandler('decision.undo', (desk, { heldId }) =>
  desk.decisions.takeBack(heldId) ? ok({}) : refuse('UNDO_TOO_LATE'),
)

/** Asks the customer of a dispute something, or whoever asked for a credit: nothing is decided before the answer. */
export const askBack = defineDeskHandler('decision.askBack', (desk, { kind, id, request, question }) => {
  const row = matterOf(desk, kind, id)
  if (!row) return refuse('NOT_FOUND')
  const asking = { customerId: row.customerId, request, question }
  const asked =
    kind === 'dispute'
      ? desk.capture({ type: 'dispute.askBack', body: { disputeId: id, ...asking } })
      : desk.capture({ type: 'adjustment.askBack', body: { adjustmentId: id, ...asking } })
  if (!asked.ok) return asked
  desk.changed('decision', 'dispute', 'adjustment', 'desk')
  return ok({})
})

/** Gives a dispute, or a credit that somebody asked for, to a colleague to decide. */
export const reassign = defineDeskHandler('decision.reassign', (desk, { kind, id, toId }) => {
  const row = matterOf(desk, kind, id)
  if (!row) return refuse('NOT_FOUND')
  const { customerId } = row
  const given =
    kind === 'dispute'
      ? desk.capture({ type: 'dispute.reassign', body: { disputeId: id, customerId, toId } })
      : desk.capture({ type: 'adjustment.reassignCredit', body: { adjustmentId: id, customerId, toId } })
  if (!given.ok) return given
  desk.changed('decision', 'dispute', 'adjustment', 'desk')
  return ok({})
})
