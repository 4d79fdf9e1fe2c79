import { dateInZone } from '#shared/kernel/date.ts'
import { answerBy, lastAppealDay, lastFilingDay } from '#shared/domain/dispute/deadlines.ts'
import type { FileBody } from '#shared/domain/dispute/commands.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import { heldAmount } from '#shared/domain/dispute/collectable.ts'
import { filedLetter } from '#shared/domain/dispute/letter.ts'
import type { DisputeRow } from '#shared/domain/dispute/rows.ts'
import { isOpenDispute, openDisputes } from '#shared/domain/dispute/states.ts'
import { creditParts } from '#shared/domain/bill/credit-parts.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { keepHolds } from '../bill/keep-hold.ts'
import { isTheirs, readCreditable } from '../bill/write-credit-note.ts'
import { tellDecision } from '../message/tell-decision.ts'
import { applied, conflict, rejected } from '../kit/answers.ts'
import { isCallerKnown } from '../kit/caller-known.ts'

/**
 * Takes a dispute in: from this moment its part of the bill is held out of collections. A line that is in dispute already
 * leads to the one that was first.
 */
export const fileDispute = defineHandler('dispute.fileDispute', {
  run: async (context, body) => {
    const { businessDate, policies } = context
    if (await context.get('dispute', body.disputeId)) return rejected('DISPUTE_EXISTS')
    const found = await readCreditable(context, body.billId)
    if (!found || !isTheirs(found.bill, body.customerId, context.scope)) return rejected('BILL_UNKNOWN')
    const { bill, lines } = found
    if (bill.credited_by !== null) return rejected('BILL_CREDITED', { by: bill.credited_by })
    if (!policies.disputes.disputeReasons.some(({ code }) => code === body.reason))
      return rejected('REASON_UNKNOWN', { reason: body.reason })
    const customer = await context.get('customer', bill.customer_id)
    if (!customer || !(await isCallerKnown(context, customer, { act: 'fileDispute', ...body })))
      return rejected('CALLER_NOT_VERIFIED')
    const first = await disputed(
      context,
      body.lines.map(({ lineId }) => lineId),
    )
    if (first)
      return conflict('LINE_DISPUTED', { reference: first.reference, by: first.filed_name, disputeId: first.id }, [
        { kind: 'openCustomer', value: body.customerId },
        { kind: 'withdraw', value: '' },
      ])
    const last = lastFilingDay(bill.bill_date, policies.disputes)
    if (body.aboutId === null && businessDate > last) return rejected('FILING_TOO_LATE', { last })
    const decided = body.aboutId === null ? await decidedBefore(context, body) : undefined
    if (decided) {
      const { id: disputeId, reference, decided_at: at } = decided
      const until = lastAppealDay(dateInZone(at ?? context.now, policies.market.zone), policies.disputes)
      return conflict('LINE_DECIDED', { reference, last: until, disputeId }, [
        { kind: 'openCustomer', value: body.customerId },
        { kind: 'withdraw', value: '' },
      ])
    }
    const appeal = await judgeAppeal(context, body)
    if (!appeal.ok) return rejected(appeal.error.code, appeal.error.details)
    const sums = creditParts(lines, body.lines, bill.tax_included === 1)
    if (!sums.ok) return rejected(sums.error.code, sums.error.details)
    const claimedMinor = sums.value.totals.payableMinor
    if (claimedMinor !== body.claimedMinor) return conflict('AMOUNT_DIFFERS', { amountMinor: claimedMinor }, [])
    const { name, userId } = { name: context.actorName, userId: context.command.actor.userId }
    await context.insert('dispute', {
      // the bill may have left the desks long ago
      ...{ id: body.disputeId, scope: context.scope, reference: body.reference, state: 'submitted', request: 1 },
      ...{ customer_id: body.customerId, bill_id: body.billId, case_id: body.caseId, about_id: body.aboutId },
      ...{ reason: body.reason, currency: bill.currency, claimed_minor: claimedMinor, granted_minor: 0 },
      ...{ words: body.words, words_language: body.wordsLanguage, evidence: JSON.stringify(body.evidence) },
      ...{ question: '', filed_by: userId, filed_name: name, filed_at: context.command.capturedAt },
      ...{ filed_on: businessDate, answer_by: answerBy(businessDate, policies.disputes), waiting_since: null },
      ...{ proposed_by: '', proposed_name: '', proposed_role: '', proposed_minor: null, assigned_to: '' },
      ...{ decided_by: '', decided_name: '', decided_at: null, decision_note: '', due_date: null, payment_id: null },
    })
    for (const { lineId, amountMinor } of body.lines)
      await context.insert('dispute_line', {
        ...{ id: `${body.disputeId}/${lineId}`, scope: context.scope, dispute_id: body.disputeId },
        ...{ bill_line_id: lineId, claimed_minor: amountMinor, granted_minor: 0 },
      })
    await keepHolds(context, bill.customer_id, businessDate)
    await acknowledge(context, body, { bill, claimedMinor })
    return applied
  },
})

/** The customer's acknowledgement: what need not be paid meanwhile, and when the answer comes. */
async function acknowledge(
  context: HandlerContext,
  { disputeId, reference, caseId }: FileBody,
  { bill, claimedMinor }: { readonly bill: BillRow; readonly claimedMinor: number },
): Promise<void> {
  const others = await context.tx
    .selectFrom('dispute')
    .select('claimed_minor')
    .where('bill_id', '=', bill.id)
    .where('id', '<>', disputeId)
    .where('state', 'in', [...openDisputes])
    .execute()
  const heldMinor = heldAmount(bill.open_minor, [claimedMinor, ...others.map((one) => one.claimed_minor)])
  await tellDecision(context, {
    ...{ template: 'disputeFiled', customerId: bill.customer_id, caseId, about: disputeId },
    letter: () =>
      filedLetter({
        ...{ reference, number: bill.number, claimedMinor, openMinor: bill.open_minor, heldMinor, due: bill.due_date },
        answerBy: answerBy(context.businessDate, context.policies.disputes),
      }),
  })
}

async function disputed({ tx }: HandlerContext, lineIds: readonly string[]) {
  return tx
    .selectFrom('dispute_line')
    .innerJoin('dispute', 'dispute.id', 'dispute_line.dispute_id')
    .select(['dispute.id', 'dispute.reference', 'dispute.filed_name'])
    .where('dispute_line.bill_line_id', 'in', [...lineIds])
    .where('dispute.state', 'in', [...openDisputes])
    .orderBy('dispute.filed_at')
    .executeTakeFirst()
}

/** The decision that left some of these lines to be paid: it can be appealed, and no second dispute goes around it. */
async function decidedBefore({ tx }: HandlerContext, { lines }: Pick<FileBody, 'lines'>) {
  return tx
    .selectFrom('dispute_line')
    .innerJoin('dispute', 'dispute.id', 'dispute_line.dispute_id')
    .select(['dispute.id', 'dispute.reference', 'dispute.decided_at'])
    .where(
      'dispute_line.bill_line_id',
      'in',
      lines.map(({ lineId }) => lineId),
    )
    .whereRef('dispute_line.granted_minor', '<', 'dispute_line.claimed_minor')
    .where('dispute.decided_at', 'is not', null)
    .where('dispute.state', 'not in', [...openDisputes])
    .orderBy('dispute.decided_at', 'desc')
    .executeTakeFirst()
}

type AppealRefusal = 'APPEAL_UNKNOWN' | 'APPEAL_TOO_LATE' | 'APPEAL_TWICE'

/** A decision can be appealed once, in the lines that it was about and within the policy's days; an appeal's is the last. */
async function judgeAppeal(
  context: HandlerContext,
  { aboutId, billId, lines }: Pick<FileBody, 'aboutId' | 'billId' | 'lines'>,
): Promise<Result<true, Refusal<AppealRefusal>>> {
  if (aboutId === null) return ok(true)
  const { policies, businessDate, tx } = context
  const about: DisputeRow | undefined = await context.get('dispute', aboutId)
  if (!about || about.bill_id !== billId || about.decided_at === null || isOpenDispute(about.state))
    return refuse('APPEAL_UNKNOWN')
  if (about.about_id !== null) return refuse('APPEAL_TWICE')
  const decided = await tx.selectFrom('dispute_line').select('bill_line_id').where('dispute_id', '=', aboutId).execute()
  if (lines.some(({ lineId }) => !decided.some((one) => one.bill_line_id === lineId))) return refuse('APPEAL_UNKNOWN')
  const last = lastAppealDay(dateInZone(about.decided_at, policies.market.zone), policies.disputes)
  if (businessDate > last) return refuse('APPEAL_TOO_LATE', { last })
  const twice = await tx
    .selectFrom('dispute')
    .select('id')
    .where('bill_id', '=', billId)
    .where('about_id', '=', aboutId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
  return twice ? refuse('APPEAL_TWICE') : ok(true)
}
