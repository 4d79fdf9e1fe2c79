import type { Ref } from 'react'
import { Icon } from '#renderer/ui/icon.tsx'
import { ariaKeys, Kbd } from '#renderer/ui/kbd.tsx'
import { useText } from '#renderer/app/text.tsx'
import type { BillView } from '#shared/domain/bill/contract.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import text from '#renderer/ui/text.module.css'
import { addDays } from '#shared/kernel/date.ts'
import classes from './bill.module.css'

/** What is looked for in the usage, and what the bill is compared with: the one before, or any other. */
export function BillTools({ view: { bill, other }, bills, find, onFind, findRef, said, onCompare }: BillToolsProps) {
  const { t, date, money } = useText()
  const others = bills.filter(({ id, kind }) => id !== bill.id && kind === 'bill')
  return (
    <div className={classes.tools}>
      <div className={classes.find}>
        <Icon name="search" size={14} />
        <input
          ref={findRef}
          aria-label={t('bills.find')}
          placeholder={t('bills.find')}
          title={t('bills.find.hint')}
          value={find}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          aria-keyshortcuts={ariaKeys('Alt F')}
          onChange={(event) => onFind(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || find === '') return
            event.preventDefault()
            event.stopPropagation()
            onFind('')
          }}
        />
        <Kbd keys="Alt F" />
      </div>
      <span role="status" className={classes.said}>
        {said === '' ? (
          <span className={text.second}>
            {t('bills.period', { from: bill.period_start, to: addDays(bill.period_end, -1) })}
          </span>
        ) : (
          said
        )}
      </span>
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
  readonly said: string
  readonly onFind: (typed: string) => void
  readonly findRef: Ref<HTMLInputElement>
  readonly onCompare: (otherId: string) => void
}
