import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { DialogForm } from '#renderer/ui/dialog-form.tsx'
import { SelectField, TextField } from '#renderer/ui/field.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** Gives a case with all that is typed in it to a colleague: by name, with a word. */
export function HandOver({ view, flush }: HandOverProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const isOver = view.state === 'abandoned' || view.state === 'done'
  const open = () => setOpen(true)
  const reasonOff = isOver ? t('handOver.over') : view.writer.isHere ? undefined : t('writer.off')
  useActions([{ id: 'handOver', label: t('handOver.title'), icon: 'users', reasonOff, run: open }])
  if (reasonOff !== undefined) return null
  return (
    <>
      <LinkButton label={t('handOver.short')} icon="users" onClick={open} />
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('handOver.title')}
        closeButtonProps={{ 'aria-label': t('contact.close') }}
      >
        {isOpen && <HandOverForm caseId={view.caseId} flush={flush} onClose={() => setOpen(false)} />}
      </Modal>
    </>
  )
}

export interface HandOverProps {
  readonly view: CaseView
  /** Saves what is typed first, so that it goes along. */
  readonly flush: () => Promise<boolean>
}

function HandOverForm({ caseId, flush, onClose }: HandOverFormProps) {
  const { t, key, refusal } = useText()
  const colleagues = useDesk('interaction.colleagues', {}).data?.colleagues ?? []
  const handOver = useDeskCommand('interaction.handOverCase')
  const [chosen, setChosen] = useState<Id>()
  const [note, setNote] = useState('')
  const [isUnsaved, setUnsaved] = useState(false)
  const toId = chosen ?? colleagues[0]?.userId
  const save = async (): Promise<void> => {
    if (toId === undefined) return
    const isSaved = await flush()
    setUnsaved(!isSaved)
    if (!isSaved) return
    const handed = await handOver.run({ caseId, toId, note })
    if (handed.ok) onClose()
  }
  return (
    <DialogForm
      refused={isUnsaved ? t('handOver.notSaved') : handOver.refusal && refusal(handOver.refusal)}
      leave={t('contact.keep')}
      onLeave={onClose}
      send={t('handOver.do')}
      busy={handOver.isBusy ? t('handOver.do') : undefined}
      reasonOff={toId === undefined ? t('handOver.nobody') : undefined}
      onSend={() => void save()}
    >
      <SelectField
        label={t('handOver.to')}
        value={toId ?? null}
        options={colleagues.map(({ userId, name, role, seat }) => ({
          value: userId,
          label: `${name}, ${key(`role.${role}`)}, ${seat}`,
        }))}
        onChange={setChosen}
        help={t('handOver.hint')}
      />
      <TextField
        label={t('handOver.note')}
        value={note}
        onChange={setNote}
        input={{ maxLength: 500, autoComplete: 'off', ...({ 'data-autofocus': true } as object) }}
      />
    </DialogForm>
  )
}

interface HandOverFormProps {
  readonly caseId: Id
  readonly flush: () => Promise<boolean>
  readonly onClose: () => void
}

/** Who gave the case to whom, and with what word: seen by both, until the colleague has taken it up. */
export function HandedOver({ view }: { readonly view: CaseView }) {
  const { t } = useText()
  const { handedOver: handed, writer } = view
  if (handed === null || view.state === 'abandoned' || view.state === 'done') return null
  if (handed.isToMe && writer.since > handed.at) return null
  const said = t(handed.isToMe ? 'handOver.fromThem' : 'handOver.toThem', {
    by: handed.by,
    to: handed.to,
    at: handed.at,
  })
  return (
    <Message
      tone="accent"
      icon="users"
      cause={handed.note === '' ? said : `${said} ${t('handOver.said', { note: handed.note })}`}
    />
  )
}
