import { useState } from 'react'
import { wrongField } from '#renderer/app/case-step.ts'
import { invalidateTopics } from '#renderer/app/queries.ts'
import { call } from '#renderer/bridge/client.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { CaseFields } from './use-case-fields.ts'

/** Finishing steps of a case: saves what is typed, asks the desk, keeps its refusal and every word of the text. */
export function useFinishStep(caseId: Id, fields: CaseFields): FinishStep {
  const [busy, setBusy] = useState<SaleStep | undefined>(undefined)
  const [refused, setRefused] = useState<Readonly<Partial<Record<SaleStep, Refusal>>>>({})

  async function finish(step: SaleStep): Promise<boolean> {
    if (busy !== undefined) return false
    setBusy(step)
    const { [step]: _former, ...rest } = refused
    setRefused(rest)
    const result = (await fields.flush()) ? await finishThere(step, caseId) : refuse('STORAGE_FAILED')
    if (result.ok) {
      fields.settle(step)
      await invalidateTopics(['interaction'])
    } else setRefused({ ...rest, [step]: result.error })
    setBusy(undefined)
    return result.ok
  }

  return {
    finish,
    busy,
    refusalOf: (step) => refused[step],
    forget: (step, changed) => {
      const wrong = wrongField(refused[step])
      if (refused[step] === undefined || (wrong && !changed.includes(wrong.field))) return
      setRefused(({ [step]: _former, ...rest }) => rest)
    },
  }
}

export interface FinishStep {
  /** True when the step is finished on this desk. */
  readonly finish: (step: SaleStep) => Promise<boolean>
  readonly busy: SaleStep | undefined
  readonly refusalOf: (step: SaleStep) => Refusal | undefined
  /** Fields of a step were changed: what was refused because of them is not said any longer. */
  readonly forget: (step: SaleStep, changed: readonly string[]) => void
}

async function finishThere(step: SaleStep, caseId: Id): Promise<Result<unknown>> {
  try {
    return await finishCall(step, caseId)
  } catch {
    return refuse('INTERNAL')
  }
}

function finishCall(step: SaleStep, caseId: Id): Promise<Result<unknown>> {
  switch (step) {
    case 'reason':
      return call('customer.finishReason', { caseId })
    case 'offer':
      return call('catalogue.finishOffer', { caseId })
    case 'identity':
      return call('identity.finishIdentity', { caseId })
    case 'credit':
      return call('credit.finishCredit', { caseId })
    case 'sign':
      return call('contract.finishSign', { caseId })
    case 'payNow':
      return call('payment.finishPayNow', { caseId })
    case 'activation':
      return Promise.resolve(ok({}))
    default:
      return assertNever(step)
  }
}
