import { defineDeskHandler } from '#main/workstation/desk.ts'
import { messageMachine } from '#shared/domain/message/states.ts'
import { mayStep } from '#shared/kernel/machine.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Sends a message to the customer once more. A one-time code goes out once: a new one is made instead. */
export const sendAgain = defineDeskHandler('message.sendAgain', (desk, { messageId }) => {
  const row = desk.view.get('message', messageId)?.row
  if (!row) return refuse('MESSAGE_UNKNOWN')
  if (row.template === 'signingCode') return refuse('MESSAGE_SECRET')
  if (!mayStep(messageMachine, row.state, 'sendAgain', undefined)) return refuse('MESSAGE_ON_ITS_WAY')
  const sent = desk.capture({
    type: 'message.sendAgain',
    body: { messageId, customerId: row.customer_id, caseId: row.case_id },
  })
  if (!sent.ok) return sent
  desk.changed('interaction', 'message', 'desk')
  return ok({})
})
