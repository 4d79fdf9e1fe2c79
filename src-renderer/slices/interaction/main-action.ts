import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import { saleSteps } from '#shared/domain/interaction/steps.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import type { Sentence } from '#shared/kernel/sentence.ts'
import { say } from '#shared/kernel/sentence.ts'

/** What the solid button of a step says and does: finish it, go on to another, or leave the case. */
export interface MainAction {
  readonly label: Sentence
  readonly does: 'finish' | 'go' | 'leave'
}

/** The main action of a step: finishing it while something of it is unfinished or was changed, else going on. */
export function mainActionOf(step: SaleStep, view: CaseView, isChanged: boolean): MainAction {
  const isOpen = isChanged || !isFinished(step, view)
  switch (step) {
    case 'reason':
    case 'offer':
      return { label: say(`case.main.${step}`), does: isOpen ? 'finish' : 'go' }
    case 'identity':
      return {
        label: say(isPrePaid(view) ? 'case.main.identity.prePaid' : 'case.main.identity'),
        does: isOpen ? 'finish' : 'go',
      }
    case 'credit':
      if (view.decision === null && !isPrePaid(view)) return { label: say('case.main.credit.ask'), does: 'finish' }
      return { label: say('case.main.credit'), does: 'go' }
    case 'sign':
      return view.agreement
        ? { label: say('case.main.sign'), does: 'go' }
        : { label: say('case.main.sign.seal'), does: 'finish' }
    case 'payNow':
      return payNowAction(view)
    case 'activation':
      return { label: say('case.main.activation'), does: 'leave' }
    default:
      return assertNever(step)
  }
}

/** The step after this one; a pre-paid offer has no Credit. */
export function stepAfter(step: SaleStep, view: CaseView): SaleStep {
  const next = saleSteps[saleSteps.indexOf(step) + 1] ?? step
  return next === 'credit' && isPrePaid(view) ? 'sign' : next
}

/** Whether the offer in the basket is pre-paid, as typed now. */
export function isPrePaid(view: CaseView): boolean {
  return view.fields.offer.billing === 'prePaid'
}

function payNowAction(view: CaseView): MainAction {
  // a refused order whose step was opened again is sent once more; what was paid stands
  if (view.marks.order.state === 'needsYou' && !isFinished('payNow', view))
    return { label: say('case.main.payNow.send'), does: 'finish' }
  if (view.order !== null || view.marks.order.state !== 'none') return { label: say('case.main.payNow'), does: 'go' }
  const { payNow } = view.fields
  const due = view.quote?.dueNowMinor ?? 0
  if (due === 0 || payNow.method === 'nextBill') return { label: say('case.main.payNow.send'), does: 'finish' }
  const topUp = isPrePaid(view) && view.quote ? parseAmount(payNow.topUp, view.quote.currency) : undefined
  const amountMinor = due + (topUp?.ok === true ? topUp.value : 0)
  return { label: say('case.main.payNow.take', { amountMinor }), does: 'finish' }
}

/** Finished, and no draft is newer than what was finished (a desk that was killed meanwhile forgets what was changed). */
function isFinished(step: SaleStep, view: CaseView): boolean {
  if (step === 'activation') return true
  const mark = step === 'sign' ? view.marks.agreement : step === 'payNow' ? view.marks.payment : view.marks[step]
  if (mark.state !== 'confirmed' && mark.state !== 'desk') return false
  return view.fieldsSavedAt === null || mark.at === null || view.fieldsSavedAt <= mark.at
}
