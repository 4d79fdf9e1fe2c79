import { useState } from 'react'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useMatterStore } from '#renderer/app/matter.store.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import type { BillsView, BillView } from '#shared/domain/bill/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import { backOffice, isOneOf, serving } from '#shared/domain/staff/roles.ts'
import { RecordTransfer } from './record-transfer.tsx'
import type { Said } from './said.ts'
import { refused, said } from './said.ts'
import { TakePayment } from './take-payment.tsx'

/** What is done with a bill beside explaining it: it is sent again, paid. */
export function BillServices({ view, bills, caseId, role, onSaid }: BillServicesProps) {
  const { t } = useText()
  const [isPaying, setPaying] = useState(false)
  const [isEntering, setEntering] = useState(false)
  const mayServe = isOneOf(role, serving)
  const mayEnter = isOneOf(role, backOffice)
  const send = useDeskCommand('bill.sendAgain')
  const { bill } = view
  const noRight = mayServe ? undefined : t('home.newCaseOff')
  const sendOff = role === 'backOffice' ? undefined : noRight
  const payOff = noRight ?? (bills.openMinor === 0 ? t('bills.pay.nothing') : undefined)
  const canCredit = bill.kind === 'bill' && bill.credited_by === null
  const creditOff = noRight ?? (canCredit ? undefined : t('dispute.nothing'))
  const credit = (): void => useMatterStore.getState().show({ kind: 'give', billId: bill.id, caseId, chosen: [] })
  const charge = (): void =>
    useMatterStore.getState().show({ kind: 'charge', customerId: bill.customer_id, billId: bill.id, caseId })
  const enter = (): void => setEntering(true)
  const sendAgain = async (): Promise<void> => {
    if (send.isBusy || sendOff !== undefined) return
    const sent = await send.run({ customerId: bill.customer_id, billId: bill.id, caseId })
    onSaid(sent.ok ? said('bills.sentAgain', { recipient: sent.value.recipient }) : refused(sent.error))
  }
  useActions([
    {
      id: 'sendBill',
      label: t('bills.sendAgain'),
      icon: 'mail',
      keys: 'Alt S',
      reasonOff: sendOff,
      run: () => void sendAgain(),
    },
    {
      id: 'payBill',
      label: t('bills.pay.title'),
      icon: 'coin',
      keys: 'Alt P',
      reasonOff: payOff,
      run: () => setPaying(true),
    },
    {
      id: 'creditBill',
      label: t('goodwill.button'),
      icon: 'receipt',
      keys: 'Alt C',
      reasonOff: creditOff,
      run: credit,
    },
    { id: 'chargeBill', label: t('charge.title'), icon: 'receipt', keys: 'Alt G', reasonOff: noRight, run: charge },
    ...(mayEnter
      ? [{ id: 'enterTransfer', label: t('bills.transfer.title'), icon: 'coin' as const, keys: 'Alt T', run: enter }]
      : []),
  ])
  return (
    <>
      <ActionButton
        label={t('bills.sendAgain')}
        keys="Alt S"
        sayAt="hidden"
        reasonOff={sendOff}
        onClick={() => void sendAgain()}
      />
      {mayServe && (
        <ActionButton label={t('goodwill.button')} keys="Alt C" sayAt="hidden" reasonOff={creditOff} onClick={credit} />
      )}
      {mayEnter && !mayServe ? (
        <ActionButton kind="primary" label={t('bills.transfer.title')} keys="Alt T" onClick={enter} />
      ) : (
        <ActionButton
          label={t('bills.pay.title')}
          keys="Alt P"
          sayAt="hidden"
          reasonOff={payOff}
          onClick={() => setPaying(true)}
        />
      )}
      {isPaying && (
        <TakePayment
          bill={bill}
          openMinor={bills.openMinor}
          caseId={caseId}
          onClose={() => setPaying(false)}
          onSaid={onSaid}
        />
      )}
      {isEntering && (
        <RecordTransfer
          customerId={bill.customer_id}
          bills={bills}
          onClose={() => setEntering(false)}
          onSaid={onSaid}
        />
      )}
    </>
  )
}

interface BillServicesProps {
  readonly view: BillView
  readonly bills: BillsView
  readonly caseId: Id | null
  readonly role: Role
  /** What became of it, for the action bar. */
  readonly onSaid: (what: Said) => void
}
