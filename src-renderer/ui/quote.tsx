import classes from './quote.module.css'

/**
 * A sentence for the customer, in the customer's language (`lang`), in that language's quotation marks. Give the text
 * without marks.
 */
export function Quote({
  text,
  lang,
  quiet = false,
}: {
  readonly text: string
  readonly lang?: string
  readonly quiet?: boolean
}) {
  return (
    <span lang={lang} className={quiet ? classes.quiet : classes.quote}>
      <q>{text}</q>
    </span>
  )
}
