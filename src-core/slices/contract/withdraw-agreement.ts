import type { MirrorRow } from '#shared/contract/mirror.ts'
import { agreementMachine } from '#shared/domain/contract/states.ts'
import { caseMachine } from '#shared/domain/interaction/states.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { isCallerKnown } from '../kit/caller-known.ts'
import { mayMove, move, mustMove } from '../kit/move.ts'
import { tellCustomer } from '../message/queue-message.ts'
import { endLines } from '../order/end-lines.ts'
import { giveBack } from '../payment/give-back.ts'
import { hasLivingAgreement } from './living-agreement.ts'

/**
 * Ends a contract within its days of withdrawal: order, line, number and SIM end with it, what was paid goes back in full,
 * and the customer is told. Judged by the day the customer said so, as the caller's verification is: what a desk took in
 * without the core on the last day is not too late because it comes late (ADR 42).
 */
export const withdrawAgreement = defineHandler('contract.withdrawAgreement', {
  run: async (context, body) => {
    const { command, now, policies } = context
    const row = await context.get('agreement', body.agreementId)
    if (row?.scope !== context.scope || row.case_id !== body.caseId) return rejected('AGREEMENT_UNKNOWN')
    if (!mayMove(agreementMachine, row.state, 'withdraw', undefined)) return rejected('AGREEMENT_UNKNOWN')
    if (row.withdraw_until === null) return rejected('WITHDRAWAL_NONE')
    const saidOn = dateInZone(Math.min(command.capturedAt, now), policies.market.zone)
    if (saidOn > row.withdraw_until) return rejected('WITHDRAWAL_OVER', { until: row.withdraw_until })
    const customer = await context.get('customer', row.customer_id)
    if (!customer || !(await isCallerKnown(context, customer, { act: 'withdraw', caseId: row.case_id })))
      return rejected('CALLER_NOT_VERIFIED')
    await withdrawAll(context, row)
    await endLines(context, row.id, now)
    const refundMinor = await giveBack(context, row.id, body.shiftId)
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
