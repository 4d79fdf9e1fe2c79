import { useState } from 'react'
import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { RowTable } from '#renderer/ui/row-table.tsx'
import text from '#renderer/ui/text.module.css'
import type { BillPaymentView } from '#shared/domain/bill/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import classes from './bill.module.css'
import { SaveBillReceipt } from './save-bill-receipt.tsx'
import type { Said } from './said.ts'

/** What came in for a customer's bills: when, how, for which, with the receipt of what was paid at a counter. */
export function PaymentsList({ customerId }: { readonly customerId: Id }) {
  const { t, key, date, money } = useText()
  const [said, setSaid] = useState<Said>()
  const payments = useDesk('bill.payments', { customerId }).data?.payments
  if (payments === undefined || payments.length === 0) return null
  const forOf = ({ row, bills }: BillPaymentView): string =>
    [
      ...bills.map(({ number }) => number),
      ...(row.credit_minor === 0 ? [] : [t('bills.owed.credit', { amountMinor: row.credit_minor })]),
    ].join(', ')
  return (
    <section className={classes.payments} aria-label={t('bills.payments')}>
      <div className={classes.panelHead}>
        <h2 className={text.title}>{t('bills.payments')}</h2>
        <span role="status" className={text.second}>
          {said && key(said.key, said.params)}
        </span>
      </div>
      <RowTable
        label={t('bills.payments')}
        showHead
        columns={[
          { key: 'day', head: t('bills.payments.col.day'), width: 120 },
          { key: 'how', head: t('bills.payments.col.how'), width: 200 },
          { key: 'for', head: t('bills.payments.col.for'), look: 'second' },
          { key: 'amount', head: t('bills.pay.amount'), width: 90, isNumber: true },
          { key: 'receipt', head: t('bills.receipt'), width: 150, isNumber: true },
        ]}
        rows={payments.map((payment) => ({
          id: payment.row.id,
          cells: {
            day: payment.row.taken_on === '' ? t('bills.payments.now') : date(payment.row.taken_on),
            how: [key(`bills.payments.way.${payment.row.way}`), payment.row.reference]
              .filter((word) => word !== '')
              .join(', '),
            for: forOf(payment),
            amount: money(payment.row.amount_minor),
            receipt:
              payment.row.way === 'transfer' ? '' : <SaveBillReceipt paymentId={payment.row.id} onSaid={setSaid} />,
          },
        }))}
      />
    </section>
  )
}
