import { type ReactNode, useState } from 'react'
import { useDeskStore } from '#renderer/app/desk.store.ts'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { ActionBar, CaseFrame } from '#renderer/ui/case-frame.tsx'
import { ContextName } from '#renderer/ui/context-parts.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { Record, RecordGrid } from '#renderer/ui/record.tsx'
import text from '#renderer/ui/text.module.css'
import classes from './stuck.module.css'
import type { Referral } from './stuck-types.ts'

const noteLimit = 500

/** One additional check: what was read of the document, and a person's decision with its reason. */
export function ReferralWork({ referral, rail }: { readonly referral: Referral; readonly rail: ReactNode }) {
  const { t, date, key, refusal } = useText()
  const { evidence, isPending } = referral
  const [note, setNote] = useState('')
  const openCase = useDeskStore((state) => state.openCase)
  const decide = useDeskCommand('identity.decideReferral')
  const reasonOff = isPending ? t('stuck.pendingOff') : note.trim() === '' ? t('check.noteOff') : undefined
  const give = (decision: 'clear' | 'refuse') => {
    if (!decide.isBusy) void decide.run({ evidenceId: evidence.id, decision, note: note.trim() })
  }
  const caseId = evidence.case_id
  useActions([
    {
      id: 'clear',
      label: t('check.clear'),
      icon: 'shield-check',
      keys: 'Ctrl Enter',
      reasonOff,
      run: () => give('clear'),
    },
    { id: 'refuse', label: t('check.refuse'), icon: 'x', keys: 'Alt R', reasonOff, run: () => give('refuse') },
  ])
  const name = referral.customerName === '' ? t('needs.someone') : referral.customerName
  return (
    <CaseFrame
      title={t('stuck.title')}
      rail={rail}
      workLabel={t('stuck.work')}
      contextLabel={t('needs.context')}
      context={<ContextName name={name} label={t('check.born')} value={date(evidence.birth_date)} />}
      actions={
        <ActionBar note={null} say={reasonOff}>
          {caseId !== null && <ActionButton label={t('stuck.openCase')} onClick={() => openCase(caseId)} />}
          <ActionButton
            label={t('check.refuse')}
            keys="Alt R"
            reasonOff={reasonOff}
            sayAt="hidden"
            onClick={() => give('refuse')}
          />
          <ActionButton
            label={t('check.clear')}
            kind="primary"
            keys="Ctrl Enter"
            reasonOff={reasonOff}
            sayAt="hidden"
            onClick={() => give('clear')}
          />
        </ActionBar>
      }
    >
      <p className={text.sentence}>{t('check.sentence', { name })}</p>
      <p className={`${text.second} ${classes.explain}`}>{t('check.explain')}</p>
      <div className={classes.records}>
        <RecordGrid>
          <Record label={t('check.document')} value={key(`check.${evidence.kind}`)} />
          <Record label={t('check.number')} value={evidence.document_masked} />
          <Record label={t('check.state')} value={evidence.issuing_state} />
          <Record label={t('check.born')} value={date(evidence.birth_date)} />
          <Record label={t('check.expires')} value={date(evidence.expiry_date)} />
          <Record
            label={t('check.seenBy')}
            value={t('needs.byAt', { name: evidence.recorded_by, at: evidence.recorded_at })}
          />
        </RecordGrid>
      </div>
      {decide.refusal !== undefined && <Message tone="stuck" cause={refusal(decide.refusal)} isUrgent />}
      {!isPending && (
        <div className={classes.note}>
          <TextField
            label={t('check.note')}
            value={note}
            onChange={setNote}
            help={t('check.noteHelp')}
            input={{ maxLength: noteLimit, autoFocus: true }}
          />
        </div>
      )}
    </CaseFrame>
  )
}
