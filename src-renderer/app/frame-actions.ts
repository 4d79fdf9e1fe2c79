import { backOffice, deciding, isOneOf } from '#shared/domain/staff/roles.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { palette } from '#renderer/ui/palette-shell.tsx'
import { useDeskStore } from './desk.store.ts'
import { useGuideStore } from './guide.store.ts'
import { type DeskAction, useActions } from './hot-keys.ts'
import { useDesk } from './queries.ts'
import { useStartCase } from './start-case.ts'
import { useText } from './text.tsx'
import { useLeave } from './use-leave.ts'

/** Where one can go from anywhere; the palette's last group. */
export function useGoTo(session: Session): readonly DeskAction[] {
  const { t } = useText()
  const { open, openNeedsYou, show } = useDeskStore()
  const leave = useLeave()
  const toggleGuide = useGuideStore((state) => state.toggle)
  const isDemonstration = useDesk('desk.status', {}).data?.isDemonstration === true
  const { reasonOff, start } = useStartCase(session)
  const isBackOffice = isOneOf(session.role, backOffice)
  return [
    { id: 'newCase', label: t('home.newCase'), icon: 'plus', keys: 'Alt N', reasonOff, run: () => void start(null) },
    { id: 'home', label: t('app.home'), icon: 'home', run: () => show('home') },
    { id: 'needsYou', label: t('app.needsYou'), icon: 'user-exclamation', run: () => openNeedsYou() },
    { id: 'toSend', label: t('app.toSend'), icon: 'desk', run: () => open({ kind: 'toSend' }) },
    {
      id: 'stuck',
      label: t('app.stuck'),
      icon: 'stack',
      reasonOff: isBackOffice ? undefined : t('stuck.notAllowed'),
      run: () => open({ kind: 'stuck' }),
    },
    {
      id: 'insight',
      label: t('insight.title'),
      icon: 'list-search',
      reasonOff: isOneOf(session.role, deciding) ? undefined : t('decision.notAllowed'),
      run: () => open({ kind: 'insight' }),
    },
    {
      id: 'toDecide',
      label: t('decision.title'),
      icon: 'gavel',
      keys: 'Alt Q',
      reasonOff: isOneOf(session.role, deciding) ? undefined : t('decision.notAllowed'),
      run: () => open({ kind: 'toDecide' }),
    },
    ...(isDemonstration
      ? [{ id: 'guide', label: t('guide.title'), icon: 'book', keys: 'F1', run: toggleGuide } as const]
      : []),
    { id: 'lock', label: t('user.lock'), icon: 'lock', keys: 'Ctrl L', isAlways: true, run: leave.lock },
    { id: 'signOut', label: t('user.signOut'), icon: 'logout', run: leave.signOut },
  ]
}

/** Keys of the frame: they work on every screen, unless the screen has the same ones for itself. */
export function useFrameActions(session: Session): void {
  const goTo = useGoTo(session)
  const { activeTab, show } = useDeskStore()
  useActions([
    ...goTo.map((action) => ({ ...action, isSilent: true })),
    { id: 'find', label: '', icon: 'search', keys: 'Ctrl K', isSilent: true, run: palette.open },
    ...(activeTab === 'home'
      ? []
      : [{ id: 'back', label: '', icon: 'arrow-left', keys: 'Esc', isSilent: true, run: () => show('home') } as const]),
  ])
}
