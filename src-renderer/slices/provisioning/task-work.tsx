import { type ReactNode, useState } from 'react'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { isTextKey } from '#shared/text/translate.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { type Text, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { ActionBar, CaseFrame } from '#renderer/ui/case-frame.tsx'
import { ContextName } from '#renderer/ui/context-parts.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { Record, RecordGrid } from '#renderer/ui/record.tsx'
import text from '#renderer/ui/text.module.css'
import classes from './stuck.module.css'
import type { StuckTask } from './stuck-types.ts'

const noteLimit = 500

/** One stuck or late task: why, with whom, until when; repaired by hand with a note of what was done. */
export function TaskWork({ stuck, rail }: { readonly stuck: StuckTask; readonly rail: ReactNode }) {
  const said = useText()
  const { t, refusal } = said
  const { task, caseId, customerName, msisdn } = stuck
  const [note, setNote] = useState('')
  const openCase = useDeskStore((state) => state.openCase)
  const complete = useDeskCommand('provisioning.completeTask')
  const reference = useDesk('interaction.caseView', { caseId }).data?.reference
  const reasonOff = offBecause(stuck, note, said)
  const finish = () => {
    if (!complete.isBusy) void complete.run({ taskId: task.id, note: note.trim() })
  }
  useActions([
    { id: 'done', label: t('stuck.done'), icon: 'check', keys: 'Ctrl Enter', reasonOff, run: finish },
    { id: 'openCase', label: t('stuck.openCase'), icon: 'briefcase', run: () => openCase(caseId) },
  ])
  return (
    <CaseFrame
      title={t('stuck.title')}
      {...(reference !== undefined && { second: t('needs.case', { reference }) })}
      rail={rail}
      workLabel={t('stuck.work')}
      contextLabel={t('needs.context')}
      context={<ContextName name={customerName} label={t('stuck.record.number')} value={formatMsisdn(msisdn)} />}
      actions={
        <ActionBar note={null}>
          <ActionButton label={t('stuck.openCase')} onClick={() => openCase(caseId)} />
          <ActionButton
            label={t('stuck.done')}
            kind="primary"
            keys="Ctrl Enter"
            reasonOff={reasonOff}
            sayAt="left"
            onClick={finish}
          />
        </ActionBar>
      }
    >
      <p className={text.sentence}>{sentenceOf(stuck, said)}</p>
      <div className={classes.records}>
        <TaskRecords stuck={stuck} />
      </div>
      {complete.refusal !== undefined && <Message tone="stuck" cause={refusal(complete.refusal)} isUrgent />}
      {task.state === 'held' && !stuck.isPending && (
        <div className={classes.note}>
          <TextField
            label={t('stuck.note')}
            value={note}
            onChange={setNote}
            help={t('stuck.noteHelp')}
            input={{ maxLength: noteLimit, autoFocus: true }}
          />
        </div>
      )}
    </CaseFrame>
  )
}

function TaskRecords({ stuck: { task, msisdn } }: { readonly stuck: StuckTask }) {
  const said = useText()
  const { t, key, time } = said
  const moment = (at: number | null) => (at === null ? t('stuck.none') : time(at))
  return (
    <RecordGrid>
      <Record label={t('stuck.record.task')} value={key(`task.${task.kind}`)} />
      <Record label={t('stuck.record.number')} value={formatMsisdn(msisdn)} />
      <Record label={t('stuck.record.planned')} value={time(task.planned_end)} />
      <Record label={t('stuck.record.cause')} value={causeOf(task.cause, said)} />
      <Record label={t('stuck.record.owner')} value={task.owner === '' ? t('stuck.none') : ownerOf(task.owner, said)} />
      {task.state === 'held' ? (
        <Record label={t('stuck.record.answerBy')} value={moment(task.answer_by)} />
      ) : (
        <Record label={t('stuck.record.retryAt')} value={moment(task.retry_at)} />
      )}
    </RecordGrid>
  )
}

function sentenceOf({ task, customerName }: StuckTask, { t, key }: Text): string {
  const facts = { task: key(`task.${task.kind}`), name: customerName === '' ? t('needs.someone') : customerName }
  if (task.state !== 'held') return t('stuck.late', facts)
  return task.started_at === null ? t('stuck.task', facts) : t('stuck.taskSince', { ...facts, at: task.planned_end })
}

function offBecause({ task, isPending }: StuckTask, note: string, { t }: Text): string | undefined {
  if (isPending) return t('stuck.pendingOff')
  if (task.state !== 'held') return t('stuck.lateOff')
  return note.trim() === '' ? t('stuck.doneOff') : undefined
}

function causeOf(cause: string, { t, key }: Text): string {
  return cause === '' ? t('stuck.noCause') : key(`cause.${cause}`)
}

function ownerOf(owner: string, { t }: Text): string {
  const key = `role.${owner}`
  return isTextKey(key) ? t(key) : owner
}
