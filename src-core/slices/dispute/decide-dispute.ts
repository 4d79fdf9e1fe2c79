import type { Authority } from '#shared/domain/adjustment/authority.ts'
import { notAskedBack, notReversed } from '#shared/domain/adjustment/commands.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import { lastAppealDay } from '#shared/domain/dispute/deadlines.ts'
import { decidedLetter } from '#shared/domain/dispute/letter.ts'
import type { DisputeRow } from '#shared/domain/dispute/rows.ts'
import { decidingEvent, disputeMachine } from '#shared/domain/dispute/states.ts'
import { creditParts } from '#shared/domain/bill/credit-parts.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { CommandBody } from '#shared/contract/commands.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applyAccountCredit, applyCredit } from '../adjustment/apply-credit.ts'
import { narrowGrant } from '../adjustment/money-grant.ts'
import { judgeMatter } from '../adjustment/read-authority.ts'
import { keepHolds } from '../bill/keep-hold.ts'
import { readCreditable } from '../bill/write-credit-note.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mustMove } from '../kit/move.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { openDispute } from './open-dispute.ts'
import type { AskedSums } from './of-top-up.ts'
import { ofTopUp } from './of-top-up.ts'
import { tellDecision } from '../message/tell-decision.ts'

type Body = CommandBody<'dispute.decideDispute'>

/**
 * Decides a dispute: what is granted becomes a credit note at once, the rest is due again later, and nothing is held out any
 * more. Above the authority of whoever decides it is a signature, and somebody higher, or a second of the same rank, decides.
 */
export const decideDispute = defineHandler('dispute.decideDispute', {
  run: async (context, body) => {
    const open = await openDispute(context, body.disputeId)
    if (!open.ok) return rejected(open.error.code, open.error.details)
    const row = open.value
    if (row.request !== body.request) return rejected('REQUEST_CHANGED', { request: row.request })
    const asked = row.payment_id === null ? await ofBill(context, row, body) : await ofTopUp(context, row, body)
    if (!asked.ok) return rejected(asked.error.code, asked.error.details)
    const { grantedMinor, billMinor } = asked.value
    if (grantedMinor !== body.grantedMinor) return rejected('AMOUNT_DIFFERS', { amountMinor: grantedMinor })
    const event = decidingEvent(row.claimed_minor, grantedMinor)
    if (event !== 'approve' && body.note.trim() === '') return rejected('NOTE_MISSING')
    const signed =
      row.proposed_by === '' || row.proposed_minor === null
        ? null
        : { userId: row.proposed_by, role: row.proposed_role, amountMinor: row.proposed_minor }
    const about = row.about_id === null ? undefined : await context.get('dispute', row.about_id)
    const judged = await judgeMatter(context, {
      ...{ customerId: row.customer_id, billId: row.bill_id, reason: row.reason, amountMinor: grantedMinor },
      ...{ billMinor, askedBy: row.filed_by, signed, firstBy: about?.decided_by ?? null },
    })
    if (!judged) return rejected('NO_AUTHORITY')
    const { verdict, authority } = judged
    if (verdict.kind === 'never') return rejected(verdict.code)
    if (verdict.kind === 'above') {
      const { userId, name, role } = context.authority
      await context.patch('dispute', row.id, {
        state: mustMove(disputeMachine, row.state, 'refer', undefined),
        ...{ proposed_by: userId, proposed_name: name, proposed_role: role, proposed_minor: grantedMinor },
        ...{ decision_note: body.note, assigned_to: '' },
      })
      return applied
    }
    const { userId, name } = context.authority
    await context.patch('dispute', row.id, {
      state: mustMove(disputeMachine, row.state, event, undefined),
      ...{ granted_minor: grantedMinor, decided_by: userId, decided_name: name, decided_at: context.now },
      ...{ decision_note: body.note, waiting_since: null },
      due_date: addDays(context.businessDate, context.policies.disputes.newDueDays),
    })
    for (const { lineId, amountMinor } of body.lines)
      await context.patch('dispute_line', `${row.id}/${lineId}`, { granted_minor: amountMinor })
    if (grantedMinor > 0) await grant(context, row, body, authority)
    else await keepHolds(context, row.customer_id, context.businessDate)
    await tell(context, row, { ...asked.value, note: body.note })
    return applied
  },
})

/** The decision as the customer reads it; an appeal's is the last one here. */
async function tell(
  context: HandlerContext,
  row: DisputeRow,
  { number, openMinor, grantedMinor, note }: AskedSums & { readonly note: string },
): Promise<void> {
  const { businessDate, policies } = context
  const { disputes } = policies
  await tellDecision(context, {
    ...{ template: 'disputeDecided', customerId: row.customer_id, caseId: row.case_id, about: row.id },
    letter: (language) =>
      decidedLetter({
        ...{ reference: row.reference, number, openMinor },
        ...{ claimedMinor: row.claimed_minor, grantedMinor, note, due: addDays(businessDate, disputes.newDueDays) },
        appealUntil: row.about_id === null ? lastAppealDay(businessDate, disputes) : null,
        turnTo: disputes.turnTo[language] ?? '',
      }),
  })
}

/** The credit that a granted dispute is, with its note. */
async function grant(context: HandlerContext, row: DisputeRow, body: Body, authority: Authority): Promise<void> {
  const ofLines = body.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const askedMinor = row.payment_id === null ? ofLines : body.grantedMinor
  const credit: Omit<AdjustmentRow, 'version' | 'amount_minor' | 'state'> = {
    ...{ id: body.adjustmentId, scope: row.scope, reference: row.reference, kind: 'credit', request: row.request },
    ...{ customer_id: row.customer_id, bill_id: row.bill_id, dispute_id: row.id, case_id: row.case_id },
    ...{ asked_minor: askedMinor, currency: row.currency, reason: row.reason, note: '' },
    lines: JSON.stringify(body.lines),
    ...{ asked_by: row.filed_by, asked_name: row.filed_name, asked_role: '', asked_at: row.filed_at },
    ...{ proposed_by: row.proposed_by, proposed_name: row.proposed_name, proposed_role: row.proposed_role },
    ...{ assigned_to: '', decided_by: '', decided_name: '', authority_of: '', decided_at: null, decided_on: '' },
    ...{ decision_note: '', document_id: null, grant_id: null },
    ...notReversed,
    ...notAskedBack,
  }
  const given = { billId: row.bill_id, disputeId: row.id, askedMinor, parts: body.lines }
  const by = { authority, note: body.note }
  const booked =
    row.payment_id === null
      ? await applyCredit(context, credit.id, given, by)
      : await applyAccountCredit(context, { ...credit, amount_minor: body.grantedMinor }, by)
  await context.insert('adjustment', { ...credit, ...booked })
  await narrowGrant(context, { userId: authority.userId, ...authority.limits })
}

/** What of the bill's lines is granted, counted again. */
async function ofBill(context: HandlerContext, row: DisputeRow, body: Body) {
  const found = await readCreditable(context, row.bill_id)
  if (!found) return refuse('DISPUTE_UNKNOWN')
  const over = await overClaim(context, row.id, body)
  if (over !== undefined) return refuse('CREDIT_TOO_MUCH', { leftMinor: over })
  const { number, open_minor: openMinor, payable_minor: billMinor, tax_included: isTaxIncluded } = found.bill
  if (body.lines.length === 0) return ok({ grantedMinor: 0, billMinor, number, openMinor })
  const sums = creditParts(found.lines, body.lines, isTaxIncluded === 1)
  return sums.ok ? ok({ grantedMinor: sums.value.totals.payableMinor, billMinor, number, openMinor }) : sums
}

/** What a line claims at most, where a decision grants more of it. */
async function overClaim({ tx }: HandlerContext, disputeId: string, { lines }: Body): Promise<number | undefined> {
  const claims = await tx
    .selectFrom('dispute_line')
    .select(['bill_line_id', 'claimed_minor'])
    .where('dispute_id', '=', disputeId)
    .execute()
  for (const { lineId, amountMinor } of lines) {
    const claimed = claims.find((one) => one.bill_line_id === lineId)?.claimed_minor ?? 0
    if (amountMinor > claimed) return claimed
  }
  return undefined
}
