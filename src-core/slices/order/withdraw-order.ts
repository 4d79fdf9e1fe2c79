import { agreementMachine } from '#shared/domain/contract/states.ts'
import { caseMachine } from '#shared/domain/interaction/states.ts'
import { orderMachine } from '#shared/domain/order/states.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { hasLivingAgreement } from '../contract/living-agreement.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mayMove, move, mustMove } from '../kit/move.ts'
import { letHoldsGo } from '../number/hold.ts'
import { giveBack } from '../payment/give-back.ts'
import { openDecision, settleBetween } from './open-decision.ts'
import type { OrderBody } from './place-order.ts'

/** Ends an order that waits for a decision: the contract ends without cost, what was paid goes back, its holds are free, the case is given up. */
export const withdrawOrder = defineHandler('order.withdrawOrder', {
  run: async (context, body) => {
    const decision = await openDecision(context, body)
    const agreement = await context.get('agreement', body.agreementId)
    if (!decision || !agreement || decision.order.agreementId !== body.agreementId)
      return rejected('NOTHING_TO_RESOLVE')
    if (await context.get('product_order', body.orderId)) return rejected('NOTHING_TO_RESOLVE')
    if (!mayMove(agreementMachine, agreement.state, 'withdraw', undefined)) return rejected('NOTHING_TO_RESOLVE')
    await context.patch('agreement', agreement.id, {
      state: mustMove(agreementMachine, agreement.state, 'withdraw', undefined),
    })
    await writeCancelledOrder(context, decision.order)
    await giveBack(context, agreement.id, body.shiftId)
    await letHoldsGo(context, body.caseId, context.now)
    await unsign(context, body.customerId)
    const row = await context.get('service_case', body.caseId)
    const moved = row && move(caseMachine, row.state, 'abandon', undefined)
    if (moved?.ok) await context.patch('service_case', body.caseId, { state: moved.value, updated_at: context.now })
    await settleBetween(context, decision)
    return applied
  },
})

/** The order was never placed, since a conflict writes nothing; on record it waited, then ended. */
async function writeCancelledOrder(context: HandlerContext, order: OrderBody): Promise<void> {
  const waiting = mustMove(orderMachine, 'acknowledged', 'wait', undefined)
  await context.insert('product_order', {
    id: order.orderId,
    scope: context.scope,
    customer_id: order.customerId,
    case_id: order.caseId,
    agreement_id: order.agreementId,
    state: mustMove(orderMachine, waiting, 'cancel', undefined),
    offer_id: order.planId,
    msisdn: order.msisdn,
    iccid: null,
    hold_reason: '',
    submitted_at: context.now,
    updated_at: context.now,
  })
}

async function unsign(context: HandlerContext, customerId: string): Promise<void> {
  if (await hasLivingAgreement(context, 'customer_id', customerId)) return
  if (await context.get('customer', customerId))
    await context.patch('customer', customerId, { contract_signed_at: null })
}
