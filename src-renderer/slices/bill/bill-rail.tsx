import { useText } from '#renderer/app/text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import { cx } from '#renderer/ui/cx.ts'
import type { BillsView } from '#shared/domain/bill/contract.ts'
import classes from './bill.module.css'

/** The bills of a customer with what each came to, newest first, and how many are older than this desk's. */
export function BillRail({ bills, older, running, current, onOpen, onOlder }: BillRailProps) {
  const { t, date, money } = useText()
  return (
    <nav className={classes.rail} aria-label={t('bills.title')}>
      <ul>
        {running !== null && (
          <li>
            <button
              type="button"
              className={cx(classes.bill, current === runningMonth && classes.current)}
              onClick={() => onOpen(runningMonth)}
              {...(current === runningMonth && { 'aria-current': 'page' as const })}
            >
              <span>{t('bills.running')}</span>
              <span className={classes.sum}>{money(running)}</span>
            </button>
          </li>
        )}
        {[...bills.bills, ...older].map((bill) => (
          <li key={bill.id}>
            <button
              type="button"
              className={cx(classes.bill, bill.id === current && classes.current)}
              onClick={() => onOpen(bill.id)}
              {...(bill.id === current && { 'aria-current': 'page' as const })}
            >
              <span>{date(bill.bill_date)}</span>
              <span className={classes.sum}>
                {money(bill.kind === 'creditNote' ? -bill.payable_minor : bill.payable_minor)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className={classes.foot}>
        {t('bills.here', { count: bills.bills.length })}
        {bills.earlier > older.length && (
          <>
            <br />
            {onOlder === undefined ? (
              t('bills.earlier', { count: bills.earlier - older.length })
            ) : (
              <LinkButton label={t('bills.earlier', { count: bills.earlier - older.length })} onClick={onOlder} />
            )}
          </>
        )}
      </p>
    </nav>
  )
}

/** Stands for the running month where a bill's id would. */
export const runningMonth = 'running'

interface BillRailProps {
  readonly bills: BillsView
  /** What was fetched beside those of this desk. */
  readonly older: readonly BillRow[]
  /** What the bill would be today; null while the core cannot say. */
  readonly running: number | null
  readonly current: string
  readonly onOpen: (billId: string) => void
  /** Fetches older ones from the core; undefined while it cannot be asked. */
  readonly onOlder: (() => void) | undefined
}
