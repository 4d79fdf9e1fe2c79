import { Icon, type IconName } from './icon.tsx'
import { ariaKeys } from './kbd.tsx'
import classes from './link-button.module.css'

/** A small action beside a value, as a picture: its name is spoken, and shown with its keys where the mouse rests. */
export function IconButton({ label, icon, onClick, keys }: IconButtonProps) {
  return (
    <button
      type="button"
      className={classes.icon}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      onClick={onClick}
      {...(keys !== undefined && { 'aria-keyshortcuts': ariaKeys(keys) })}
    >
      <Icon name={icon} size={14} />
    </button>
  )
}

export type IconButtonProps = {
  readonly label: string
  readonly icon: IconName
  readonly onClick: () => void
  readonly keys?: string
}
