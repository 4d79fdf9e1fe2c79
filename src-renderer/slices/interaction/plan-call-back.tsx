import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { momentOf, typedMoment } from '#renderer/app/moments.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import classes from './customer.module.css'

/** When to call a customer again, and about what; in an hour unless told otherwise. */
export function PlanCallBack({ customer, onClose }: PlanCallBackProps) {
  const { t, refusal } = useText()
  const plan = useDeskCommand('interaction.planCallBack')
  const [when, setWhen] = useState(() => typedMoment(Date.now() + 3_600_000))
  const [note, setNote] = useState('')
  const dueAt = momentOf(when)
  const save = async (): Promise<void> => {
    if (dueAt === undefined) return
    const number = customer.contact_number ?? ''
    const planned = await plan.run({ customerId: customer.id, number, dueAt, note })
    if (planned.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('callBack.title')} closeButtonProps={{ 'aria-label': t('contact.close') }}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {plan.refusal !== undefined && <Message tone="stuck" cause={refusal(plan.refusal)} isUrgent />}
        <div className={classes.two}>
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
        </div>
        <TextField label={t('callBack.note')} value={note} onChange={setNote} input={{ maxLength: 500 }} />
        <div className={classes.formEnd}>
          <ActionButton label={t('contact.keep')} onClick={onClose} />
          <ActionButton
            kind="primary"
            label={t('callBack.save')}
            keys="Enter"
            submits
            {...(plan.isBusy && { busy: t('callBack.save') })}
          />
        </div>
      </form>
    </Modal>
  )
}

interface PlanCallBackProps {
  readonly customer: CustomerRow
  readonly onClose: () => void
}
