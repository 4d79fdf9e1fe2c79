import { type ReactNode, useState } from 'react'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { portWindowSchema } from '#shared/domain/number/port-in.ts'
import { wrongField } from '#renderer/app/case-step.ts'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { textIn, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { ActionBar, CaseFrame } from '#renderer/ui/case-frame.tsx'
import { ContextName } from '#renderer/ui/context-parts.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { Record, RecordGrid } from '#renderer/ui/record.tsx'
import text from '#renderer/ui/text.module.css'
import classes from './stuck.module.css'
import type { PortIn } from './stuck-types.ts'

/** A number that its operator does not let go: why, what to tell the customer, and to ask again or keep the new number. */
export function PortInWork({ portIn, rail }: { readonly portIn: PortIn; readonly rail: ReactNode }) {
  const said = useText()
  const { t, key, refusal: sentenceOf } = said
  const { row, customerName, language, isPending } = portIn
  const [code, setCode] = useState(row.code)
  const [on, setOn] = useState(row.on_date)
  const openCase = useDeskStore((state) => state.openCase)
  const again = useDeskCommand('number.askDonorAgain')
  const withdraw = useDeskCommand('number.withdrawPortIn')
  const wrong = wrongField(again.refusal)
  const refused = withdraw.refusal ?? (wrong ? undefined : again.refusal)
  const errorOf = (field: string) => (wrong?.field === field ? { error: key(wrong.sentence, wrong.details) } : {})
  const reasonOff = isPending ? t('stuck.pendingOff') : undefined
  const isLost = row.refusal === 'COURT_ORDER'
  const ask = () => {
    const window = portWindowSchema.safeParse(row.day_part).data ?? 'morning'
    if (!again.isBusy && reasonOff === undefined) void again.run({ portInId: row.id, code, on, window })
  }
  const keep = () => {
    if (!withdraw.isBusy && reasonOff === undefined) void withdraw.run({ portInId: row.id })
  }
  const labels = {
    again: t('portStuck.again', { donor: row.donor }),
    keep: t('portStuck.keep', { temporary: row.temporary_msisdn }),
  }
  const main = isLost ? keep : ask
  useActions([
    {
      id: 'portMain',
      label: isLost ? labels.keep : labels.again,
      icon: 'phone',
      keys: 'Ctrl Enter',
      reasonOff,
      run: main,
    },
    { id: 'openCase', label: t('stuck.openCase'), icon: 'briefcase', run: () => openCase(row.case_id) },
  ])
  const name = customerName === '' ? t('needs.someone') : customerName
  return (
    <CaseFrame
      title={t('stuck.title')}
      rail={rail}
      workLabel={t('stuck.work')}
      contextLabel={t('needs.context')}
      context={<ContextName name={name} label={t('portStuck.number')} value={formatMsisdn(row.msisdn)} />}
      actions={
        <ActionBar note={null} {...(reasonOff !== undefined && { say: reasonOff })}>
          <ActionButton label={t('stuck.openCase')} onClick={() => openCase(row.case_id)} />
          {!isLost && <ActionButton label={labels.keep} reasonOff={reasonOff} sayAt="hidden" onClick={keep} />}
          <ActionButton
            label={isLost ? labels.keep : labels.again}
            kind="primary"
            keys="Ctrl Enter"
            reasonOff={reasonOff}
            sayAt="hidden"
            onClick={main}
          />
        </ActionBar>
      }
    >
      <p className={text.sentence}>{t('portStuck.sentence', { donor: row.donor, name })}</p>
      <div className={classes.note}>
        <Message
          tone="stuck"
          cause={key(`portIn.refusal.${row.refusal}`)}
          say={textIn(said, language).key(`portIn.say.${row.refusal}`)}
          sayLang={language}
        />
      </div>
      <div className={classes.records}>
        <RecordGrid>
          <Record label={t('portStuck.number')} value={formatMsisdn(row.msisdn)} />
          <Record label={t('portStuck.donor')} value={row.donor} />
          <Record label={t('portStuck.temporary')} value={formatMsisdn(row.temporary_msisdn)} />
          <Record label={t('portStuck.answered')} value={said.time(row.answered_at ?? row.requested_at)} />
          <Record label={t('portStuck.tries')} value={said.number(row.tries)} />
        </RecordGrid>
      </div>
      {refused !== undefined && <Message tone="stuck" cause={sentenceOf(refused)} isUrgent />}
      {!isPending && !isLost && (
        <div className={classes.again}>
          <TextField label={t('portIn.code')} value={code} onChange={setCode} {...errorOf('portCode')} />
          <TextField label={t('portIn.on')} value={on} onChange={setOn} {...errorOf('portOn')} />
        </div>
      )}
      <p className={text.second}>{t('portStuck.keep.follows')}</p>
    </CaseFrame>
  )
}
