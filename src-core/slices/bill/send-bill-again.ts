import { customerName } from '#shared/domain/customer/person-name.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { queueMessage } from '../message/queue-message.ts'

/** Words a message about a bill as it stands now and queues it; also for one that no desk has any more. */
export const sendBillAgain = defineHandler('bill.sendAgain', {
  run: async (context, body) => {
    const { scope, policies, now, actorName: byName } = context
    const bill = await context.get('bill', body.billId)
    const customer = await context.get('customer', body.customerId)
    if (!bill || bill.customer_id !== body.customerId || customer?.scope !== scope) return rejected('BILL_UNKNOWN')
    const { billId: about, messageId: id, caseId, customerId, channel, recipient, language } = body
    const queued = await queueMessage(context, {
      ...{ id, caseId, customerId, channel, recipient, language, scope, about, byName, now, policies },
      template: 'billAgain',
      params: {
        name: customerName(customer),
        number: bill.number,
        amountMinor: bill.payable_minor,
        openMinor: bill.open_minor,
        on: bill.bill_date,
        due: bill.due_date,
      },
    })
    return queued.ok ? applied : rejected(queued.error.code, queued.error.details)
  },
})
