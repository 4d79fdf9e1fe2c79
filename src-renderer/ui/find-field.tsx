import type { Ref } from 'react'
import { cx } from './cx.ts'
import classes from './find-field.module.css'
import { Icon } from './icon.tsx'
import { ariaKeys, Kbd } from './kbd.tsx'

/**
 * Looks for words in what stands below it: in a head (`small`, no words in it) or beside a title. Esc empties it before it
 * goes a level back; `keys` bring the focus here, which whoever shows the field sees to by `ref`.
 */
export function FindField({ label, value, onChange, maxLength, small = false, keys, hint, ref }: FindFieldProps) {
  return (
    <label className={cx(classes.find, small && classes.small, keys !== undefined && classes.wide)}>
      <Icon name="search" size={14} />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        {...(!small && { placeholder: label })}
        {...(hint !== undefined && { title: hint })}
        {...(keys !== undefined && { 'aria-keyshortcuts': ariaKeys(keys) })}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return
          event.preventDefault()
          event.stopPropagation()
          onChange('')
        }}
      />
      {keys !== undefined && <Kbd keys={keys} />}
    </label>
  )
}

export type FindFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength: number
  readonly small?: boolean
  /** Drawn at its end. */
  readonly keys?: string
  /** What may be typed, shown when the pointer rests on it. */
  readonly hint?: string
  readonly ref?: Ref<HTMLInputElement>
}
