import { useRef, useState } from 'react'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { SpokenProvider, useText } from '#renderer/app/text.tsx'
import { CaseFrame } from '#renderer/ui/case-frame.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { BillsView, BillView } from '#shared/domain/bill/contract.ts'
import type { CustomerView } from '#shared/domain/interaction/customer-view.ts'
import { isOneOf, serving } from '#shared/domain/staff/roles.ts'
import { addDays } from '#shared/kernel/date.ts'
import { BillAbout } from './bill-about.tsx'
import { BillActions } from './bill-actions.tsx'
import { BillCaller } from './bill-caller.tsx'
import { BillLines } from './bill-lines.tsx'
import { BillOwed } from './bill-owed.panel.tsx'
import { BillRail } from './bill-rail.tsx'
import type { BillScreenProps } from './bill.screen.tsx'
import { BillState } from './bill-state.tsx'
import { BillTools } from './bill-tools.tsx'
import { BillTop } from './bill-top.tsx'
import type { Said } from './said.ts'
import type { ShownBill } from './use-shown-bill.ts'

/** A bill in the frame of a case: the others at the left, the sentence, the lines; who it is about and what is owed. */
export function OpenBill({ shown, customer, session, work, parts, around }: OpenBillProps) {
  const text = useText()
  const { t } = text
  const { view, bills, older, running, isRunning } = shown
  const { bill, other } = view
  const [find, setFind] = useState('')
  const [said, setSaid] = useState<Said>()
  const finding = useRef<HTMLInputElement>(null)
  const { context, dates } = around(customer, text)
  const customerId = bill.customer_id
  const go = (to: string | undefined): void => {
    if (to !== undefined) useDeskStore.getState().chooseBill(customerId, to)
  }
  useBillKeys({ view, bills, go, toFind: () => finding.current?.focus() })
  return (
    <SpokenProvider language={customer.customer.language}>
      <CaseFrame
        title={
          isRunning && running
            ? t('bills.heading.running', { on: addDays(running.until, -1) })
            : t(bill.kind === 'creditNote' ? 'bills.heading.creditNote' : 'bills.heading.bill', { on: bill.bill_date })
        }
        {...(isRunning && running && { second: t('price.firstBill.days', { days: running.days, of: running.ofDays }) })}
        tool={
          <>
            <BillState view={view} today={customer.businessDate} />
            {parts?.tool}
          </>
        }
        dates={dates}
        rail={
          <BillRail
            bills={bills}
            older={older}
            running={running?.view.bill.payable_minor ?? null}
            current={isRunning ? 'running' : bill.id}
            onOpen={go}
            onOlder={shown.fetchOlder}
          />
        }
        workLabel={t('bills.work', { number: bill.number })}
        contextLabel={t('case.customer')}
        context={context}
        price={<BillOwed view={view} bills={bills} running={running} />}
        actions={
          <BillActions
            view={isRunning ? null : view}
            bills={bills}
            customer={customer}
            session={session}
            work={work}
            onSaid={setSaid}
          />
        }
      >
        {parts?.above}
        {shown.olderRefusal !== undefined && <Message tone="late" cause={text.refusal(shown.olderRefusal)} />}
        {work && <BillCaller customerId={customerId} work={work} />}
        <BillTop
          view={view}
          bills={isRunning ? [bill, ...bills.bills] : [...bills.bills, ...older]}
          language={customer.customer.language}
        >
          <BillAbout bill={bill} isMade={!isRunning} said={said} onSaid={setSaid} />
        </BillTop>
        <BillTools
          view={view}
          bills={isRunning ? [] : [...bills.bills, ...older]}
          find={find}
          onFind={setFind}
          findRef={finding}
          onCompare={shown.compare}
        />
        <BillLines
          key={`${bill.id} ${other?.id ?? ''}`}
          view={view}
          find={find}
          usage={isRunning ? running?.usage : undefined}
          caseId={work?.caseId ?? null}
          mayServe={isOneOf(session.role, serving)}
        />
      </CaseFrame>
    </SpokenProvider>
  )
}

interface OpenBillProps extends Omit<BillScreenProps, 'customerId'> {
  readonly shown: ShownBill & { readonly bills: BillsView; readonly view: BillView }
  readonly customer: CustomerView
}

interface BillKeys {
  readonly view: BillView
  readonly bills: BillsView
  readonly go: (billId: string | undefined) => void
  readonly toFind: () => void
}

/** Older and newer bills, the search in usage, the customer, and who else pays. */
function useBillKeys({ view: { bill }, bills, go, toFind }: BillKeys): void {
  const { t } = useText()
  const { openBill, openCustomer } = useDeskStore()
  const at = bills.bills.findIndex(({ id }) => id === bill.id)
  const back = (): void => openCustomer(bill.customer_id)
  useActions([
    {
      id: 'older',
      label: t('bills.older'),
      icon: 'chevron-down',
      keys: 'Alt ArrowDown',
      isSilent: true,
      run: () => go(bills.bills[at + 1]?.id),
    },
    {
      id: 'newer',
      label: t('bills.newer'),
      icon: 'chevron-down',
      keys: 'Alt ArrowUp',
      isSilent: true,
      run: () => go(bills.bills[at - 1]?.id),
    },
    { id: 'findUsage', label: t('bills.find'), icon: 'search', keys: 'Alt F', run: toFind },
    { id: 'customer', label: t('customer.open'), icon: 'user', run: back },
    { id: 'back', label: t('bills.back'), icon: 'arrow-left', keys: 'Esc', isSilent: true, run: back },
    ...bills.paidBy.map(({ customerId, name }) => ({
      id: `payer:${customerId}`,
      label: t('bills.paidBy.open', { name }),
      icon: 'invoice' as const,
      run: () => openBill(customerId),
    })),
  ])
}
