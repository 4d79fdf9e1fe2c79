import { AppShell } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './app-frame.module.css'
import { cx } from './cx.ts'

/**
 * The window: top bar (40), call bar (44, call-centre role only), body, status line (24). Nothing of it scrolls or moves.
 * `children` is one of the frames below it: CaseFrame, HomeFrame or any `FrameMain`.
 */
export function AppFrame({ top, call, status, children }: AppFrameProps) {
  return (
    <AppShell mode="static" withBorder={false} padding={0} className={cx(classes.app)}>
      {(top !== undefined || call !== undefined) && (
        <AppShell.Header className={cx(classes.header)}>
          {top}
          {call}
        </AppShell.Header>
      )}
      {children}
      <AppShell.Footer className={cx(classes.footer)}>{status}</AppShell.Footer>
    </AppShell>
  )
}

/** The main landmark of a frame. */
export function FrameMain({
  className,
  label,
  children,
}: {
  readonly className?: string | undefined
  readonly label?: string
  readonly children: ReactNode
}) {
  return (
    <AppShell.Main className={cx(classes.main, className)} aria-label={label}>
      {children}
    </AppShell.Main>
  )
}

/** The context at the right, from top or call bar to status line. */
export function FrameAside({
  className,
  label,
  children,
}: {
  readonly className?: string | undefined
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <AppShell.Aside className={cx(classes.aside, className)} aria-label={label}>
      {children}
    </AppShell.Aside>
  )
}

export type AppFrameProps = {
  readonly top?: ReactNode
  readonly call?: ReactNode
  readonly status: ReactNode
  readonly children: ReactNode
}
