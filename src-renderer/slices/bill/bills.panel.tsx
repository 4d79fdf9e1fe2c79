import { useState } from 'react'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { askAhead, useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { RowTable } from '#renderer/ui/row-table.tsx'
import text from '#renderer/ui/text.module.css'
import type { Session } from '#shared/domain/staff/contract.ts'
import { backOffice, isOneOf } from '#shared/domain/staff/roles.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { billStateOf } from './bill-state.tsx'
import { NoBills } from './no-bills.tsx'
import classes from './bill.module.css'
import { PaymentsList } from './payments-list.tsx'
import { RecordTransfer } from './record-transfer.tsx'
import type { Said } from './said.ts'

/** The bills of a customer, newest first: what each came to, what is open of it, where it stands. */
export function BillsPanel({ customerId, today, session }: BillsPanelProps) {
  const said = useText()
  const { t, date, money } = said
  const { data: bills } = useDesk('bill.bills', { customerId })
  const [isEntering, setEntering] = useState(false)
  const [what, setWhat] = useState<Said>()
  const openBill = useDeskStore((state) => state.openBill)
  if (!bills) return null
  const [payer] = bills.paidBy
  const mayEnter = isOneOf(session.role, backOffice) && bills.bills.length > 0
  return (
    <>
      <div className={classes.panelHead}>
        <h2 className={text.title}>{t('bills.title')}</h2>
        {bills.openMinor > 0 && (
          <span className={text.second}>
            {t('bills.owed.all')} {money(bills.openMinor)}
            {bills.heldMinor > 0 &&
              `, ${t('bills.held', { amountMinor: bills.heldMinor })}, ${t('bills.collectable', { amountMinor: bills.collectableMinor })}`}
            {bills.overdueMinor > 0 && `, ${t('bills.owed.overdue', { amountMinor: bills.overdueMinor })}`}
          </span>
        )}
        <span role="status" className={text.second}>
          {what && said.key(what.key, what.params)}
        </span>
        {mayEnter && (
          <div className={classes.panelEnd}>
            <ActionButton small label={t('bills.transfer.title')} onClick={() => setEntering(true)} />
          </div>
        )}
      </div>
      {isEntering && (
        <RecordTransfer customerId={customerId} bills={bills} onClose={() => setEntering(false)} onSaid={setWhat} />
      )}
      {bills.bills.length === 0 ? (
        <NoBills bills={bills} />
      ) : (
        <>
          <RowTable
            label={t('bills.choose')}
            showHead
            columns={[
              { key: 'bill', head: t('bills.col.bill'), width: 120, look: 'name' },
              { key: 'number', head: t('bills.col.number'), width: 130, look: 'second' },
              { key: 'state', head: t('bills.col.state'), look: 'second' },
              { key: 'amount', head: t('bills.col.amount'), width: 90, isNumber: true },
              { key: 'open', head: t('bills.col.open'), width: 90, isNumber: true, look: 'second' },
              ...(bills.heldMinor > 0
                ? [{ key: 'held', head: t('bills.col.held'), width: 90, isNumber: true, look: 'second' as const }]
                : []),
            ]}
            rows={bills.bills.map((bill) => ({
              id: bill.id,
              isOff: bill.credited_by !== null,
              cells: {
                bill: (
                  <LinkButton
                    label={date(bill.bill_date)}
                    onClick={() => openBill(customerId, bill.id)}
                    onFocus={() => askAhead('bill.bill', { billId: bill.id, otherId: null })}
                  />
                ),
                number: bill.number,
                state: billStateOf(bill, today, said).word,
                amount: money(bill.kind === 'creditNote' ? -bill.payable_minor : bill.payable_minor),
                open: money(bill.open_minor),
                held: bills.held[bill.id] === undefined ? '' : money(bills.held[bill.id] ?? 0),
              },
            }))}
          />
          <p className={classes.others}>
            {t('bills.here', { count: bills.bills.length })}
            {bills.earlier > 0 && `, ${t('bills.earlier', { count: bills.earlier })}`}
            {payer && (
              <>
                {' '}
                {t('bills.paidBy', { name: payer.name })}{' '}
                <LinkButton
                  label={t('bills.paidBy.open', { name: payer.name })}
                  onClick={() => openBill(payer.customerId)}
                />
              </>
            )}
          </p>
        </>
      )}
      <PaymentsList customerId={customerId} />
    </>
  )
}

interface BillsPanelProps {
  readonly customerId: Id
  readonly today: IsoDate
  readonly session: Session
}
