import { cx } from './cx.ts'
import classes from './year-bars.module.css'

/**
 * Sums of a year as bars, the oldest first. Of the one in front its parts stand on top of the rest, each with the mark that
 * its word has (`Swatch`). A figure stands over a bar only where it says something. Amounts are whole numbers.
 */
export function YearBars({ label, bars }: YearBarsProps) {
  const highest = Math.max(1, ...bars.map(({ amount }) => amount))
  return (
    <figure className={classes.year} role="img" aria-label={label}>
      {bars.map((bar, index) => {
        const full = heightOf(bar, highest)
        // wider than its bar, a figure stands above the bars beside it too
        const beside = [bars[index - 1], bars[index + 1]].map((each) => (each ? heightOf(each, highest) : 0))
        const lift = bar.figure === undefined ? 0 : Math.max(0, ...beside.map((height) => height - full))
        const parts = (bar.parts ?? []).map((part) => Math.max(0, (part / highest) * tallest))
        const rest = Math.max(0, full - parts.reduce((sum, part) => sum + part, 0))
        return (
          <span key={bar.id} className={cx(classes.month, bar.isFront === true && classes.front)}>
            <span className={classes.value} style={{ marginBottom: lift }}>
              {bar.figure}
            </span>
            {parts.map((part, at) => (
              // parts have no name of their own here: they stand in the order of the sentence
              // oxlint-disable-next-line react/no-array-index-key
              <i key={at} className={cx(classes.part, marks[at])} style={{ height: part }} />
            ))}
            <i className={classes.bar} style={{ height: rest }} />
            <span className={classes.letter}>{bar.letter}</span>
          </span>
        )
      })}
    </figure>
  )
}

/** Pixels. */
function heightOf({ amount }: YearBarsProps['bars'][number], highest: number): number {
  return Math.max(0, (amount / highest) * tallest)
}

/** The mark of the first, second or third part, before its word. */
export function Swatch({ place }: { readonly place: number }) {
  return <span aria-hidden className={cx(classes.swatch, marks[place])} />
}

export interface YearBarsProps {
  readonly label: string
  readonly bars: readonly {
    readonly id: string
    readonly letter: string
    readonly amount: number
    readonly figure?: string
    readonly isFront?: boolean
    readonly parts?: readonly number[]
  }[]
}

const tallest = 64
const marks = [classes.first, classes.second, classes.third]
