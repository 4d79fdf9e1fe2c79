import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { queueMessage } from './queue-message.ts'

/** Words a message of an agent and queues it. Refused: a customer of no market of ours, a template or what it needs missing. */
export const sendMessage = defineHandler('message.sendMessage', {
  run: async (context, body) => {
    const { scope, policies, now, actorName: byName } = context
    const customer = await context.get('customer', body.customerId)
    if (customer?.scope !== scope) return rejected('CUSTOMER_UNKNOWN')
    const queued = await queueMessage(context, { ...body, id: body.messageId, scope, policies, now, byName })
    return queued.ok ? applied : rejected(queued.error.code, queued.error.details)
  },
})
