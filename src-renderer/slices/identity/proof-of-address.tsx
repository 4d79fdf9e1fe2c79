import { Table } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { wrongField } from '#renderer/app/case-step.ts'
import { useDesk } from '#renderer/app/queries.ts'
import { StepText } from '#renderer/app/step-text.tsx'
import type { Text } from '#renderer/app/text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { SelectField } from '#renderer/ui/field.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { StateBadge } from '#renderer/ui/state-badge.tsx'
import text from '#renderer/ui/text.module.css'
import { addressKinds } from '#shared/domain/identity/commands.ts'
import { parseDay } from '#shared/kernel/parse-day.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import classes from './mrz.module.css'

/**
 * What proves where the customer lives: a row that opens to be typed, and says in one line what was seen. While the
 * document is wrong it opens only when asked, so that what is wrong and the ways on fit the screen.
 */
export function ProofOfAddress(props: ProofOfAddressProps) {
  const { view, fields, change, isSeen, isDocumentWrong } = props
  const say = useText()
  const { t, key } = say
  const [isAsked, setAsked] = useState(false)
  const [isBegun, setBegun] = useState(() => !isFilled(fields))
  if (isDocumentWrong && isBegun && isFilled(fields)) setBegun(false)
  const wrong = wrongField(props.refusal)?.field
  useTown(props)
  const isOpen = !isSeen && (isAsked || (isBegun && !isDocumentWrong) || addressFields.some((field) => field === wrong))
  return (
    <>
      <Table.Tr>
        <Table.Td>{t('identity.address')}</Table.Td>
        <Table.Td className={cx(text.second)}>
          {isOpen ? (
            t('identity.address.none')
          ) : (
            <span className={text.row}>
              {isSeen ? seenSummary(view, say) : isFilled(fields) ? summaryOf(fields, say) : t('identity.address.none')}
              {!isSeen && (
                <LinkButton
                  label={t(isFilled(fields) ? 'identity.address.change' : 'identity.address.type')}
                  onClick={() => setAsked(true)}
                />
              )}
            </span>
          )}
        </Table.Td>
        <Table.Td className={cx(text.number)}>
          <AddressState view={view} fields={fields} />
        </Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={3}>
            <div className={classes.address}>
              <SelectField
                label={t('identity.address.kind')}
                value={fields.addressKind}
                options={addressKinds.map((value) => ({ value, label: key(`identity.address.${value}`) }))}
                onChange={(value) => {
                  const kind = addressKinds.find((each) => each === value)
                  if (kind) change({ addressKind: kind })
                }}
              />
              <StepText
                step="identity"
                of={props}
                field="addressIssuedOn"
                label={t('identity.address.issuedOn')}
                help={readDay(fields.addressIssuedOn, say)}
              />
              <div className={classes.streetRow}>
                <StepText step="identity" of={props} field="street" label={t('identity.address.street')} />
                <StepText step="identity" of={props} field="postalCode" label={t('identity.address.postalCode')} />
                <StepText step="identity" of={props} field="town" label={t('identity.address.town')} />
              </div>
            </div>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}

/** A postal code typed names its town, while nobody has typed another. */
function useTown({ fields, change, isSeen }: ProofOfAddressProps): void {
  const { postalCode } = fields
  const isOff = isSeen || fields.town !== '' || postalCode.trim().length < 4
  const town = useDesk('catalogue.townOf', { postalCode }, { isOff }).data?.town
  const fill = useRef(change)
  const filledFor = useRef('')
  useEffect(() => {
    fill.current = change
  })
  useEffect(() => {
    // once for each code: who takes the town out again means it
    if (isOff || typeof town !== 'string' || filledFor.current === postalCode) return
    filledFor.current = postalCode
    fill.current({ town })
  }, [isOff, town, postalCode])
}

export interface ProofOfAddressProps extends StepPanelProps<'identity'> {
  readonly isSeen: boolean
  readonly isDocumentWrong: boolean
}

const addressFields = ['addressIssuedOn', 'street', 'postalCode', 'town'] as const

function AddressState({ view, fields }: { readonly view: CaseView; readonly fields: StepFields['identity'] }) {
  const { t } = useText()
  const { state } = view.marks.identity
  if (state === 'confirmed') return <StateBadge state="confirmed" word={t('mark.confirmed')} />
  return isFilled(fields) ? (
    <StateBadge state="desk" word={t('mark.desk')} />
  ) : (
    <StateBadge state="waits" word={t('mark.waits')} />
  )
}

function isFilled(fields: StepFields['identity']): boolean {
  return addressFields.every((field) => fields[field].trim() !== '')
}

/** The day as the desk reads it, so that 3.9. and 9/3 are not mixed up. */
function readDay(typed: string, { date }: Text): string | undefined {
  const day = parseDay(typed)
  return day.ok ? date(day.value) : undefined
}

function summaryOf(fields: StepFields['identity'], { t, key, date }: Text): string {
  const day = parseDay(fields.addressIssuedOn)
  return t('identity.address.is', {
    kind: key(`identity.address.${fields.addressKind}`),
    on: day.ok ? date(day.value) : fields.addressIssuedOn,
    street: fields.street,
    town: fields.town,
  })
}

function seenSummary({ evidence, customer }: CaseView, { t, key, date }: Text): string {
  if (evidence === null) return ''
  return t('identity.address.is', {
    kind: key(`identity.address.${evidence.address_kind}`),
    on: date(evidence.address_issued_on),
    street: customer?.street ?? '',
    town: customer?.town ?? '',
  })
}
