import type { ReactNode } from 'react'
import { useMemo, useRef, useState } from 'react'
import { customerDates } from '#renderer/app/customer-context.ts'
import { useCall } from '#renderer/app/call.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { useStartCase } from '#renderer/app/start-case.ts'
import { useText } from '#renderer/app/text.tsx'
import { FrameMain } from '#renderer/ui/app-frame.tsx'
import { CaseFrame } from '#renderer/ui/case-frame.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { NavList } from '#renderer/ui/nav-list.tsx'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { CustomerView } from '#shared/domain/interaction/customer-view.ts'
import { isOneOf, serving } from '#shared/domain/staff/roles.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { CustomerActions } from './customer-actions.tsx'
import { CustomerContext } from './customer-context.panel.tsx'
import { CustomerHistory } from './customer-history.panel.tsx'
import { ServicesPanel } from './customer-services.panel.tsx'
import { customerParts, isHistoryPart } from './customer-parts.ts'
import classes from './case.module.css'

/** A customer from all sides: every contact, order, contract and payment from first inquiry to now. Inside AppFrame. */
export function CustomerScreen({ customerId, session, tickets, bills, matters }: CustomerScreenProps) {
  const { t, refusal: sentenceOf } = useText()
  const { data: view, refusal } = useDesk('interaction.customerView', { customerId })
  if (view) return <OpenCustomer view={view} session={session} tickets={tickets} bills={bills} matters={matters} />
  return (
    <FrameMain label={t('customer.loading')}>
      <div className={classes.waits}>
        {refusal ? (
          <Empty icon="alert" title={t('customer.gone')} hint={sentenceOf(refusal)}>
            <LinkButton label={t('app.goHome')} onClick={() => useDeskStore.getState().show('home')} />
          </Empty>
        ) : (
          <Empty icon="hourglass" title={t('customer.loading')} />
        )}
      </div>
    </FrameMain>
  )
}

function OpenCustomer({
  view,
  session,
  tickets,
  bills,
  matters,
}: Omit<CustomerScreenProps, 'customerId'> & { readonly view: CustomerView }) {
  const text = useText()
  const { t } = text
  const [part, setPart] = useState('everything')
  const note = useRef<HTMLInputElement>(null)
  const startCase = useStartCase(session)
  const { customer } = view
  const call = useCall()
  // a call whose queue says it is about a bill begins with the bill
  const asked = call?.call.customerId === customer.id ? call.wrapUp.code : ''
  const isBillFirst = view.bills > 0 && (asked === 'billQuestion' || asked === 'dispute')
  const begin = () => void startCase.start(customer.id)
  const beginBill = () => void startCase.start(customer.id, asked === 'dispute' ? 'dispute' : 'billQuestion')
  const parts = useMemo(() => customerParts(view, text), [view, text])
  useActions([
    {
      id: 'caseFor',
      label: t(isBillFirst ? 'bills.question' : 'customer.newCase'),
      icon: 'plus',
      keys: 'Ctrl Enter',
      reasonOff: startCase.reasonOff,
      run: isBillFirst ? beginBill : begin,
    },
    ...(view.bills > 0 && !isBillFirst
      ? [
          {
            id: 'billQuestion',
            label: t('bills.question'),
            icon: 'invoice' as const,
            reasonOff: startCase.reasonOff,
            run: beginBill,
          },
        ]
      : []),
    ...(view.bills > 0 ? (['dispute', 'goodwillCredit'] as const) : []).map((recipe) => ({
      id: `begin:${recipe}`,
      label: text.key(`case.title.${recipe}`),
      icon: recipe === 'dispute' ? ('flag' as const) : ('receipt' as const),
      reasonOff: startCase.reasonOff,
      run: () => void startCase.start(customer.id, recipe),
    })),
    { id: 'caseForN', label: t('customer.newCase'), icon: 'plus', keys: 'Alt N', isSilent: true, run: begin },
    { id: 'note', label: t('case.note.go'), icon: 'note', keys: 'F4', run: () => note.current?.focus() },
    {
      id: 'back',
      label: t('case.back'),
      icon: 'arrow-left',
      keys: 'Esc',
      isSilent: true,
      run: () => useDeskStore.getState().show('home'),
    },
  ])
  const name = customerName(customer)
  return (
    <CaseFrame
      title={name}
      second={
        customer.account_number === null
          ? text.key(`customer.state.${customer.state}`)
          : t('customer.account', { account: customer.account_number })
      }
      dates={customerDates(view, text)}
      rail={<NavList label={t('customer.parts')} parts={parts} current={part} onOpen={setPart} />}
      workLabel={t('customer.work')}
      contextLabel={t('case.customer')}
      context={<CustomerContext view={view} />}
      actions={
        <CustomerActions
          view={view}
          startCase={startCase}
          onBegin={begin}
          onBillQuestion={view.bills > 0 ? beginBill : undefined}
          isBillFirst={isBillFirst}
          noteRef={note}
        />
      }
    >
      {isHistoryPart(part) ? (
        <CustomerHistory
          key={part}
          view={view}
          part={part}
          mayDispute={isOneOf(session.role, serving) || session.role === 'backOffice'}
        />
      ) : part === 'tickets' ? (
        tickets(view)
      ) : part === 'bills' ? (
        bills(view)
      ) : part === 'matters' ? (
        matters(view)
      ) : (
        <ServicesPanel view={view} />
      )}
    </CaseFrame>
  )
}

interface CustomerScreenProps {
  readonly customerId: Id
  readonly session: Session
  /** The customer's tickets, which another slice shows. */
  readonly tickets: (view: CustomerView) => ReactNode
  /** The customer's bills, alike. */
  readonly bills: (view: CustomerView) => ReactNode
  readonly matters: (view: CustomerView) => ReactNode
}
