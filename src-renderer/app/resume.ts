import { useEffect } from 'react'
import type { Session } from '#shared/domain/staff/contract.ts'
import type { CaseView, StepView } from '#shared/domain/interaction/contract.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import { useDeskStore } from './desk.store.ts'
import { askDesk } from './queries.ts'

/** How long ago a key may have been saved for its case to be opened again by itself, and how many cases are looked at. */
const freshMs = 15 * 60_000
const casesLookedAt = 12

/**
 * After a crash or a reload: if exactly one of my cases was being typed in within the last 15 minutes, it is open again,
 * at the step that was being typed.
 */
export function useResume(session: Session): void {
  const userId = session.userId
  useEffect(() => {
    let isLeft = false
    void caseToResume(Date.now()).then((found) => {
      const store = useDeskStore.getState()
      // Whoever has opened something meanwhile is not taken away from it.
      if (found && !isLeft && store.tabs.length === 1) store.openCase(found.caseId, found.step)
    })
    return () => {
      isLeft = true
    }
  }, [userId])
}

async function caseToResume(now: number): Promise<{ caseId: string; step: SaleStep } | undefined> {
  const home = await askDesk('interaction.home', {})
  if (!home.ok) return undefined
  const open = home.value.cases.filter((each) => !each.isClosed).slice(0, casesLookedAt)
  const asked = await Promise.all(open.map(({ caseId }) => askDesk('interaction.caseView', { caseId })))
  const views = asked.flatMap((answer) => (answer.ok ? [answer.value] : []))
  return resumed(views, now)
}

/** The one case typed in lately and its step: the first that is neither done nor locked. Two such cases are none. */
export function resumed(
  views: readonly Typed[],
  now: number,
): { readonly caseId: string; readonly step: SaleStep } | undefined {
  const fresh = views.filter((view) => view.fieldsSavedAt !== null && now - view.fieldsSavedAt <= freshMs)
  const [only] = fresh
  if (only === undefined || fresh.length > 1) return undefined
  const step = only.steps.find(({ state }) => state === 'wrong' || state === 'waits' || state === 'open')
  return { caseId: only.caseId, step: step?.step ?? 'reason' }
}

/** What is asked of a case here. */
export interface Typed extends Pick<CaseView, 'caseId' | 'fieldsSavedAt'> {
  readonly steps: readonly Pick<StepView, 'step' | 'state'>[]
}
