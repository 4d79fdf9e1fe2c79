import { judgeNextBill } from '#shared/domain/payment/payment-rules.ts'
import { paymentRow } from '#shared/domain/payment/commands.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { termsIn } from '../contract/terms.ts'
import { applied, rejected } from '../kit/answers.ts'
import { decisionInForce } from '../order/order-facts.ts'
import { openDrawerOf } from './open-drawer-of.ts'

/**
 * Records what was paid at the counter: exactly the sum signed and, for a pre-paid line, any credit beyond it; cash not
 * less than that. On the next bill only where the class allows, and only what was not settled before: another desk may have
 * taken it meanwhile. Money that is in the drawer is on record all the same, and comes off the next bill.
 */
export const recordPayment = defineHandler('payment.recordPayment', {
  run: async (context, body) => {
    const agreement = await context.get('agreement', body.agreementId)
    if (!agreement || agreement.customer_id !== body.customerId) return rejected('AGREEMENT_UNKNOWN')
    if (await context.get('payment', body.paymentId)) return rejected('BODY_INVALID', { field: 'paymentId' })
    const terms = termsIn(agreement)
    const dueMinor = terms.dueNowMinor + body.topUpMinor
    if (body.currency !== terms.currency || body.amountMinor !== dueMinor)
      return rejected('AMOUNT_DIFFERS', { amountMinor: body.amountMinor, dueMinor })
    const isPostPaid = (await context.get('offer', terms.planId))?.billing !== 'prePaid'
    if (body.topUpMinor > 0 && (isPostPaid || body.paid.method === 'nextBill')) return rejected('TOP_UP_NOT_ALLOWED')
    if (body.paid.method === 'nextBill') {
      if (await isSettled(context, agreement.id)) return rejected('PAYMENT_TWICE', { reference: agreement.reference })
      const decision = (await decisionInForce(context, agreement.customer_id)) ?? null
      const { depositMinor } = terms
      const may = judgeNextBill({ isPostPaid, depositMinor, decision, creditPolicy: context.policies.credit })
      if (!may.ok) return rejected(may.error.code)
    }
    if (body.paid.method === 'cash' && body.paid.tenderedMinor < body.amountMinor)
      return rejected('TENDERED_TOO_LITTLE', { tenderedMinor: body.paid.tenderedMinor, dueMinor: body.amountMinor })
    await context.insert(
      'payment',
      paymentRow(
        { ...body, shiftId: await openDrawerOf(context, body.shiftId) },
        {
          scope: context.scope,
          capturedAt: context.command.capturedAt,
          actorName: context.actorName,
          deskName: context.deskName,
        },
      ),
    )
    return applied
  },
})

/** Whether what is due for a contract was taken, or put on the next bill, before; the contract is locked. */
async function isSettled({ tx }: HandlerContext, agreementId: Id): Promise<boolean> {
  const paid = await tx
    .selectFrom('payment')
    .select('id')
    .where('agreement_id', '=', agreementId)
    .where('method', '<>', 'refund')
    .executeTakeFirst()
  return paid !== undefined
}
