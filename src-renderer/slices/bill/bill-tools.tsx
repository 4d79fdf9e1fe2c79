import type { Ref } from 'react'
import { FindField } from '#renderer/ui/find-field.tsx'
import { useText } from '#renderer/app/text.tsx'
import type { BillView } from '#shared/domain/bill/contract.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import classes from './bill.module.css'

/** What is looked for in the usage, and what the bill is compared with: the one before, or any other. */
export function BillTools({ view: { bill, other }, bills, find, onFind, findRef, onCompare }: BillToolsProps) {
  const { t, date, money } = useText()
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
  readonly onFind: (typed: string) => void
  readonly findRef: Ref<HTMLInputElement>
  readonly onCompare: (otherId: string) => void
}
