import { paymentRow } from '#shared/domain/payment/commands.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { termsIn } from '../contract/terms.ts'
import { applied, rejected } from '../kit/answers.ts'

/** Records what was paid at the counter: exactly the sum signed, and cash not less than it. */
export const recordPayment = defineHandler('payment.recordPayment', {
  run: async (context, body) => {
    const agreement = await context.get('agreement', body.agreementId)
    if (!agreement || agreement.customer_id !== body.customerId) return rejected('AGREEMENT_UNKNOWN')
    if (await context.get('payment', body.paymentId)) return rejected('BODY_INVALID', { field: 'paymentId' })
    const terms = termsIn(agreement)
    if (body.currency !== terms.currency || body.amountMinor !== terms.dueNowMinor)
      return rejected('AMOUNT_DIFFERS', { amountMinor: body.amountMinor, dueMinor: terms.dueNowMinor })
    if (body.paid.method === 'cash' && body.paid.tenderedMinor < body.amountMinor)
      return rejected('TENDERED_TOO_LITTLE', { tenderedMinor: body.paid.tenderedMinor, dueMinor: body.amountMinor })
    await context.insert(
      'payment',
      paymentRow(body, { scope: context.scope, capturedAt: context.command.capturedAt, actorName: context.actorName }),
    )
    return applied
  },
})
