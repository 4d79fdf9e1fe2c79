import { Modal, Radio } from '@mantine/core'
import { useState } from 'react'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { DialogForm } from '#renderer/ui/dialog-form.tsx'
import text from '#renderer/ui/text.module.css'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import { isRecipient } from '#shared/domain/message/commands.ts'
import type { MessageChannel } from '#shared/domain/message/templates.ts'
import { agentTemplates, messageChannels } from '#shared/domain/message/templates.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import type { Id } from '#shared/kernel/ids.ts'
import classes from './write-message.module.css'

/** Writes to a customer: which message, and by SMS or e-mail, to the address on record. It goes in their language. */
export function WriteMessage({ customer, caseId, onClose }: WriteMessageProps) {
  const { t, key, refusal } = useText()
  const send = useDeskCommand('message.send')
  const [template, setTemplate] = useState<(typeof agentTemplates)[number]>(agentTemplates[0])
  const [channel, setChannel] = useState<MessageChannel>(() => (addressOf(customer, 'sms') === '' ? 'email' : 'sms'))
  const address = addressOf(customer, channel)
  const off = address === '' ? t('error.ADDRESS_MISSING') : undefined
  const run = async (): Promise<void> => {
    if (off !== undefined || send.isBusy) return
    const sent = await send.run({ customerId: customer.id, caseId, template, channel })
    if (sent.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('write.title')} closeButtonProps={{ 'aria-label': t('contact.close') }}>
      <DialogForm
        refused={send.refusal && refusal(send.refusal)}
        leave={t('contact.keep')}
        onLeave={onClose}
        send={t(channel === 'sms' ? 'write.send.sms' : 'write.send.email')}
        busy={send.isBusy ? t('case.busy') : undefined}
        reasonOff={off}
        isReasonSaid
        onSend={() => void run()}
      >
        <Radio.Group
          label={t('write.what')}
          value={template}
          onChange={(value) => setTemplate(agentTemplates.find((one) => one === value) ?? agentTemplates[0])}
        >
          <div className={classes.ways}>
            {agentTemplates.map((name, at) => (
              <Radio
                key={name}
                value={name}
                label={key(`message.template.${name}`)}
                description={key(`write.says.${name}`)}
                {...(at === 0 && { 'data-autofocus': true })}
              />
            ))}
          </div>
        </Radio.Group>
        <Choice
          tall
          label={t('write.by')}
          value={channel}
          options={messageChannels.toReversed().map((value) => ({ value, label: key(`write.channel.${value}`) }))}
          onChange={setChannel}
        />
        <p className={text.second}>
          {off ?? t('write.to', { address: channel === 'sms' ? formatMsisdn(address) : address })}
        </p>
      </DialogForm>
    </Modal>
  )
}

function addressOf({ email, contact_number: number }: CustomerRow, channel: MessageChannel): string {
  const recipient = (channel === 'email' ? email : number) ?? ''
  return isRecipient({ channel, recipient }) ? recipient : ''
}

export interface WriteMessageProps {
  readonly customer: CustomerRow
  readonly caseId: Id | null
  readonly onClose: () => void
}
