import type { ReactNode } from 'react'
import { FrameMain } from './app-frame.tsx'
import { Mark } from './mark.tsx'
import classes from './page-frames.module.css'
import text from './text.module.css'

/** Home inside AppFrame: one column of 1088 that scrolls when it must. `title` is spoken only. */
export function HomeFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <FrameMain className={classes.scroll}>
      <div className={classes.home}>
        <h1 className={text.hidden}>{title}</h1>
        {children}
      </div>
    </FrameMain>
  )
}

/** Sign-in inside AppFrame (without `top`): name, a line at the right, the content, a foot at the bottom. */
export function SignInFrame({ name, aside, foot, children }: SignInFrameProps) {
  return (
    <FrameMain className={classes.scroll}>
      <div className={classes.signIn}>
        <header className={classes.head}>
          <span className={classes.mark}>
            <Mark width={31} />
          </span>
          <h1 className={classes.name}>{name}</h1>
          <p className={classes.aside}>{aside}</p>
        </header>
        {children}
        <footer className={classes.foot}>{foot}</footer>
      </div>
    </FrameMain>
  )
}

/** Two lists side by side, 3 to 2. */
export function ThreeToTwo({ children }: { readonly children: ReactNode }) {
  return <div className={classes.threeToTwo}>{children}</div>
}

export type SignInFrameProps = {
  readonly name: string
  readonly aside: string
  readonly foot: ReactNode
  readonly children: ReactNode
}
