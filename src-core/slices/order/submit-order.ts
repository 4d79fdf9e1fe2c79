import type { MirrorRow } from '#shared/contract/mirror.ts'
import { agreementMachine } from '#shared/domain/contract/states.ts'
import { orderMachine } from '#shared/domain/order/states.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { termsIn } from '../contract/terms.ts'
import { rejected } from '../kit/answers.ts'
import { finalStates, isFinal, mayMove } from '../kit/move.ts'
import type { OrderBody } from './place-order.ts'
import { placeOrder } from './place-order.ts'

/** The signed order: exactly what was signed, once for a case. A number gone meanwhile is a conflict with choices. */
export const submitOrder = defineHandler('order.submitOrder', {
  run: async (context, body) => {
    const agreement = await context.get('agreement', body.agreementId)
    if (!agreement || agreement.customer_id !== body.customerId || agreement.case_id !== body.caseId)
      return rejected('AGREEMENT_UNKNOWN')
    if (isFinal(agreementMachine, agreement.state)) return rejected('AGREEMENT_UNKNOWN')
    const isOrdered = !mayMove(agreementMachine, agreement.state, 'enforce', undefined)
    if (isOrdered || (await hasOrder(context, body))) return rejected('ORDER_EXISTS')
    if (agreement.acceptance === 'code' && !(await hasConfirmedCode(context, body.caseId)))
      return rejected('ACCEPTANCE_MISSING')
    const field = differsFromSigned(body, agreement)
    return field ? rejected('BODY_INVALID', { field }) : placeOrder(context, body, agreement)
  },
})

/** Whether the ids are used, or a living order of the same contract is there. */
async function hasOrder(context: HandlerContext, body: OrderBody): Promise<boolean> {
  if (await context.get('product_order', body.orderId)) return true
  if (await context.get('product', body.productId)) return true
  const living = await context.tx
    .selectFrom('product_order')
    .select('id')
    .where('case_id', '=', body.caseId)
    .where('agreement_id', '=', body.agreementId)
    .where('state', 'not in', finalStates(orderMachine))
    .executeTakeFirst()
  return living !== undefined
}

/** The contract is kept whatever it says; what it says of a code must be so before a line is activated. */
async function hasConfirmedCode({ tx }: HandlerContext, caseId: string): Promise<boolean> {
  const confirmed = await tx
    .selectFrom('signing_code')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', '=', 'confirmed')
    .executeTakeFirst()
  return confirmed !== undefined
}

function differsFromSigned(body: OrderBody, agreement: MirrorRow<'agreement'>): string | undefined {
  const terms = termsIn(agreement)
  if (body.planId !== terms.planId) return 'planId'
  if (body.msisdn !== terms.msisdn) return 'msisdn'
  if (body.sim !== terms.sim) return 'sim'
  const isSame =
    body.addOnIds.length === terms.addOnIds.length && body.addOnIds.every((id) => terms.addOnIds.includes(id))
  return isSame ? undefined : 'addOnIds'
}
