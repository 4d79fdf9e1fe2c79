import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import classes from './paper.module.css'

/** A document on the screen: paper in both themes. `pad` is the signature pad's ground, `slip` prints in the code face. */
export function Paper({ kind = 'page', label, lang, children }: PaperProps) {
  return (
    <section className={cx(classes.paper, classes[kind])} aria-label={label} lang={lang}>
      {children}
    </section>
  )
}

/** Preview of the contract's first page: head, facts in rows, a condition in a dashed frame, two signatures. */
export function ContractPaper(props: ContractPaperProps) {
  return (
    <Paper label={props.label} {...(props.lang !== undefined && { lang: props.lang })}>
      <div className={classes.head}>
        <span className={classes.operator}>{props.operator}</span>
        <span className={classes.second}>{props.reference}</span>
      </div>
      <h3 className={classes.title}>{props.title}</h3>
      <div className={classes.second}>{props.party}</div>
      <dl className={classes.facts}>
        {props.facts.map((fact) => (
          <div key={fact.label} className={classes.fact}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      {props.condition !== undefined && (
        <p className={classes.condition}>
          <b>{props.condition.title}</b> {props.condition.text}
        </p>
      )}
      <div className={classes.signatures}>
        <div>
          <div>{props.signed.place}</div>
          <div className={classes.second}>{props.signed.byUs}</div>
        </div>
        <div className={classes.signatureLine}>
          {props.signed.signature}
          <span className={classes.second}>{props.signed.byCustomer}</span>
        </div>
      </div>
    </Paper>
  )
}

/** The slip from the receipt printer: a heading and lines, as they will be printed. */
export function Slip({ label, heading, lines, lang }: SlipProps) {
  return (
    <Paper kind="slip" label={label} {...(lang !== undefined && { lang })}>
      <b>{heading}</b>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Paper>
  )
}

/** The ground under the pen: `children` is the drawing (canvas or svg), `name` stands under the line. */
export function SignaturePaper({
  label,
  name,
  children,
}: {
  readonly label: string
  readonly name: string
  readonly children: ReactNode
}) {
  return (
    <Paper kind="pad" label={label}>
      {children}
      <span className={classes.padLine} />
      <span className={classes.padName}>{name}</span>
    </Paper>
  )
}

export type PaperProps = {
  readonly kind?: 'page' | 'slip' | 'pad'
  readonly label: string
  readonly lang?: string
  readonly children: ReactNode
}

export type ContractPaperProps = {
  readonly label: string
  readonly lang?: string
  readonly operator: string
  readonly reference: string
  readonly title: string
  readonly party: string
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[]
  readonly condition?: { readonly title: string; readonly text: string }
  readonly signed: {
    readonly place: string
    readonly byUs: string
    readonly byCustomer: string
    readonly signature?: ReactNode
  }
}

export type SlipProps = {
  readonly label: string
  readonly heading: string
  readonly lines: readonly string[]
  readonly lang?: string
}
