import { Checkbox } from '@mantine/core'
import classes from './tick.module.css'

/** Yes or no, with its price at the right. Off: `reasonOff` stands in the line. */
export function Tick({ label, checked, onChange, price, reasonOff }: TickProps) {
  return (
    <Checkbox
      checked={checked}
      disabled={reasonOff !== undefined}
      onChange={(event) => onChange(event.currentTarget.checked)}
      label={
        <span className={classes.label}>
          {label}
          {price !== undefined && <span className={classes.price}>{price}</span>}
          {reasonOff !== undefined && <span className={classes.price}>{reasonOff}</span>}
        </span>
      }
    />
  )
}

export type TickProps = {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly price?: string
  readonly reasonOff?: string | undefined
}
