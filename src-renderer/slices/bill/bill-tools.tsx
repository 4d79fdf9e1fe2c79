import type { Ref } from 'react'
import { FindField } from '#renderer/ui/find-field.tsx'
import { useText } from '#renderer/app/text.tsx'
import type { BillView } from '#shared/domain/bill/contract.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import text from '#renderer/ui/text.module.css'
import { addDays } from '#shared/kernel/date.ts'
import classes from './bill.module.css'
import { SaveBillReceipt } from './save-bill-receipt.tsx'
import { PrintBill } from './print-bill.tsx'
import type { Said } from './said.ts'

/** What is looked for in the usage, and what the bill is compared with: the one before, or any other. */
export function BillTools({
  view: { bill, other },
  bills,
  find,
  onFind,
  findRef,
  said,
  isMade,
  onSaid,
  onCompare,
}: BillToolsProps) {
  const { t, date, money, key } = useText()
  const others = bills.filter(({ id, kind }) => id !== bill.id && kind === 'bill')
  return (
    <div className={classes.tools}>
      <FindField
        ref={findRef}
        label={t('bills.find')}
        hint={t('bills.find.hint')}
        keys="Alt F"
        value={find}
        maxLength={40}
        onChange={onFind}
      />
      <span role="status" className={classes.said}>
        {said === undefined ? (
          <span className={text.second}>
            {isMade && `${t('bills.second', { number: bill.number })}, `}
            {t('bills.period', { from: bill.period_start, to: addDays(bill.period_end, -1) })}
          </span>
        ) : (
          key(said.key, said.params)
        )}
      </span>
      {said?.paymentId !== undefined && <SaveBillReceipt paymentId={said.paymentId} onSaid={onSaid} />}
      {isMade && <PrintBill billId={bill.id} onSaid={onSaid} />}
      {bill.kind === 'bill' && others.length > 0 && (
        <label className={classes.compare}>
          {t('bills.compare')}
          <select value={other?.id ?? ''} onChange={(event) => onCompare(event.currentTarget.value)}>
            {other === null && <option value="">{t('bills.compare.none')}</option>}
            {others.map((each) => (
              <option key={each.id} value={each.id}>
                {`${date(each.bill_date)}, ${money(each.payable_minor)}`}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}

interface BillToolsProps {
  readonly view: BillView
  readonly bills: readonly BillRow[]
  readonly find: string
  /** What became of the last thing that was done with the bill. */
  readonly said: Said | undefined
  /** Not the running month, which has no paper and no number. */
  readonly isMade: boolean
  readonly onSaid: (what: Said) => void
  readonly onFind: (typed: string) => void
  readonly findRef: Ref<HTMLInputElement>
  readonly onCompare: (otherId: string) => void
}
