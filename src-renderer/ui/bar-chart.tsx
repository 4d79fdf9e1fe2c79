import classes from './bar-chart.module.css'

/**
 * Bars as one picture with its figures as text, as wide as what it stands in: lying, a row each, where things have names;
 * standing, a column each, where time passes. A bar may have a second part on top (what was late). Its table says the same
 * for who cannot see it.
 */
export function BarChart({ label, bars, isTime = false }: BarChartProps) {
  return isTime ? <Columns label={label} bars={bars} /> : <Rows label={label} bars={bars} />
}

export interface Bar {
  readonly id: string
  readonly name: string
  readonly value: number
  /** The part of it that stands out. */
  readonly marked?: number
  /** As it is read at the bar; nothing where it says nothing. */
  readonly figure?: string
}

export interface BarChartProps {
  readonly label: string
  readonly bars: readonly Bar[]
  readonly isTime?: boolean
}

function Rows({ label, bars }: Omit<BarChartProps, 'isTime'>) {
  const highest = highestOf(bars)
  return (
    <div className={classes.rows} role="img" aria-label={label}>
      {bars.map((bar) => (
        <div key={bar.id} className={classes.row}>
          <span className={classes.name}>{bar.name}</span>
          <span className={classes.track}>
            <i
              className={classes.lying}
              style={{ width: `calc((100% - ${figureWide}px) * ${Math.max(0, bar.value) / highest})` }}
            />
            <span className={classes.figure}>{bar.figure}</span>
          </span>
        </div>
      ))}
    </div>
  )
}

function Columns({ label, bars }: Omit<BarChartProps, 'isTime'>) {
  const highest = highestOf(bars)
  return (
    <div className={classes.columns} role="img" aria-label={label}>
      {bars.map((bar) => (
        <div key={bar.id} className={classes.column}>
          <span className={classes.figure}>{bar.figure}</span>
          <span className={classes.standing} style={{ height: (Math.max(0, bar.value) / highest) * tallest }}>
            <i className={classes.marked} style={{ height: percentOf(bar.marked ?? 0, bar.value) }} />
          </span>
          <span className={classes.letter}>{bar.name}</span>
        </div>
      ))}
    </div>
  )
}

/** Pixels kept for the figure of the longest bar. */
const figureWide = 72
/** Pixels of the highest column. */
const tallest = 96

function highestOf(bars: readonly Bar[]): number {
  return Math.max(1, ...bars.map(({ value }) => value))
}

function percentOf(part: number, whole: number): string {
  return whole <= 0 ? '0%' : `${Math.max(0, Math.min(100, (part / whole) * 100))}%`
}
