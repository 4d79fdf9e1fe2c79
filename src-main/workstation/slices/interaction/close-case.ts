import { defineDeskHandler } from '#main/workstation/desk.ts'
import { saleSteps } from '#shared/domain/interaction/steps.ts'
import { judgeClosing } from '#shared/domain/interaction/judge-closing.ts'
import { ok } from '#shared/kernel/result.ts'
import { writableCase } from '#main/workstation/sale/finish-step.ts'
import { settleRest } from '#main/workstation/sale/settle-rest.ts'

/** Gives a case up, or closes one whose line is in use. CASE_SIGNED: a signed contract is withdrawn, not given up. */
export const closeCase = defineDeskHandler('interaction.closeCase', (desk, { caseId }) => {
  const open = writableCase(desk, caseId)
  if (!open.ok) return open
  const { agreement, order } = open.value
  const judged = judgeClosing({ agreement: agreement?.row ?? null, order: order?.row ?? null })
  if (!judged.ok) return judged
  const refusal = settleRest(desk, open.value)
  if (refusal && !refusal.ok) return refusal
  const closed = desk.capture({
    type: 'interaction.closeCase',
    body: { caseId, outcome: judged.value },
  })
  if (!closed.ok) return closed
  for (const step of [...saleSteps, 'note'] as const) desk.drafts.drop(caseId, step)
  desk.changed('interaction', 'desk')
  return ok({})
})
