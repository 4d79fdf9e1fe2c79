import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import { isAskedBack } from '#shared/domain/adjustment/states.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { readCreditable } from '../bill/write-credit-note.ts'
import { applied, rejected } from '../kit/answers.ts'
import { partOf, sumsOf } from './credit-sums.ts'
import { openCredit } from './open-credit.ts'

/** Asks back about a credit that somebody else asked for: until it is answered nobody decides it. */
export const askBack = defineHandler('adjustment.askBack', {
  run: async (context, body) => {
    const open = await openCredit(context, body.adjustmentId)
    if (!open.ok) return rejected(open.error.code, open.error.details)
    const row = open.value
    if (row.request !== body.request) return rejected('REQUEST_CHANGED', { request: row.request })
    if (isAskedBack(row)) return rejected('ASKED_BACK', { by: row.question_by })
    const { userId, name } = context.authority
    if (row.asked_by === userId) return rejected('APPROVAL_BY_SELF')
    await context.patch('adjustment', row.id, {
      ...{ question: body.question, question_by: name, answer: '', waiting_since: context.now },
      assigned_to: userId,
    })
    return applied
  },
})

/** Answers it: another request from then on, so that nothing decided or signed before it counts. */
export const answer = defineHandler('adjustment.answer', {
  run: async (context, body) => {
    const open = await openCredit(context, body.adjustmentId)
    if (!open.ok) return rejected(open.error.code, open.error.details)
    const row = open.value
    if (row.request !== body.request || !isAskedBack(row)) return rejected('ANSWERED_ALREADY')
    await context.patch('adjustment', row.id, {
      ...{ request: row.request + 1, answer: body.note, waiting_since: null },
      ...(row.proposed_by === '' ? {} : await unsigned(context, row)),
    })
    return applied
  },
})

/** Without its signature it stands at what was asked for, as far as the bill still has it. */
async function unsigned(context: HandlerContext, row: AdjustmentRow): Promise<Partial<AdjustmentRow>> {
  const found = await readCreditable(context, row.bill_id)
  const parts = partOf(row, row.asked_minor)
  const sums = found && sumsOf(found.lines, parts, row.asked_minor, found.bill.tax_included === 1)
  return {
    ...{ proposed_by: '', proposed_name: '', proposed_role: '', decision_note: '' },
    ...(sums?.ok === true && { amount_minor: sums.value }),
  }
}
