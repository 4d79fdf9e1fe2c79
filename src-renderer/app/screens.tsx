import { lazy } from 'react'
import type { Session } from '#shared/domain/staff/contract.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { HomeScreen } from '#renderer/slices/interaction/home.screen.tsx'
import { HomeTickets } from '#renderer/slices/ticket/home-tickets.tsx'
import { type DeskTab, tabId } from './desk.store.ts'

/** The screen of the active tab. Only Home is loaded with the frame; every other screen comes when it is first opened. */
export function ScreenOf({ tabs, activeTab, session }: ScreenOfProps) {
  const tab = tabs.find((each) => tabId(each) === activeTab) ?? { kind: 'home' }
  switch (tab.kind) {
    case 'home':
      return <HomeScreen session={session} tickets={<HomeTickets />} />
    case 'case':
      return <CaseScreen key={tab.caseId} caseId={tab.caseId} />
    case 'customer':
      return (
        <CustomerScreen
          key={tab.customerId}
          customerId={tab.customerId}
          session={session}
          tickets={({ customer, tickets }) => <TicketsPanel customerId={customer.id} tickets={tickets} />}
        />
      )
    case 'needsYou':
      return <NeedsYouScreen />
    case 'toSend':
      return <ToSendScreen />
    case 'stuck':
      return <StuckScreen />
    default:
      return assertNever(tab)
  }
}

const CaseScreen = lazy(() =>
  import('#renderer/slices/interaction/case.screen.tsx').then((file) => ({ default: file.CaseScreen })),
)
const CustomerScreen = lazy(() =>
  import('#renderer/slices/interaction/customer.screen.tsx').then((file) => ({ default: file.CustomerScreen })),
)
const TicketsPanel = lazy(() =>
  import('#renderer/slices/ticket/tickets.panel.tsx').then((file) => ({ default: file.TicketsPanel })),
)
const NeedsYouScreen = lazy(() =>
  import('#renderer/slices/order/needs-you.screen.tsx').then((file) => ({ default: file.NeedsYouScreen })),
)
const ToSendScreen = lazy(() =>
  import('#renderer/slices/interaction/to-send.screen.tsx').then((file) => ({ default: file.ToSendScreen })),
)
const StuckScreen = lazy(() =>
  import('#renderer/slices/provisioning/stuck.screen.tsx').then((file) => ({ default: file.StuckScreen })),
)

interface ScreenOfProps {
  readonly tabs: readonly DeskTab[]
  readonly activeTab: string
  readonly session: Session
}
