import type { ReactNode } from 'react'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDesk } from '#renderer/app/queries.ts'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { FrameMain } from '#renderer/ui/app-frame.tsx'
import type { CaseDate } from '#renderer/ui/case-frame.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { CustomerView } from '#shared/domain/interaction/customer-view.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { NoBills } from './no-bills.tsx'
import { OpenBill } from './open-bill.tsx'
import { useShownBill } from './use-shown-bill.ts'
import classes from './bill.module.css'

/** The bills of a customer, one in front with why it is what it is. `work`: the bill question it is asked in, if any. */
export function BillScreen({ customerId, session, work, parts, around }: BillScreenProps) {
  const { t, refusal: sentenceOf } = useText()
  const customer = useDesk('interaction.customerView', { customerId })
  const shown = useShownBill(customerId)
  const refusal = customer.refusal ?? shown.refusal
  if (customer.data && shown.bills && shown.view)
    return (
      <OpenBill
        shown={{ ...shown, bills: shown.bills, view: shown.view }}
        customer={customer.data}
        session={session}
        work={work}
        parts={parts}
        around={around}
      />
    )
  const isNone = shown.bills?.bills.length === 0
  return (
    <FrameMain label={t(isNone ? 'bills.title' : 'bills.loading')}>
      <div className={classes.waits}>
        {isNone && shown.bills ? (
          <>
            <NoBills bills={shown.bills} />
            <LinkButton label={t('bills.back')} onClick={() => useDeskStore.getState().openCustomer(customerId)} />
          </>
        ) : shown.isElsewhere ? (
          <Empty icon="invoice" title={t('bills.elsewhere')} hint={t('bills.elsewhere.hint')}>
            <LinkButton label={t('bills.newest')} onClick={() => useDeskStore.getState().chooseBill(customerId, '')} />
          </Empty>
        ) : refusal ? (
          <Empty icon="alert" title={t('bills.gone')} hint={sentenceOf(refusal)}>
            <LinkButton label={t('app.goHome')} onClick={() => useDeskStore.getState().show('home')} />
          </Empty>
        ) : (
          <Empty icon="hourglass" title={t('bills.loading')} />
        )}
      </div>
    </FrameMain>
  )
}

export interface BillScreenProps {
  readonly customerId: Id
  readonly session: Session
  readonly work: CaseView | null
  /** Of the bill question: handing it over, and above the bill who has it; another slice's. */
  readonly parts?: { readonly tool: ReactNode; readonly above: ReactNode } | undefined
  /** Who it is about, which another slice shows. */
  readonly around: (
    view: CustomerView,
    text: Text,
  ) => { readonly context: ReactNode; readonly dates: readonly CaseDate[] }
}
