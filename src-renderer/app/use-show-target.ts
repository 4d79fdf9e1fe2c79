import type { GuideTarget } from '#shared/domain/interaction/guide.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { useDeskStore } from './desk.store.ts'
import { useActionsNow } from './hot-keys.ts'

/** Opens the screen on which a step of the guide happens. */
export function useShowTarget(): (target: GuideTarget) => void {
  const { open, openCase, openCustomer, openNeedsYou, show } = useDeskStore()
  const runAction = useActionsNow()
  return (target) => {
    switch (target.screen) {
      case 'newCase':
        return runAction('newCase')
      case 'home':
        return show('home')
      case 'needsYou':
        return openNeedsYou()
      case 'toSend':
        return open({ kind: 'toSend' })
      case 'cable':
        return document.querySelector<HTMLElement>('footer [data-demo] button')?.focus()
      case 'case':
        return openCase(target.caseId, target.step ?? undefined)
      case 'customer':
        return openCustomer(target.customerId)
      default:
        return assertNever(target)
    }
  }
}
