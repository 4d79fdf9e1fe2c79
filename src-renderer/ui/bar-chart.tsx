import type { ReactNode } from 'react'
import classes from './bar-chart.module.css'

/**
 * Bars as one picture (SVG) with its figures as text: lying, a row each, where things have names; standing, a column each,
 * where time passes. A bar may have a second part on top (what was late). Its table says the same for who cannot see it.
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

const rowHeight = 26
const [namesWide, barsWide, figuresWide] = [164, 224, 72] as const
const [columnWide, columnHigh] = [34, 96] as const

/** The ground of a chart: its own size, said by its label. */
function Picture({ label, width, height, children }: PictureProps) {
  return (
    <svg
      className={classes.chart}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      {children}
    </svg>
  )
}

interface PictureProps {
  readonly label: string
  readonly width: number
  readonly height: number
  readonly children: ReactNode
}

function Rows({ label, bars }: Omit<BarChartProps, 'isTime'>) {
  const highest = Math.max(1, ...bars.map(({ value }) => value))
  const [width, height] = [namesWide + barsWide + figuresWide, Math.max(1, bars.length) * rowHeight]
  return (
    <Picture {...{ label, width, height }}>
      {bars.map((bar, at) => {
        const wide = (bar.value / highest) * barsWide
        const middle = at * rowHeight + rowHeight / 2
        return (
          <g key={bar.id}>
            <text className={classes.name} x={0} y={middle} dominantBaseline="central">
              {shortened(bar.name, 24)}
            </text>
            <rect className={classes.bar} x={namesWide} y={middle - 7} width={Math.max(1, wide)} height={14} />
            <text className={classes.figure} x={namesWide + wide + 6} y={middle} dominantBaseline="central">
              {bar.figure}
            </text>
          </g>
        )
      })}
    </Picture>
  )
}

function Columns({ label, bars }: Omit<BarChartProps, 'isTime'>) {
  const highest = Math.max(1, ...bars.map(({ value }) => value))
  const [width, height] = [Math.max(1, bars.length) * columnWide, columnHigh + 40]
  return (
    <Picture {...{ label, width, height }}>
      {bars.map((bar, at) => {
        const left = at * columnWide + 6
        const high = (bar.value / highest) * columnHigh
        const marked = ((bar.marked ?? 0) / highest) * columnHigh
        const top = 18 + columnHigh - high
        return (
          <g key={bar.id}>
            <text className={classes.figure} x={left + 11} y={top - 5} textAnchor="middle">
              {bar.figure}
            </text>
            <rect className={classes.bar} x={left} y={top} width={22} height={high} />
            {marked > 0 && <rect className={classes.marked} x={left} y={top} width={22} height={marked} />}
            <text className={classes.letter} x={left + 11} y={18 + columnHigh + 14} textAnchor="middle">
              {bar.name}
            </text>
          </g>
        )
      })}
      <line className={classes.ground} x1={0} x2={width} y1={18 + columnHigh + 0.5} y2={18 + columnHigh + 0.5} />
    </Picture>
  )
}

/** Text in a picture does not wrap or cut itself; the table has the whole name. */
function shortened(name: string, most: number): string {
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`
}
