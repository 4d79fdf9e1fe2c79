import { cx } from './cx.ts'
import classes from './find-field.module.css'
import { Icon } from './icon.tsx'

/** Looks for words in what stands below it: in a head (`small`, no words in it) or beside a title. */
export function FindField({ label, value, onChange, maxLength, small = false }: FindFieldProps) {
  return (
    <label className={cx(classes.find, small && classes.small)}>
      <Icon name="search" size={14} />
      <input
        type="search"
        aria-label={label}
        {...(!small && { placeholder: label })}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  )
}

export type FindFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength: number
  readonly small?: boolean
}
