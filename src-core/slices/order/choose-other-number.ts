import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { termsIn } from '../contract/terms.ts'
import { rejected } from '../kit/answers.ts'
import { openDecision, settleBetween } from './open-decision.ts'
import { placeOrder } from './place-order.ts'

/**
 * Another number for an order whose own was taken: the order as it was sent, with this number, and an addendum beside
 * the signed contract, which itself is never changed. Taken again, it is a conflict again.
 */
export const chooseOtherNumber = defineHandler('order.chooseOtherNumber', {
  run: async (context, body) => {
    const decision = await openDecision(context, body)
    const agreement = decision && (await context.get('agreement', decision.order.agreementId))
    if (!decision || !agreement) return rejected('NOTHING_TO_RESOLVE')
    if (await context.get('product_order', body.orderId)) return rejected('NOTHING_TO_RESOLVE')
    if (await context.get('agreement', body.addendumId)) return rejected('BODY_INVALID', { field: 'addendumId' })
    const answer = await placeOrder(context, { ...decision.order, msisdn: body.msisdn }, agreement)
    if (answer.result !== 'applied') return answer
    await writeAddendum(context, body.addendumId, agreement, body.msisdn)
    await settleBetween(context, decision)
    return answer
  },
})

async function writeAddendum(
  context: HandlerContext,
  id: string,
  parent: Parameters<typeof termsIn>[0],
  msisdn: string,
): Promise<void> {
  await context.insert('agreement', {
    id,
    scope: context.scope,
    customer_id: parent.customer_id,
    case_id: parent.case_id,
    parent_id: parent.id,
    reference: `${parent.reference}/1`,
    state: 'signed',
    language: parent.language,
    terms: JSON.stringify({ ...termsIn(parent), msisdn }),
    document_hash: parent.document_hash,
    signed_at: context.command.capturedAt,
    acceptance: parent.acceptance,
    acceptance_reference: '',
    withdraw_until: null,
    document_check: '',
    document_checked_at: null,
  })
}
