import { useState } from 'react'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { type Bar, BarChart } from '#renderer/ui/bar-chart.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { HomeFrame } from '#renderer/ui/page-frames.tsx'
import { RowTable } from '#renderer/ui/row-table.tsx'
import { saveText } from '#renderer/ui/save-file.ts'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import look from '#renderer/ui/text.module.css'
import { writeCsv } from '#shared/kernel/write-csv.ts'
import { cutChart, inTimeChart, repeatsChart } from './insight-charts.ts'
import classes from './insight.module.css'

/** What was given away in twelve weeks: by reason, agent, product and week; answered in time; who disputes again. */
export function InsightScreen() {
  const text = useText()
  const { t } = text
  const { data: view, refusal } = useDesk('decision.insight', {})
  if (refusal !== undefined)
    return (
      <HomeFrame title={t('insight.title')}>
        <Message tone="stuck" cause={text.refusal(refusal)} />
      </HomeFrame>
    )
  if (view === undefined) return null
  const charts = [
    ...(['week', 'reason', 'agent', 'product'] as const).map((cut) => cutChart(cut, view, text)),
    inTimeChart(view, text),
    repeatsChart(view, text),
  ]
  return (
    <HomeFrame title={t('insight.title')}>
      <p className={look.sentence}>{t('insight.sentence', { amountMinor: view.totalMinor, since: view.since })}</p>
      <div className={classes.charts}>
        {charts.map((chart) => (
          <ChartBlock key={chart.id} chart={chart} />
        ))}
      </div>
    </HomeFrame>
  )
}

/** One figure: its picture, the table behind it, and the same as a file. */
export interface Chart {
  readonly id: string
  readonly title: string
  readonly bars: readonly Bar[]
  readonly isTime: boolean
  readonly heads: readonly string[]
  /** The first cell names, the others are figures as people read them. */
  readonly rows: readonly (readonly string[])[]
  /** The same with plain numbers, for a spreadsheet. */
  readonly plain: readonly (readonly (string | number)[])[]
}

function ChartBlock({ chart }: { readonly chart: Chart }) {
  const { t, refusal } = useText()
  const recordExport = useDeskCommand('decision.recordExport')
  const [isTable, setTable] = useState(false)
  const { id, title, bars, isTime, heads, rows, plain } = chart
  /** It leaves the desk once that is on record. */
  const save = async (): Promise<void> => {
    const recorded = await recordExport.run({ table: id })
    if (recorded.ok) saveText(`linedesk-${id}.csv`, writeCsv([heads, ...plain]))
  }
  return (
    <section className={classes.block}>
      <SectionHead title={title}>
        <span className={look.row}>
          <LinkButton label={t(isTable ? 'insight.picture' : 'insight.table')} onClick={() => setTable(!isTable)} />
          <LinkButton label={t('insight.csv')} onClick={() => void save()} />
        </span>
      </SectionHead>
      {recordExport.refusal && <Message tone="stuck" cause={refusal(recordExport.refusal)} />}
      {rows.length === 0 ? (
        <Empty icon="minus" title={t('insight.none')} />
      ) : isTable ? (
        <RowTable
          label={title}
          showHead
          columns={heads.map((head, at) => ({ key: String(at), head, ...(at > 0 && { width: 110, isNumber: true }) }))}
          rows={rows.map((row) => ({
            id: row[0] ?? '',
            cells: Object.fromEntries(row.map((cell, at) => [String(at), cell])),
          }))}
        />
      ) : (
        <BarChart label={title} bars={bars} isTime={isTime} />
      )}
    </section>
  )
}
