import type { MirrorRow } from '#shared/contract/mirror.ts'
import { agreementMachine } from '#shared/domain/contract/states.ts'
import { caseMachine } from '#shared/domain/interaction/states.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mayMove, move, mustMove } from '../kit/move.ts'
import { tellCustomer } from '../message/queue-message.ts'
import { endLines } from '../order/end-lines.ts'
import { hasLivingAgreement } from './living-agreement.ts'

/**
 * Ends a contract within its days of withdrawal, by the core's own date: order, line, number and SIM end with it, what was
 * paid goes back in full, and the customer is told.
 */
export const withdrawAgreement = defineHandler('contract.withdrawAgreement', {
  run: async (context, body) => {
    const { businessDate, now } = context
    const row = await context.get('agreement', body.agreementId)
    if (row?.scope !== context.scope || row.case_id !== body.caseId) return rejected('AGREEMENT_UNKNOWN')
    if (!mayMove(agreementMachine, row.state, 'withdraw', undefined)) return rejected('AGREEMENT_UNKNOWN')
    if (row.withdraw_until === null) return rejected('WITHDRAWAL_NONE')
    if (businessDate > row.withdraw_until) return rejected('WITHDRAWAL_OVER', { until: row.withdraw_until })
    await withdrawAll(context, row)
    await endLines(context, row.id, now)
    const refundMinor = await payBack(context, row)
    await giveUpCase(context, row.case_id)
    await tell(context, row, refundMinor)
    return applied
  },
})

/** The contract and its addenda. */
async function withdrawAll(context: HandlerContext, { id, case_id: caseId }: MirrorRow<'agreement'>): Promise<void> {
  const all = await context.tx
    .selectFrom('agreement')
    .select(['id', 'state'])
    .where('case_id', '=', caseId)
    .where((where) => where.or([where('id', '=', id), where('parent_id', '=', id)]))
    .orderBy('id')
    .execute()
  for (const one of all) {
    const moved = move(agreementMachine, one.state, 'withdraw', undefined)
    if (moved.ok) await context.patch('agreement', one.id, { state: moved.value })
  }
}

/** What was taken for the contract, as one row back; what stood for the next bill was never taken. Gives the sum. */
async function payBack(context: HandlerContext, row: MirrorRow<'agreement'>): Promise<number> {
  const taken = await context.tx
    .selectFrom('payment')
    .selectAll()
    .where('agreement_id', '=', row.id)
    .where('method', '<>', 'nextBill')
    .execute()
  const [first] = taken
  const sumMinor = taken.reduce((sum, { amount_minor: amountMinor }) => sum + amountMinor, 0)
  if (!first || sumMinor <= 0) return 0
  await context.insert('payment', {
    id: context.ids.next(),
    scope: context.scope,
    customer_id: row.customer_id,
    case_id: row.case_id,
    agreement_id: row.id,
    method: 'refund',
    amount_minor: -sumMinor,
    currency: first.currency,
    terminal_reference: null,
    taken_at: context.now,
    taken_by: context.actorName,
    top_up_minor: 0,
    tendered_minor: null,
    desk_name: context.deskName,
    shift_id: null,
  })
  return sumMinor
}

async function giveUpCase(context: HandlerContext, caseId: string): Promise<void> {
  const row = await context.get('service_case', caseId)
  if (row && mayMove(caseMachine, row.state, 'abandon', undefined))
    await context.patch('service_case', caseId, {
      state: mustMove(caseMachine, row.state, 'abandon', undefined),
      updated_at: context.now,
    })
}

async function tell(context: HandlerContext, row: MirrorRow<'agreement'>, refundMinor: number): Promise<void> {
  const { now, policies, ids } = context
  const customer = await context.get('customer', row.customer_id)
  if (!customer) return
  if (!(await hasLivingAgreement(context, 'customer_id', customer.id)))
    await context.patch('customer', customer.id, { contract_signed_at: null })
  const params = { reference: row.reference, refundMinor }
  await tellCustomer(context, ids.next(), customer, {
    ...{ template: 'withdrawn', caseId: row.case_id, params, about: row.id, now, policies },
  })
}
