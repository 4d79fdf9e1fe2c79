import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useActions } from '#renderer/app/hot-keys.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { DialogForm } from '#renderer/ui/dialog-form.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { ContactField } from '#shared/domain/customer/commands.ts'
import { contactColumns } from '#shared/domain/customer/commands.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import { levelOfAct } from '#shared/domain/verification/levels.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'

/** How the customer of a case is reached and where they live, changed in place: F7, saved on this desk at once. */
export function ContactChange({ caseId, customer, onVerify }: ContactChangeProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  useActions([{ id: 'contact', label: t('contact.title'), icon: 'phone', keys: 'F7', run: () => setOpen(true) }])
  return (
    <>
      <IconButton label={t('contact.change')} icon="pencil" keys="F7" onClick={() => setOpen(true)} />
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('contact.title')}
        closeButtonProps={{ 'aria-label': t('contact.close') }}
      >
        {isOpen && (
          <ContactForm
            caseId={caseId}
            customer={customer}
            onClose={() => setOpen(false)}
            onVerify={() => {
              setOpen(false)
              onVerify()
            }}
          />
        )}
      </Modal>
    </>
  )
}

export interface ContactChangeProps {
  readonly caseId: string
  readonly customer: CustomerRow
  /** Opens the questions for the caller. */
  readonly onVerify: () => void
}

const fields: readonly ContactField[] = ['contactNumber', 'email']
const addressFields = ['street', 'postalCode', 'town'] as const
type AddressField = (typeof addressFields)[number]

function ContactForm({ caseId, customer, onClose, onVerify }: ContactChangeProps & { readonly onClose: () => void }) {
  const { t, key, refusal } = useText()
  const change = useDeskCommand('customer.changeContact')
  const move = useDeskCommand('customer.changeAddress')
  const [typed, setTyped] = useState(() => typedOf(customer))
  const [address, setAddress] = useState(() => addressOf(customer))
  const [wrong, setWrong] = useState<ContactField>()
  const caller = useDesk('verification.caller', { customerId: customer.id, caseId }).data
  const level = levelOfAct.changeContact
  const reasonOff = caller === undefined || caller.level >= level ? undefined : t('contact.needsLevel', { level })
  // a prospect's address comes with its proof, in the step Identity
  const hasAddress = customer.state !== 'prospect'
  const save = async () => {
    if (reasonOff !== undefined) return
    const before = typedOf(customer)
    for (const field of fields) {
      if (typed[field] === before[field]) continue
      const answer = await change.run({ caseId, field, value: typed[field] })
      if (!answer.ok) return setWrong(field)
    }
    if (hasAddress && isChanged(address, addressOf(customer))) {
      const moved = await move.run({ caseId, ...address })
      if (!moved.ok) return
    }
    onClose()
  }
  const reason = change.refusal?.details?.['reason']
  const wrongText = typeof reason === 'string' ? key(`wrong.${reason}`) : undefined
  const refused = wrongText === undefined ? (change.refusal ?? move.refusal) : undefined
  const emptyField = move.refusal?.details?.['field']
  return (
    <DialogForm
      refused={refused && refusal(refused)}
      leave={t('contact.keep')}
      onLeave={onClose}
      send={t('contact.save')}
      busy={change.isBusy || move.isBusy ? t('contact.save') : undefined}
      reasonOff={reasonOff}
      isReasonSaid
      onSend={() => void save()}
    >
      {reasonOff !== undefined && (
        <Message tone="late" cause={reasonOff}>
          <ActionButton label={t('caller.verify')} onClick={onVerify} />
        </Message>
      )}
      {fields.map((field) => (
        <TextField
          key={field}
          label={t(field === 'email' ? 'reason.email' : 'context.contactNumber')}
          value={typed[field]}
          onChange={(value) => {
            change.clear()
            setWrong(undefined)
            setTyped({ ...typed, [field]: value })
          }}
          input={{ autoComplete: 'off', maxLength: 120, ...(field === 'contactNumber' && { 'data-autofocus': true }) }}
          {...(wrong === field && wrongText !== undefined ? { error: wrongText } : {})}
        />
      ))}
      {hasAddress &&
        addressFields.map((field) => (
          <TextField
            key={field}
            label={t(`identity.address.${field}`)}
            value={address[field]}
            onChange={(value) => {
              move.clear()
              setAddress({ ...address, [field]: value })
            }}
            input={{ autoComplete: 'off', maxLength: longest[field] }}
            {...(emptyField === field ? { error: t('wrong.EMPTY') } : {})}
          />
        ))}
    </DialogForm>
  )
}

const longest = { street: 120, postalCode: 12, town: 80 } as const

function typedOf(customer: CustomerRow): Readonly<Record<ContactField, string>> {
  const number = customer[contactColumns.contactNumber]
  return { contactNumber: number === null ? '' : formatMsisdn(number), email: customer[contactColumns.email] ?? '' }
}

function addressOf({ street, postal_code: postalCode, town }: CustomerRow): Readonly<Record<AddressField, string>> {
  return { street: street ?? '', postalCode: postalCode ?? '', town: town ?? '' }
}

function isChanged(
  typed: Readonly<Record<AddressField, string>>,
  before: Readonly<Record<AddressField, string>>,
): boolean {
  return addressFields.some((field) => typed[field].trim() !== before[field])
}
