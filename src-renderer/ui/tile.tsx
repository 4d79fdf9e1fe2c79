import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { ariaKeys, Kbd } from './kbd.tsx'
import classes from './tile.module.css'

/** A person to sign in as: who, in which role, and what waits there. */
export function Tile({ icon, name, role, say, keys, onClick, autoFocus = false }: TileProps) {
  return (
    <button
      type="button"
      className={classes.tile}
      onClick={onClick}
      aria-keyshortcuts={ariaKeys(keys)}
      autoFocus={autoFocus}
    >
      <span className={classes.head}>
        <Icon name={icon} size={20} />
        <Kbd keys={keys} />
      </span>
      <span className={classes.name}>{name}</span>
      <span className={classes.role}>{role}</span>
      <span className={classes.say}>{say}</span>
    </button>
  )
}

/** Five tiles in a row. */
export function TileRow({ children }: { readonly children: ReactNode }) {
  return <div className={classes.row}>{children}</div>
}

export type TileProps = {
  readonly icon: IconName
  readonly name: string
  readonly role: string
  readonly say: string
  readonly keys: string
  readonly onClick: () => void
  readonly autoFocus?: boolean
}
