import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { isCallerKnown } from '../kit/caller-known.ts'

/** Grants one look at a PUK to the desk and person that ask, where the SIM is the customer's and the caller is known. */
export const revealPuk = defineHandler('number.revealPuk', {
  run: async (context, body) => {
    const { scope, command, now } = context
    const customer = await context.get('customer', body.customerId)
    const sim = await context.get('sim_card', body.iccid)
    const product = sim?.product_id ? await context.get('product', sim.product_id) : undefined
    if (customer?.scope !== scope || sim?.scope !== scope || product?.customer_id !== customer.id)
      return rejected('SIM_UNKNOWN')
    if (!(await isCallerKnown(context, customer, { act: 'revealPuk', caseId: body.caseId })))
      return rejected('CALLER_NOT_VERIFIED')
    const { deviceId: device_id, actor } = command
    await context.tx
      .insertInto('puk_reveal')
      .values({ id: command.id, device_id, user_id: actor.userId, iccid: body.iccid, at: now })
      .execute()
    return applied
  },
})
