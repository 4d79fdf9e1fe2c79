import { useText } from '#renderer/app/text.tsx'
import text from '#renderer/ui/text.module.css'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import { addDays } from '#shared/kernel/date.ts'
import classes from './bill.module.css'
import { PrintBill } from './print-bill.tsx'
import { SaveBillReceipt } from './save-bill-receipt.tsx'
import type { Said } from './said.ts'

/** Under the sentence: which bill it is and its paper, or what became of the last thing that was done with it. */
export function BillAbout({ bill, isMade, said, onSaid }: BillAboutProps) {
  const { t, key } = useText()
  return (
    <div className={classes.about}>
      <span role="status">
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
      {isMade && <PrintBill bill={bill} onSaid={onSaid} />}
    </div>
  )
}

interface BillAboutProps {
  readonly bill: BillRow
  /** Not the running month, which has no paper and no number. */
  readonly isMade: boolean
  readonly said: Said | undefined
  readonly onSaid: (what: Said) => void
}
