import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import classes from './status-line.module.css'

/** The last line of the window: the line to the core (spoken when it changes), what is saved, the seat, the demonstration. */
export function StatusLine({ isOnline, state, parts = [], place, demo }: StatusLineProps) {
  return (
    <div className={cx(classes.status, !isOnline && classes.offline)}>
      <div role="status" className={classes.state}>
        <Icon name={isOnline ? 'plug' : 'plug-off'} size={14} />
        {state}
      </div>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      <div className={classes.right}>
        <span>{place}</span>
        {demo !== undefined && (
          <div className={classes.demo} data-demo role="group" aria-label={demo.label}>
            <span>{demo.label}</span>
            {demo.actions.map((action) => (
              <button
                type="button"
                key={action.label}
                // the demonstration happens to whoever is typing: the focus stays where it is
                onMouseDown={(event) => event.preventDefault()}
                onClick={action.onClick}
              >
                {action.label}
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

export type StatusLineProps = {
  readonly isOnline: boolean
  /** "Online, all sent", "Offline since 14:02, 3 to send, data of 14:01". */
  readonly state: string
  readonly parts?: readonly string[]
  readonly place: string
  readonly demo?: {
    readonly label: string
    readonly actions: readonly { readonly label: string; readonly onClick: () => void }[]
  }
}
