import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import { adjustmentMachine, isAskedBack } from '#shared/domain/adjustment/states.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import { creditLetter } from '#shared/domain/dispute/letter.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { readCreditable } from '../bill/write-credit-note.ts'
import { tellDecision } from '../message/tell-decision.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mustMove } from '../kit/move.ts'
import { applyCredit } from './apply-credit.ts'
import { partOf, sumsOf } from './credit-sums.ts'
import { narrowGrant } from './money-grant.ts'
import { openCredit } from './open-credit.ts'
import { judgeMatter } from './read-authority.ts'

/** Decides a credit somebody asked for: all of it, a part, or nothing. Above one's authority it is a signature. */
export const decideCredit = defineHandler('adjustment.decideCredit', {
  run: async (context, body) => {
    const open = await openCredit(context, body.adjustmentId)
    if (!open.ok) return rejected(open.error.code, open.error.details)
    const row = open.value
    if (row.request !== body.request) return rejected('REQUEST_CHANGED', { request: row.request })
    if (isAskedBack(row)) return rejected('ASKED_BACK', { by: row.question_by })
    if (body.askedMinor > row.asked_minor) return rejected('CREDIT_TOO_MUCH', { leftMinor: row.asked_minor })
    if (body.askedMinor < row.asked_minor && body.note.trim() === '') return rejected('NOTE_MISSING')
    const found = await readCreditable(context, row.bill_id)
    if (!found) return rejected('ADJUSTMENT_UNKNOWN')
    const parts = partOf(row, body.askedMinor)
    const sums = sumsOf(found.lines, parts, body.askedMinor, found.bill.tax_included === 1)
    if (!sums.ok) return rejected('CREDIT_TOO_MUCH', sums.error.details ?? {})
    const amountMinor = sums.value
    if (amountMinor !== body.amountMinor) return rejected('AMOUNT_DIFFERS', { amountMinor })
    const judged = await judgeMatter(context, {
      ...{ customerId: row.customer_id, billId: row.bill_id, reason: row.reason, amountMinor },
      ...{ billMinor: found.bill.payable_minor, askedBy: row.asked_by, signed: signatureOf(row) },
    })
    if (!judged) return rejected('NO_AUTHORITY')
    const { verdict, authority } = judged
    if (verdict.kind === 'never') return rejected(verdict.code)
    const { userId, name, role } = context.authority
    if (amountMinor === 0) {
      await context.patch('adjustment', row.id, {
        state: mustMove(adjustmentMachine, row.state, 'reject', undefined),
        amount_minor: 0,
        ...{ decided_by: userId, decided_name: name, authority_of: authority.userId },
        ...{ decided_at: context.now, decided_on: context.businessDate, decision_note: body.note },
      })
      await tell(context, row, { bill: found.bill, amountMinor: 0, note: body.note })
      return applied
    }
    if (verdict.kind === 'above') {
      await context.patch('adjustment', row.id, {
        state: mustMove(adjustmentMachine, row.state, 'refer', undefined),
        amount_minor: amountMinor,
        ...{ proposed_by: userId, proposed_name: name, proposed_role: role, decision_note: body.note },
      })
      return applied
    }
    const given = { billId: row.bill_id, disputeId: row.dispute_id, askedMinor: body.askedMinor, parts }
    await context.patch('adjustment', row.id, await applyCredit(context, row.id, given, { authority, note: body.note }))
    await narrowGrant(context, { userId: authority.userId, ...authority.limits })
    await tell(context, row, { bill: found.bill, amountMinor, note: body.note })
    return applied
  },
})

/** What became of it, as the customer reads it. */
async function tell(
  context: HandlerContext,
  row: AdjustmentRow,
  { bill, ...said }: { readonly bill: BillRow; readonly amountMinor: number; readonly note: string },
): Promise<void> {
  await tellDecision(context, {
    ...{ template: 'creditDecided', customerId: row.customer_id, caseId: row.case_id, about: row.id },
    letter: () => creditLetter({ number: bill.number, openMinor: bill.open_minor, ...said }),
  })
}

/** The signature a level below has given, for the sum it stands at. */
function signatureOf(row: AdjustmentRow) {
  if (row.proposed_by === '') return null
  return { userId: row.proposed_by, role: row.proposed_role, amountMinor: row.amount_minor }
}
