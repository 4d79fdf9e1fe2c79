import { isOfBill } from '#shared/domain/interaction/recipes.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { shortName } from '#shared/domain/customer/person-name.ts'
import type { OutputOf } from '#shared/contract/procedures.ts'
import { type OpenTab, TabsBar } from '#renderer/ui/tabs-bar.tsx'
import { FindButton, TopBar, TopTool } from '#renderer/ui/top-bar.tsx'
import { palette } from '#renderer/ui/palette-shell.tsx'
import { type DeskTab, tabId, useDeskStore } from './desk.store.ts'
import { useDesk, useDeskMany } from './queries.ts'
import { type Text, useText } from './text.tsx'
import { ToDecide } from './to-decide.tsx'
import { UserMenu } from './user-menu.tsx'

/** Open work at the left, find, and at the right what is mine. */
export function DeskTop({ session }: { readonly session: Session }) {
  const { t } = useText()
  const status = useDesk('desk.status', {}).data
  const store = useDeskStore()
  return (
    <TopBar
      tabs={
        <TabsBar
          label={t('app.openWork')}
          tabs={useOpenTabs(store.tabs)}
          current={store.activeTab}
          onOpen={store.show}
          onClose={store.close}
        />
      }
      find={
        <>
          <ToDecide session={session} />
          <FindButton label={t('app.find')} keys="Ctrl K" onClick={palette.open} />
        </>
      }
      mine={
        <>
          <TopTool label={t('app.needsYou')} count={status?.needsYou ?? 0} onClick={() => store.openNeedsYou()} />
          <TopTool
            label={t('app.toSend')}
            count={status?.toSend ?? 0}
            countTone={(status?.toSend ?? 0) > 0 ? 'desk' : 'quiet'}
            onClick={() => store.open({ kind: 'toSend' })}
          />
          <UserMenu session={session} unsent={status?.toSend ?? 0} />
        </>
      }
    />
  )
}

/** With more than these open, a case's tab says the name only: what tells it apart is not what is cut off. */
const manyTabs = 4

function useOpenTabs(tabs: readonly DeskTab[]): readonly OpenTab[] {
  const text = useText()
  const caseIds = tabs.flatMap((tab) => (tab.kind === 'case' ? [tab.caseId] : []))
  const views = useDeskMany(
    'interaction.caseView',
    caseIds.map((caseId) => ({ caseId })),
  )
  const viewOf = new Map(caseIds.map((caseId, at) => [caseId, views[at]]))
  const customerIds = tabs.flatMap((tab) => ('customerId' in tab ? [tab.customerId] : []))
  const customers = useDeskMany(
    'interaction.customerView',
    customerIds.map((customerId) => ({ customerId })),
    { isOnce: true },
  )
  const customerOf = new Map(customerIds.map((customerId, at) => [customerId, customers[at]]))
  return tabs.map((tab) => ({
    id: tabId(tab),
    ...(tab.kind === 'case'
      ? caseTab(viewOf.get(tab.caseId), tabs.length > manyTabs, text)
      : tab.kind === 'customer'
        ? customerTab(customerOf.get(tab.customerId), text)
        : tab.kind === 'bill'
          ? billTab(customerOf.get(tab.customerId)?.customer, text)
          : fixedTab(tab.kind, text)),
    canClose: tab.kind !== 'home',
    closeWord: text.t('app.closeTab'),
  }))
}

function fixedTab(kind: Exclude<DeskTab['kind'], 'case' | 'customer' | 'bill'>, { t }: Text) {
  const looks = {
    home: { icon: 'home', title: t('app.home') },
    needsYou: { icon: 'user-exclamation', title: t('app.needsYou') },
    toSend: { icon: 'desk', title: t('app.toSend') },
    stuck: { icon: 'stack', title: t('app.stuck') },
    insight: { icon: 'list-search', title: t('insight.title') },
    toDecide: { icon: 'gavel', title: t('decision.title') },
  } as const
  return looks[kind]
}

function customerTab(view: OutputOf<'interaction.customerView'> | undefined, { t }: Text) {
  return { icon: 'user', title: view ? shortName(view.customer) : t('customer.loading') } as const
}

function billTab(
  customer: OutputOf<'interaction.customerView'>['customer'] | null | undefined,
  { t }: Pick<Text, 't'>,
) {
  return {
    icon: 'invoice',
    title: customer ? t('bills.tab', { name: shortName(customer) }) : t('customer.loading'),
  } as const
}

// Customers stand by initials: in a shop the next customer sees the screen.
function caseTab(view: OutputOf<'interaction.caseView'> | undefined, isCrowded: boolean, { t }: Text) {
  if (view && isOfBill(view.recipe)) return billTab(view.customer, { t })
  const typed = view?.fields.reason
  const name = view?.customer
    ? shortName(view.customer)
    : typed?.kind === 'company'
      ? typed.companyName.trim()
      : shortName({ given_names: typed?.givenNames ?? '', family_name: typed?.familyName ?? '' })
  return {
    icon: view?.channel === 'phone' ? 'headset' : 'store',
    title: name === '' ? t('app.newLine') : isCrowded ? name : t('app.newLineFor', { name }),
  } as const
}
