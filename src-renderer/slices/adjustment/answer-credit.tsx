import type { ReactNode } from 'react'
import { useState } from 'react'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { DialogForm } from '#renderer/ui/dialog-form.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { CreditView } from '#shared/domain/adjustment/contract.ts'

/** What was asked back about a credit, and the answer: with it the request waits for a decision again. */
export function AnswerCredit({ view, refused, onClose, children }: AnswerCreditProps) {
  const { t, refusal } = useText()
  const answer = useDeskCommand('adjustment.answer')
  const { id, request, question, question_by: name } = view.row
  const [note, setNote] = useState('')
  const isEmpty = note.trim() === ''
  const run = async (): Promise<void> => {
    if (isEmpty || answer.isBusy) return
    await answer.run({ adjustmentId: id, request, note })
  }
  return (
    <DialogForm
      refused={answer.refusal ? refusal(answer.refusal) : refused}
      leave={t('price.working.close')}
      onLeave={onClose}
      send={t('goodwill.answer.send')}
      busy={answer.isBusy ? t('case.busy') : undefined}
      reasonOff={isEmpty ? t('goodwill.answer.empty') : undefined}
      onSend={() => void run()}
    >
      {children}
      <Message tone="late" cause={t('goodwill.question', { name, question })} />
      <TextField
        label={t('goodwill.answer')}
        value={note}
        onChange={setNote}
        help={t('goodwill.answer.help')}
        input={{ maxLength: 500, autoComplete: 'off', autoFocus: true, ...({ 'data-autofocus': true } as object) }}
      />
    </DialogForm>
  )
}

interface AnswerCreditProps {
  readonly view: CreditView
  /** Why something else in the dialog was refused. */
  readonly refused: string | undefined
  readonly onClose: () => void
  /** What it is about. */
  readonly children: ReactNode
}
