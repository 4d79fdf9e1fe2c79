import { Suspense, useEffect } from 'react'
import type { Session } from '#shared/domain/staff/contract.ts'
import { AppFrame } from '#renderer/ui/app-frame.tsx'
import { CallBar } from '#renderer/slices/phone/call-bar.tsx'
import { DeskPalette } from './palette.tsx'
import { DeskStatus } from './desk-status.tsx'
import { DeskTop } from './desk-top.tsx'
import { useDeskStore } from './desk.store.ts'
import { GuidePanel } from './guide.panel.tsx'
import { Guard } from './guard.tsx'
import { KnowledgePanel } from './knowledge.panel.tsx'
import { Matters } from './matters.tsx'
import { useOpenWork } from './open-work.ts'
import { ScreenOf } from './screens.tsx'
import { useFrameActions } from './frame-actions.ts'

/** The window while somebody is signed in: open work above, one screen, the status line, and the palette over it. */
export function DeskFrame({ session }: { readonly session: Session }) {
  const { tabs, activeTab, show, sitDown } = useDeskStore()
  useEffect(() => sitDown(session.userId), [sitDown, session.userId])
  useOpenWork(session)
  useFrameActions(session)
  return (
    <AppFrame top={<DeskTop session={session} />} call={<CallBar session={session} />} status={<DeskStatus />}>
      <Guard name={activeTab} onHome={() => show('home')}>
        <Suspense>
          <ScreenOf tabs={tabs} activeTab={activeTab} session={session} />
        </Suspense>
      </Guard>
      <DeskPalette session={session} />
      <GuidePanel session={session} />
      <KnowledgePanel />
      <Matters />
    </AppFrame>
  )
}
