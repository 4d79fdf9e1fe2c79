import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { RowTable } from '#renderer/ui/row-table.tsx'
import text from '#renderer/ui/text.module.css'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { billStateOf } from './bill-state.tsx'
import { NoBills } from './no-bills.tsx'
import classes from './bill.module.css'

/** The bills of a customer, newest first: what each came to, what is open of it, where it stands. */
export function BillsPanel({ customerId, today }: { readonly customerId: Id; readonly today: IsoDate }) {
  const said = useText()
  const { t, date, money } = said
  const { data: bills } = useDesk('bill.bills', { customerId })
  const openBill = useDeskStore((state) => state.openBill)
  if (!bills) return null
  const [payer] = bills.paidBy
  return (
    <>
      <div className={classes.panelHead}>
        <h2 className={text.title}>{t('bills.title')}</h2>
        {bills.openMinor > 0 && (
          <span className={text.second}>
            {t('bills.owed.all')} {money(bills.openMinor)}
            {bills.overdueMinor > 0 && `, ${t('bills.owed.overdue', { amountMinor: bills.overdueMinor })}`}
          </span>
        )}
      </div>
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
            ]}
            rows={bills.bills.map((bill) => ({
              id: bill.id,
              isOff: bill.credited_by !== null,
              cells: {
                bill: <LinkButton label={date(bill.bill_date)} onClick={() => openBill(customerId, bill.id)} />,
                number: bill.number,
                state: billStateOf(bill, today, said).word,
                amount: money(bill.kind === 'creditNote' ? -bill.payable_minor : bill.payable_minor),
                open: money(bill.open_minor),
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
    </>
  )
}
