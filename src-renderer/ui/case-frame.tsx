import type { ReactNode } from 'react'
import { FrameAside, FrameMain } from './app-frame.tsx'
import classes from './case-frame.module.css'
import { cx } from './cx.ts'
import text from './text.module.css'

/**
 * A case inside AppFrame: head (40) and action bar (48) over rail and work, the context at the right with the price panel
 * at its foot. Every slot stands at the same pixel on every screen.
 */
export function CaseFrame(props: CaseFrameProps) {
  return (
    <>
      <FrameMain className={classes.case}>
        <header className={classes.head}>
          <h1 className={classes.title}>{props.title}</h1>
          {props.second !== undefined && <span className={cx(text.second, text.small, text.cut)}>{props.second}</span>}
          {props.tool}
          <dl className={classes.dates}>
            {(props.dates ?? []).map((date) => (
              <div key={date.label} className={classes.date}>
                <dt>{date.label}</dt>
                <dd className={date.isOpen === true ? classes.none : classes.day}>{date.value}</dd>
              </div>
            ))}
          </dl>
        </header>
        {props.rail}
        <section className={classes.work} aria-label={props.workLabel}>
          {props.children}
        </section>
        <div className={classes.actions}>{props.actions}</div>
      </FrameMain>
      <FrameAside label={props.contextLabel}>
        <div className={classes.scroll}>{props.context}</div>
        {props.price}
      </FrameAside>
    </>
  )
}

/** Main column (640) and the receipt column right of it. Stack several; 16 px stand between them. */
export function WorkColumns({ receipt, children }: { readonly receipt?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>{children}</div>
      <div className={classes.gutter}>{receipt}</div>
    </div>
  )
}

/** Title of the step with a quiet hint beside it and choices at the right, as wide as the main column. */
export function StepTitle({
  title,
  hint,
  children,
}: {
  readonly title: string
  readonly hint?: string
  readonly children?: ReactNode
}) {
  return (
    <div className={classes.stepTitle}>
      <h2 className={text.title}>{title}</h2>
      {hint !== undefined && <span className={text.second}>{hint}</span>}
      {children !== undefined && <div className={classes.stepChoices}>{children}</div>}
    </div>
  )
}

/** The action bar's content: the note pad at the left, everything else at the right; `say` is a sentence before the buttons. */
export function ActionBar({
  note,
  say,
  children,
}: {
  readonly note: ReactNode
  readonly say?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <>
      {note}
      <div className={classes.buttons}>
        {say !== undefined && <span className={classes.say}>{say}</span>}
        {children}
      </div>
    </>
  )
}

export type CaseDate = {
  readonly label: string
  /** The day, or "not yet" with `isOpen`. */
  readonly value: string
  readonly isOpen?: boolean
}

export type CaseFrameProps = {
  readonly title: string
  readonly second?: string
  /** What is done with the whole case, beside its reference. */
  readonly tool?: ReactNode
  readonly dates?: readonly CaseDate[]
  /** StepList, or another list of the same width. */
  readonly rail: ReactNode
  readonly workLabel: string
  readonly children: ReactNode
  readonly actions: ReactNode
  readonly contextLabel: string
  readonly context: ReactNode
  readonly price?: ReactNode
}
