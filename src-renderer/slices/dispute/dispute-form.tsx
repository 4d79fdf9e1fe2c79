import { Radio, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Text } from '#renderer/app/text.tsx'
import { textIn, useText } from '#renderer/app/text.tsx'
import { DialogForm, FieldPair } from '#renderer/ui/dialog-form.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import text from '#renderer/ui/text.module.css'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { Evidence } from '#shared/domain/dispute/rows.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import classes from './dispute.module.css'
import { EvidenceField } from './evidence-field.tsx'
import { useEvidenceFiles } from './use-evidence-files.ts'

/** What every dispute is asked for under what is disputed: why, in whose words, what shows it, and what to tell the customer. */
export function DisputeForm(props: DisputeFormProps) {
  const { reasons, language, claimedMinor, notReady, tell, isAppeal, isBusy, refused, onSend, onClose, children } =
    props
  const own = useText()
  const { t, reader, refusal } = own
  const spoken = textIn(own, language)
  const [reason, setReason] = useState('')
  const [words, setWords] = useState('')
  const [shown, setShown] = useState('')
  const [recording, setRecording] = useState('')
  const files = useEvidenceFiles()
  const off = notReady ?? (reason === '' ? t('dispute.notReady.reason') : undefined)
  const run = async (): Promise<void> => {
    if (off !== undefined || isBusy) return
    const kept = await files.keep()
    if (!kept.ok) return
    await onSend({
      reason,
      words,
      evidence: [
        ...(shown.trim() === '' ? [] : [{ kind: 'note' as const, reference: '', text: shown.trim() }]),
        ...(recording.trim() === '' ? [] : [{ kind: 'recording' as const, reference: recording.trim(), text: '' }]),
        ...kept.value,
      ],
    })
  }
  return (
    <DialogForm
      refused={refused && refusal(refused)}
      leave={t('bills.pay.cancel')}
      onLeave={onClose}
      send={t(isAppeal ? 'dispute.appeal' : 'dispute.file', { amountMinor: claimedMinor ?? 0 })}
      busy={isBusy ? t('case.busy') : undefined}
      reasonOff={off}
      onSend={() => void run()}
    >
      {children}
      <Radio.Group label={t('dispute.reason')} value={reason} onChange={setReason}>
        <div className={classes.reasons}>
          {reasons.map(({ code, name }, at) => (
            <Radio
              key={code}
              value={code}
              label={nameIn(namesOf(name), reader.language)}
              {...(at === 0 && { 'data-autofocus': true })}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('dispute.words')}
        lang={language}
        value={words}
        autosize
        minRows={2}
        maxRows={4}
        maxLength={2000}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          void run()
        }}
      />
      <FieldPair>
        <TextField
          label={t('dispute.evidence.note')}
          value={shown}
          onChange={setShown}
          input={{ maxLength: 500, autoComplete: 'off' }}
        />
        <TextField
          label={t('dispute.evidence.recording')}
          value={recording}
          onChange={setRecording}
          input={{ maxLength: 120, autoComplete: 'off' }}
        />
      </FieldPair>
      <EvidenceField files={files} />
      <div>
        <span className={text.label}>{t('dispute.tell')}</span>
        <p>
          <Quote text={tell(spoken)} lang={spoken.reader.language} />
        </p>
      </div>
    </DialogForm>
  )
}

interface DisputeFormProps {
  readonly reasons: readonly { readonly code: string; readonly name: string }[]
  /** The customer's. */
  readonly language: string | undefined
  /** What the customer would get; undefined while what is typed is no sum. */
  readonly claimedMinor: number | undefined
  /** Why it cannot be sent yet, but for the reason, which is asked for here. */
  readonly notReady: string | undefined
  readonly tell: (spoken: Text) => string
  readonly isAppeal: boolean
  readonly isBusy: boolean
  readonly refused: Refusal | undefined
  readonly onSend: (said: SaidOfDispute) => Promise<void>
  readonly onClose: () => void
  /** What is disputed, and how much of it. */
  readonly children: ReactNode
}

/** What was said and shown. */
export interface SaidOfDispute {
  readonly reason: string
  readonly words: string
  readonly evidence: Evidence
}
