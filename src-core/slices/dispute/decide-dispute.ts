import type { Authority } from '#shared/domain/adjustment/authority.ts'
import { notReversed } from '#shared/domain/adjustment/commands.ts'
import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import { lastAppealDay } from '#shared/domain/dispute/deadlines.ts'
import { decidedLetter } from '#shared/domain/dispute/letter.ts'
import type { DisputeRow } from '#shared/domain/dispute/rows.ts'
import { decidingEvent, disputeMachine } from '#shared/domain/dispute/states.ts'
import { creditParts } from '#shared/domain/bill/credit-parts.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { CommandBody } from '#shared/contract/commands.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applyCredit } from '../adjustment/apply-credit.ts'
import { narrowGrant } from '../adjustment/money-grant.ts'
import { judgeMatter } from '../adjustment/read-authority.ts'
import { keepHolds } from '../bill/keep-hold.ts'
import { readCreditable } from '../bill/write-credit-note.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mustMove } from '../kit/move.ts'
import { openDispute } from './open-dispute.ts'
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
    const found = await readCreditable(context, row.bill_id)
    if (!found) return rejected('DISPUTE_UNKNOWN')
    const over = await overClaim(context, row.id, body)
    if (over !== undefined) return rejected('CREDIT_TOO_MUCH', { leftMinor: over })
    const sums = body.lines.length === 0 ? null : creditParts(found.lines, body.lines, found.bill.tax_included === 1)
    if (sums?.ok === false) return rejected(sums.error.code, sums.error.details)
    const grantedMinor = sums?.value.totals.payableMinor ?? 0
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
      ...{ billMinor: found.bill.payable_minor, askedBy: row.filed_by, signed, firstBy: about?.decided_by ?? null },
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
    await tell(context, row, { bill: found.bill, grantedMinor, note: body.note })
    return applied
  },
})

/** The decision as the customer reads it; an appeal's is the last one here. */
async function tell(
  context: HandlerContext,
  row: DisputeRow,
  { bill, grantedMinor, note }: { readonly bill: BillRow; readonly grantedMinor: number; readonly note: string },
): Promise<void> {
  const { businessDate, policies } = context
  const { disputes } = policies
  await tellDecision(context, {
    ...{ template: 'disputeDecided', customerId: row.customer_id, caseId: row.case_id, about: row.id },
    letter: (language) =>
      decidedLetter({
        ...{ reference: row.reference, number: bill.number, openMinor: bill.open_minor },
        ...{ claimedMinor: row.claimed_minor, grantedMinor, note, due: addDays(businessDate, disputes.newDueDays) },
        appealUntil: row.about_id === null ? lastAppealDay(businessDate, disputes) : null,
        turnTo: disputes.turnTo[language] ?? '',
      }),
  })
}

/** The credit that a granted dispute is, with its note. */
async function grant(context: HandlerContext, row: DisputeRow, body: Body, authority: Authority): Promise<void> {
  const askedMinor = body.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const given = { billId: row.bill_id, disputeId: row.id, askedMinor, parts: body.lines }
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
  }
  await context.insert('adjustment', {
    ...credit,
    ...(await applyCredit(context, credit.id, given, { authority, note: body.note })),
  })
  await narrowGrant(context, { userId: authority.userId, ...authority.limits })
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
