import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import classes from './receipt.module.css'
import { lookOfState, type State, toneText } from './tone.ts'

/** What is saved, beside what was typed: a state word and a small second line ("Prices of 13:50"). */
export function Receipt({ state, word, second }: ReceiptProps) {
  const look = lookOfState[state]
  return (
    <div className={cx(classes.receipt, toneText(look.tone))}>
      <Icon name={look.icon} size={14} />
      <span>
        {word}
        {second !== undefined && <small className={classes.second}>{second}</small>}
      </span>
    </div>
  )
}

export type ReceiptProps = { readonly state: State; readonly word: string; readonly second?: ReactNode }
