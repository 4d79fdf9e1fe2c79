import { Table } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import { Quote } from './quote.tsx'
import text from './text.module.css'
import classes from './timeline-table.module.css'
import { lookOfState, type State, toneText } from './tone.ts'

/**
 * Tasks against time: a wide bar for what was planned, a thin one for what happened, a mark for now. Positions are
 * fractions (0 to 1) of the shown time. A row with a `detail` (late, stuck) stands open: cause, then the sentence for the
 * customer and the ways on.
 */
export function TimelineTable({ label, heads, now, rows }: TimelineTableProps) {
  return (
    <Table aria-label={label} className={cx(classes.tasks)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={cx(classes.icon)}>
            <span className={text.hidden}>{heads.state}</span>
          </Table.Th>
          <Table.Th>{heads.task}</Table.Th>
          <Table.Th className={cx(classes.trackHead)}>
            {now >= roomForStart && <span>{heads.start}</span>}
            <span className={classes.now} style={{ insetInlineStart: percent(now) }}>
              {heads.now}
            </span>
          </Table.Th>
          <Table.Th className={cx(text.number, classes.expected)}>{heads.expected}</Table.Th>
          <Table.Th className={cx(text.number, classes.state)}>{heads.state}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Fragment key={row.id}>
            <TaskRow row={row} />
            {row.detail !== undefined && <DetailRow detail={row.detail} />}
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Left of this the words for now would stand on those for the start. */
const roomForStart = 0.5

type Span = { readonly from: number; readonly to: number }

export type TimelineDetail = {
  readonly cause: ReactNode
  readonly say?: string
  readonly sayLang?: string
  readonly ways?: ReactNode
}

export type TimelineRow = {
  readonly id: string
  readonly state: State
  readonly name: string
  readonly planned?: Span
  readonly real?: Span
  readonly expected: string
  readonly stateWord: string
  readonly detail?: TimelineDetail
}

export type TimelineTableProps = {
  readonly label: string
  readonly heads: {
    readonly task: string
    readonly start: string
    readonly now: string
    readonly expected: string
    readonly state: string
  }
  readonly now: number
  readonly rows: readonly TimelineRow[]
}

function TaskRow({ row }: { readonly row: TimelineRow }) {
  const look = lookOfState[row.state]
  const isAlert = row.state === 'late' || row.state === 'stuck'
  return (
    <Table.Tr className={cx(row.detail !== undefined && classes.hasDetail)}>
      <Table.Td>
        <Icon name={look.icon} className={toneText(look.tone)} />
      </Table.Td>
      <Table.Td className={cx(row.state === 'waits' ? text.second : text.medium)}>{row.name}</Table.Td>
      <Table.Td className={cx(classes.track)}>
        {row.planned !== undefined && isAlert && <span className={classes.planned} style={place(row.planned)} />}
        {row.real !== undefined && <span className={cx(classes.real, classes[row.state])} style={place(row.real)} />}
      </Table.Td>
      <Table.Td className={cx(text.number, text.second)}>{row.expected}</Table.Td>
      <Table.Td className={cx(text.number, isAlert ? cx(toneText(look.tone), text.medium) : text.second)}>
        {row.stateWord}
      </Table.Td>
    </Table.Tr>
  )
}

function DetailRow({ detail }: { readonly detail: TimelineDetail }) {
  return (
    <Table.Tr className={cx(classes.detail)}>
      <Table.Td />
      <Table.Td colSpan={4}>
        <p>{detail.cause}</p>
        {(detail.say !== undefined || detail.ways !== undefined) && (
          <div className={classes.say}>
            {detail.say !== undefined && (
              <Quote text={detail.say} quiet {...(detail.sayLang !== undefined && { lang: detail.sayLang })} />
            )}
            <div className={classes.ways}>{detail.ways}</div>
          </div>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

function place({ from, to }: Span) {
  return { insetInlineStart: percent(from), width: percent(to - from) }
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(1)}%`
}
