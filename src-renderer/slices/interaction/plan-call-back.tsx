import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useNewId } from '#renderer/app/new-id.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { DialogForm, FieldPair } from '#renderer/ui/dialog-form.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { momentOf, typedMoment } from '#renderer/app/moments.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'

/** When to call a customer again, and about what; in an hour unless told otherwise. */
export function PlanCallBack({ customer, onClose }: PlanCallBackProps) {
  const { t, refusal } = useText()
  const plan = useDeskCommand('interaction.planCallBack')
  const callBackId = useNewId()
  const [when, setWhen] = useState(() => typedMoment(Date.now() + 3_600_000))
  const [note, setNote] = useState('')
  const dueAt = momentOf(when)
  const save = async (): Promise<void> => {
    if (dueAt === undefined) return
    const number = customer.contact_number ?? ''
    const planned = await plan.run({ callBackId, customerId: customer.id, number, dueAt, note })
    if (planned.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('callBack.title')} closeButtonProps={{ 'aria-label': t('contact.close') }}>
      <DialogForm
        refused={plan.refusal && refusal(plan.refusal)}
        leave={t('contact.keep')}
        onLeave={onClose}
        send={t('callBack.save')}
        busy={plan.isBusy ? t('callBack.save') : undefined}
        onSend={() => void save()}
      >
        <FieldPair>
          <TextField
            label={t('callBack.day')}
            value={when.day}
            onChange={(day) => setWhen({ ...when, day })}
            input={{ autoFocus: true, maxLength: 20, autoComplete: 'off' }}
            error={dueAt === undefined ? t('callBack.whenWrong') : undefined}
          />
          <TextField
            label={t('callBack.time')}
            value={when.time}
            onChange={(time) => setWhen({ ...when, time })}
            input={{ maxLength: 20, autoComplete: 'off' }}
          />
        </FieldPair>
        <TextField label={t('callBack.note')} value={note} onChange={setNote} input={{ maxLength: 500 }} />
      </DialogForm>
    </Modal>
  )
}

interface PlanCallBackProps {
  readonly customer: CustomerRow
  readonly onClose: () => void
}
