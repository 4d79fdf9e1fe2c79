import { isPortDay } from '#shared/domain/number/judge-port-in.ts'
import { portInRow } from '#shared/domain/number/port-in.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/**
 * Asks the donor for a number; its answer comes later, by the job. Refused at once: a number that is ours already or on
 * its way, and a day no donor takes.
 */
export const requestPortIn = defineHandler('number.requestPortIn', {
  run: async (context, body) => {
    if (await context.get('port_in', body.portInId)) return rejected('PORT_IN_EXISTS')
    const product = await context.get('product', body.productId)
    if (product?.scope !== context.scope || product.customer_id !== body.customerId) return rejected('PRODUCT_UNKNOWN')
    if (!isPortDay(body.onDate, context.businessDate)) return rejected('PORT_DAY_WRONG')
    const number = await context.get('phone_number', body.msisdn)
    if (number && number.state !== 'ported') return rejected('PORT_NUMBER_OURS')
    if (await isOnItsWay(context, body.msisdn)) return rejected('PORT_IN_EXISTS')
    await context.insert('port_in', portInRow(body, { scope: context.scope, capturedAt: context.now }))
    return applied
  },
})

async function isOnItsWay({ tx, scope }: HandlerContext, msisdn: string): Promise<boolean> {
  const found = await tx
    .selectFrom('port_in')
    .select('id')
    .where('scope', '=', scope)
    .where('msisdn', '=', msisdn)
    .where('state', 'in', ['requested', 'refusedByDonor', 'scheduled'])
    .executeTakeFirst()
  return found !== undefined
}
