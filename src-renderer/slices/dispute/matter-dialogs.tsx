import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { DialogForm } from '#renderer/ui/dialog-form.tsx'
import { SelectField, TextField } from '#renderer/ui/field.tsx'
import type { Matter } from '#shared/domain/dispute/decision-contract.ts'
import { deciding, isOneOf, roles } from '#shared/domain/staff/roles.ts'

interface DialogProps {
  readonly matter: Matter
  readonly onClose: () => void
  readonly onDone: () => void
}

/** A question to the customer of a dispute, or to whoever asked for a credit: nothing is decided before the answer. */
export function AskBack({ matter, onClose, onDone }: DialogProps) {
  const { t, refusal } = useText()
  const ask = useDeskCommand('decision.askBack')
  const [question, setQuestion] = useState('')
  const isEmpty = question.trim() === ''
  const isCredit = matter.kind === 'credit'
  const send = async (): Promise<void> => {
    if (isEmpty || ask.isBusy) return
    const { kind, id, request } = matter
    const sent = await ask.run({ kind, id, request, question: question.trim() })
    if (!sent.ok) return
    onClose()
    onDone()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(isCredit ? 'decision.ask.title.credit' : 'decision.ask.title', { name: matter.askedBy })}
      closeButtonProps={{ 'aria-label': t('contact.close') }}
    >
      <DialogForm
        refused={ask.refusal && refusal(ask.refusal)}
        leave={t('decision.keep')}
        onLeave={onClose}
        send={t('decision.ask.send')}
        reasonOff={isEmpty ? t('decision.ask.empty') : undefined}
        onSend={() => void send()}
      >
        <TextField
          label={t('decision.ask.question')}
          value={question}
          onChange={setQuestion}
          help={t(isCredit ? 'decision.ask.hint.credit' : 'decision.ask.hint')}
          input={{ maxLength: 500, autoComplete: 'off', ...({ 'data-autofocus': true } as object) }}
        />
      </DialogForm>
    </Modal>
  )
}

/** Gives a matter to somebody else who decides. */
export function Reassign({ matter, onClose, onDone }: DialogProps) {
  const { t, key, refusal } = useText()
  const give = useDeskCommand('decision.reassign')
  const all = useDesk('interaction.colleagues', {}).data?.colleagues ?? []
  const others = all.filter(({ role }) => roles.some((each) => each === role && isOneOf(each, deciding)))
  const [chosen, setChosen] = useState<string>()
  const toId = chosen ?? others[0]?.userId
  const send = async (): Promise<void> => {
    if (toId === undefined || give.isBusy) return
    const given = await give.run({ kind: matter.kind, id: matter.id, toId })
    if (!given.ok) return
    onClose()
    onDone()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('decision.give.title')}
      closeButtonProps={{ 'aria-label': t('contact.close') }}
    >
      <DialogForm
        refused={give.refusal && refusal(give.refusal)}
        leave={t('decision.keep')}
        onLeave={onClose}
        send={t('decision.give.send')}
        reasonOff={toId === undefined ? t('decision.give.nobody') : undefined}
        onSend={() => void send()}
      >
        <SelectField
          label={t('decision.give.to')}
          value={toId ?? null}
          options={others.map(({ userId, name, role, seat }) => ({
            value: userId,
            label: `${name}, ${key(`role.${role}`)}, ${seat}`,
          }))}
          onChange={setChosen}
        />
      </DialogForm>
    </Modal>
  )
}
