import { useEffect } from 'react'
import type { OpenWork } from '#shared/domain/interaction/contract.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { type DeskState, tabId, useDeskStore } from './desk.store.ts'
import { askDesk, tellDesk } from './queries.ts'

/** Open work outlives a crash and a change of person: tabs and steps come back as they were, and are kept from then on. */
export function useOpenWork(session: Session): void {
  const userId = session.userId
  useEffect(() => {
    let isLeft = false
    let stop = (): void => {}
    void askDesk('interaction.openWork', {}).then((kept) => {
      if (isLeft) return
      const store = useDeskStore.getState()
      // Whoever has opened something meanwhile is not taken away from it.
      if (kept.ok && store.tabs.length === 1) bringBack(kept.value)
      keep(useDeskStore.getState())
      stop = useDeskStore.subscribe((now, before) => {
        if (now.tabs !== before.tabs || now.activeTab !== before.activeTab || now.steps !== before.steps) keep(now)
      })
    })
    return () => {
      isLeft = true
      stop()
    }
  }, [userId])
}

/** What of the screen's state is open work: cases with their steps, and the one in front. */
export function openWorkOf({ tabs, activeTab, steps }: Pick<DeskState, 'tabs' | 'activeTab' | 'steps'>): OpenWork {
  const cases = tabs.flatMap((tab) =>
    tab.kind === 'case' ? [{ caseId: tab.caseId, step: steps[tab.caseId] ?? null }] : [],
  )
  const front = tabs.find((tab) => tabId(tab) === activeTab)
  return { cases: cases.slice(-30), inFront: front?.kind === 'case' ? front.caseId : null }
}

function bringBack({ cases, inFront }: OpenWork): void {
  const { openCase, show } = useDeskStore.getState()
  for (const { caseId, step } of cases) openCase(caseId, step ?? undefined)
  show(inFront === null ? 'home' : `case:${inFront}`)
}

function keep(state: DeskState): void {
  void tellDesk('interaction.keepOpenWork', openWorkOf(state))
}
