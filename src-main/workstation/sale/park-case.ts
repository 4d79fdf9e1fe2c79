import type { Desk } from '#main/workstation/desk.ts'
import { isOneOf, serving } from '#shared/domain/staff/roles.ts'
import { saleSteps } from '#shared/domain/interaction/steps.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Captured } from './finish-step.ts'
import { openCase, stepBody } from './finish-step.ts'
import { mayWrite } from '#shared/domain/interaction/writer.ts'

/**
 * Parks what is typed and not finished: each such step travels as it is, and another desk can go on from there. The
 * strokes of a signature never leave this desk but in a sealed contract. Gives the refusal of a capture; a closed case, or
 * one another desk has, parks nothing.
 */
export function parkCase(desk: Desk, caseId: Id): Captured | undefined {
  const open = openCase(desk, caseId)
  if (!open.ok || !mayWrite(open.value.row, desk.deviceId)) return undefined
  const facts = open.value
  const isTyped = (step: string): boolean => facts.drafts.some((draft) => draft.step === step)
  const typed = saleSteps.filter((step) => step !== 'sign' && isTyped(step))
  const [noteStep] = typed.length === 0 && isTyped('note') ? saleSteps : []
  for (const step of noteStep === undefined ? typed : [noteStep]) {
    const saved = facts.steps.find(({ row }) => row.step === step)?.row
    const state = isTyped(step) || saved?.state !== 'finished' ? 'parked' : 'finished'
    const parked = desk.capture({
      type: 'interaction.saveCaseStep',
      body: { ...stepBody(facts, step, facts.fields[step]), state },
    })
    if (!parked.ok) return parked
    desk.drafts.drop(caseId, step)
  }
  if (typed.length > 0 || noteStep !== undefined) desk.drafts.drop(caseId, 'note')
  return undefined
}

/** What the person at the desk typed and did not finish travels: a colleague can go on with it at any desk. */
export function parkTyped(desk: Desk): void {
  const session = desk.session()
  if (!session || !isOneOf(session.role, serving)) return
  for (const caseId of desk.drafts.cases(session.userId)) parkCase(desk, caseId)
}
