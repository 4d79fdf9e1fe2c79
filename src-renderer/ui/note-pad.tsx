import { type Ref, useId } from 'react'
import { Icon } from './icon.tsx'
import { ariaKeys, Kbd } from './kbd.tsx'
import classes from './note-pad.module.css'
import text from './text.module.css'

/** The note of the case, always at the left of the action bar. Kept at each key by its owner; F4 comes here. */
export function NotePad({ label, placeholder, value, onChange, keys = 'F4', isReadOnly = false, ref }: NotePadProps) {
  const id = useId()
  return (
    <div className={classes.note}>
      <Icon name="note" />
      <label htmlFor={id} className={text.hidden}>
        {label}
      </label>
      <input
        id={id}
        ref={ref ?? null}
        className={classes.input}
        value={value}
        placeholder={placeholder}
        readOnly={isReadOnly}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-keyshortcuts={ariaKeys(keys)}
      />
      <Kbd keys={keys} />
    </div>
  )
}

export type NotePadProps = {
  readonly label: string
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly keys?: string
  /** The note is somebody else's for now. */
  readonly isReadOnly?: boolean
  readonly ref?: Ref<HTMLInputElement>
}
