import { useId } from 'react'
import { cx } from './cx.ts'
import { ariaKeys, Kbd } from './kbd.tsx'
import classes from './price-panel.module.css'
import text from './text.module.css'

/** Four sums and a line, at the same pixel on every screen. Amounts come as text; the currency stands once, in the foot. */
export function PricePanel({ label, rows, foot, onWorking }: PricePanelProps) {
  const labelId = useId()
  return (
    <section className={classes.price} aria-labelledby={labelId}>
      <h2 id={labelId} className={text.hidden}>
        {label}
      </h2>
      <dl>
        {rows.map((row) => (
          <div key={row.label} data-price-row className={cx(classes.line, row.isMain === true && classes.main)}>
            <dt className={classes.name}>{row.label}</dt>
            {row.second !== undefined && <dd className={classes.second}>{row.second}</dd>}
            <dd className={classes.amount}>{row.amount}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.foot}>
        <span className={cx(foot.isProvisional === true && classes.provisional)}>{foot.left}</span>
        <button type="button" className={classes.working} onClick={onWorking} aria-keyshortcuts={ariaKeys(foot.keys)}>
          {foot.right} <Kbd keys={foot.keys} />
        </button>
      </div>
    </section>
  )
}

export type PriceRow = {
  readonly label: string
  readonly second?: string
  readonly amount: string
  readonly isMain?: boolean
}

export type PricePanelProps = {
  readonly label: string
  readonly rows: readonly PriceRow[]
  readonly foot: {
    readonly left: string
    readonly isProvisional?: boolean
    readonly right: string
    readonly keys: string
  }
  readonly onWorking: () => void
}
