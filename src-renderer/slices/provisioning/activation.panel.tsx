import { useEffect, useState } from 'react'
import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { StepReceipt } from '#renderer/app/mark-receipt.tsx'
import { useSpoken, useText } from '#renderer/app/text.tsx'
import { WorkColumns } from '#renderer/ui/case-frame.tsx'
import text from '#renderer/ui/text.module.css'
import { TimelineTable } from '#renderer/ui/timeline-table.tsx'
import { activationSentences } from './activation-sentence.ts'
import classes from './activation.module.css'
import { timelineOf } from './timeline.ts'

/** One sentence of where the line stands, and each task against time; what is late or stuck stands open. */
export function ActivationPanel({ view, fields, isOnline }: StepPanelProps<'activation'>) {
  const say = useText()
  const spoken = useSpoken()
  const { t } = say
  const isOver = view.tasks.every(({ state }) => state === 'completed' || state === 'cancelled' || state === 'failed')
  const now = useNow(view.tasks.length > 0 && !isOver)
  const timeline = view.tasks.length > 0 ? timelineOf(view.tasks, now, say, spoken) : undefined
  return (
    <>
      <h2 className={text.hidden}>{t('activation.title')}</h2>
      <WorkColumns
        receipt={!timeline && <StepReceipt view={view} step="activation" mark={view.marks.order} typed={fields} />}
      >
        <p className={text.sentence} role="status">
          {activationSentences(view, isOnline, say).join(' ')}
        </p>
      </WorkColumns>
      {timeline && (
        <div className={classes.table}>
          <TimelineTable label={t('activation.table')} {...timeline} />
        </div>
      )}
    </>
  )
}

/** The clock of the screen, a second at a time while something is going on; it decides nothing. */
function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isRunning) return undefined
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [isRunning])
  return now
}
