import type { MouseEvent } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { ariaKeys, Kbd } from './kbd.tsx'
import classes from './link-button.module.css'

/** An action in a line of text or at the end of a row: "Take over", "Check credit now". */
export function LinkButton({ label, onClick, onFocus, icon, keys, isOff = false }: LinkButtonProps) {
  return (
    <button
      type="button"
      className={classes.link}
      disabled={isOff}
      onClick={onClick}
      onFocus={onFocus}
      {...(keys !== undefined && { 'aria-keyshortcuts': ariaKeys(keys) })}
    >
      {icon !== undefined && <Icon name={icon} size={14} />}
      {label}
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  )
}

export type LinkButtonProps = {
  readonly label: string
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void
  /** The keys are on it: what it leads to can be asked for ahead. */
  readonly onFocus?: (() => void) | undefined
  readonly icon?: IconName
  readonly keys?: string
  /** For a moment only, while what it would act on is being asked for: shown, passed over by Tab. */
  readonly isOff?: boolean
}
