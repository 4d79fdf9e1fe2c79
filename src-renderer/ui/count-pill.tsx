import classes from './count-pill.module.css'
import { cx } from './cx.ts'

/** A number beside a word: accent when it calls, desk when it waits to be sent, quiet when it is only told (0). */
export function CountPill({ value, tone = value > 0 ? 'accent' : 'quiet' }: CountPillProps) {
  return <span className={cx(classes.count, classes[tone])}>{value}</span>
}

export type CountPillProps = { readonly value: number; readonly tone?: 'accent' | 'desk' | 'quiet' }
