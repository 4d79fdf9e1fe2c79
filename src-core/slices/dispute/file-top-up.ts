import type { TopUpBody } from '#shared/domain/dispute/commands.ts'
import { answerBy, lastAppealDay, lastFilingDay } from '#shared/domain/dispute/deadlines.ts'
import { filedLetter } from '#shared/domain/dispute/letter.ts'
import { isOpenDispute } from '#shared/domain/dispute/states.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, conflict, rejected } from '../kit/answers.ts'
import { isCallerKnown } from '../kit/caller-known.ts'
import { tellDecision } from '../message/tell-decision.ts'
import { leftOfTopUp } from './of-top-up.ts'

/** Takes in a dispute of a pre-paid top-up. Of each there is one at a time, and what was decided is appealed. */
export const fileTopUp = defineHandler('dispute.fileTopUp', {
  run: async (context, body) => {
    const { businessDate, policies } = context
    const { disputes, market } = policies
    if (await context.get('dispute', body.disputeId)) return rejected('DISPUTE_EXISTS')
    const customer = await context.get('customer', body.customerId)
    const payment = await context.get('payment', body.paymentId)
    if (!customer || payment?.customer_id !== customer.id || payment.scope !== context.scope)
      return rejected('PAYMENT_UNKNOWN')
    if (payment.top_up_minor <= 0) return rejected('PAYMENT_UNKNOWN')
    if (!(await isCallerKnown(context, customer, { act: 'fileDispute', ...body })))
      return rejected('CALLER_NOT_VERIFIED')
    if (payment.currency !== body.currency) return rejected('CREDIT_CURRENCY', { currency: payment.currency })
    if (!disputes.topUpReasons.some(({ code }) => code === body.reason))
      return rejected('REASON_UNKNOWN', { reason: body.reason })
    const before = await context.tx.selectFrom('dispute').selectAll().where('payment_id', '=', payment.id).execute()
    const open = before.find(({ state }) => isOpenDispute(state))
    const choices = [
      { kind: 'openCustomer', value: customer.id },
      { kind: 'withdraw', value: '' },
    ] as const
    if (open) {
      const { id: disputeId, reference, filed_name: by } = open
      return conflict('LINE_DISPUTED', { reference, by, disputeId }, choices)
    }
    const untilOf = (decidedAt: number) => lastAppealDay(dateInZone(decidedAt, market.zone), disputes)
    const left = before.find((one) => one.decided_at !== null && one.granted_minor < one.claimed_minor)
    if (body.aboutId !== null) {
      const about = before.find(({ id }) => id === body.aboutId)
      if (!about || about.decided_at === null) return rejected('APPEAL_UNKNOWN')
      if (about.about_id !== null) return rejected('APPEAL_TWICE')
      const last = untilOf(about.decided_at)
      if (businessDate > last) return rejected('APPEAL_TOO_LATE', { last })
      if (before.some((one) => one.about_id === about.id && one.state !== 'withdrawn')) return rejected('APPEAL_TWICE')
    } else {
      const last = lastFilingDay(dateInZone(payment.taken_at, market.zone), disputes)
      if (businessDate > last) return rejected('FILING_TOO_LATE', { last })
      if (left) {
        const { id: disputeId, reference, decided_at: at } = left
        return conflict('LINE_DECIDED', { reference, last: untilOf(at ?? context.now), disputeId }, choices)
      }
    }
    const leftMinor = await leftOfTopUp(context, payment)
    if (body.claimedMinor > leftMinor) return rejected('CREDIT_TOO_MUCH', { leftMinor })
    await insert(context, body)
    const { reference, claimedMinor, caseId } = body
    await tellDecision(context, {
      ...{ template: 'disputeFiled', customerId: customer.id, caseId, about: body.disputeId },
      letter: () =>
        filedLetter({
          ...{ reference, number: '', claimedMinor, openMinor: 0, heldMinor: 0, due: '' },
          answerBy: answerBy(businessDate, disputes),
        }),
    })
    return applied
  },
})

async function insert({ businessDate, command, ...context }: HandlerContext, body: TopUpBody): Promise<void> {
  await context.insert('dispute', {
    ...{ id: body.disputeId, scope: context.scope, reference: body.reference, state: 'submitted', request: 1 },
    ...{ customer_id: body.customerId, bill_id: '', case_id: body.caseId, about_id: body.aboutId },
    ...{ reason: body.reason, currency: body.currency, claimed_minor: body.claimedMinor, granted_minor: 0 },
    ...{ words: body.words, words_language: body.wordsLanguage, evidence: JSON.stringify(body.evidence) },
    ...{ question: '', filed_by: command.actor.userId, filed_name: context.actorName, filed_at: command.capturedAt },
    ...{ filed_on: businessDate, answer_by: answerBy(businessDate, context.policies.disputes), waiting_since: null },
    ...{ proposed_by: '', proposed_name: '', proposed_role: '', proposed_minor: null, assigned_to: '' },
    ...{ decided_by: '', decided_name: '', decided_at: null, decision_note: '', due_date: null },
    payment_id: body.paymentId,
  })
}
