import { lazy } from 'react'
import type { CustomerView } from '#shared/domain/interaction/customer-view.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { deciding, isOneOf } from '#shared/domain/staff/roles.ts'
import { HomeToDecide } from '#renderer/slices/dispute/home-to-decide.tsx'
import { HomeScreen } from '#renderer/slices/interaction/home.screen.tsx'
import { HomeTickets } from '#renderer/slices/ticket/home-tickets.tsx'
import type { Id } from '#shared/kernel/ids.ts'
import { customerDates } from './customer-context.ts'
import type { Text } from './text.tsx'
import { type DeskTab, tabId } from './desk.store.ts'

/** The screen of the active tab. Only Home is loaded with the frame; every other screen comes when it is first opened. */
export function ScreenOf({ tabs, activeTab, session }: ScreenOfProps) {
  const tab = tabs.find((each) => tabId(each) === activeTab) ?? { kind: 'home' }
  switch (tab.kind) {
    case 'home':
      return (
        <HomeScreen
          session={session}
          toDecide={isOneOf(session.role, deciding) && <HomeToDecide />}
          tickets={<HomeTickets />}
        />
      )
    case 'case':
      return (
        <CaseScreen
          key={tab.caseId}
          caseId={tab.caseId}
          billQuestion={(work, parts) =>
            work.customer && (
              <BillScreen
                customerId={work.customer.id}
                session={session}
                work={work}
                parts={parts}
                around={aroundBill(work.caseId, `script.${work.recipe}`)}
              />
            )
          }
        />
      )
    case 'bill':
      return (
        <BillScreen
          key={tab.customerId}
          customerId={tab.customerId}
          session={session}
          work={null}
          around={aroundBill(null)}
        />
      )
    case 'customer':
      return (
        <CustomerScreen
          key={tab.customerId}
          customerId={tab.customerId}
          session={session}
          bills={({ customer, businessDate }) => (
            <BillsPanel customerId={customer.id} today={businessDate} session={session} />
          )}
          matters={({ customer }) => <MattersPanel customerId={customer.id} />}
          tickets={({ customer, tickets }) => <TicketsPanel customerId={customer.id} tickets={tickets} />}
        />
      )
    case 'needsYou':
      return <NeedsYouScreen />
    case 'toSend':
      return <ToSendScreen />
    case 'stuck':
      return <StuckScreen />
    case 'insight':
      return <InsightScreen />
    case 'toDecide':
      return <DecisionScreen session={session} />
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
const BillScreen = lazy(() =>
  import('#renderer/slices/bill/bill.screen.tsx').then((file) => ({ default: file.BillScreen })),
)
const BillsPanel = lazy(() =>
  import('#renderer/slices/bill/bills.panel.tsx').then((file) => ({ default: file.BillsPanel })),
)
const MattersPanel = lazy(() =>
  import('#renderer/slices/dispute/matters.panel.tsx').then((file) => ({ default: file.MattersPanel })),
)
const CustomerContext = lazy(() =>
  import('#renderer/slices/interaction/customer-context.panel.tsx').then((file) => ({ default: file.CustomerContext })),
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

const InsightScreen = lazy(() =>
  import('#renderer/slices/dispute/insight.screen.tsx').then((file) => ({ default: file.InsightScreen })),
)
const DecisionScreen = lazy(() =>
  import('#renderer/slices/dispute/decision.screen.tsx').then((file) => ({ default: file.DecisionScreen })),
)

/** Who a bill is about, as the customer's own screen has it, with what to say. */
function aroundBill(caseId: Id | null, script = 'script.billQuestion') {
  return (view: CustomerView, text: Text) => ({
    context: <CustomerContext view={view} caseId={caseId} script={script} />,
    dates: customerDates(view, text),
  })
}

interface ScreenOfProps {
  readonly tabs: readonly DeskTab[]
  readonly activeTab: string
  readonly session: Session
}
