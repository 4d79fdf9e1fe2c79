import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { isCallerKnown } from '../kit/caller-known.ts'

/** Keeps the hash of the word agreed with a customer; the former word counts no more. */
export const setSecurityWord = defineHandler('verification.setSecurityWord', {
  run: async (context, body) => {
    const customer = await context.get('customer', body.customerId)
    if (customer?.scope !== context.scope) return rejected('CUSTOMER_UNKNOWN')
    if (!(await isCallerKnown(context, customer, { ...body, act: 'setSecurityWord' })))
      return rejected('CALLER_NOT_VERIFIED')
    const set = { answer_hash: body.answerHash, set_at: context.command.capturedAt, set_by: context.actorName }
    if (await context.get('security_word', customer.id)) await context.patch('security_word', customer.id, set)
    else await context.insert('security_word', { id: customer.id, scope: context.scope, ...set })
    return applied
  },
})
