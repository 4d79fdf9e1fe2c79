import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { StepReceipt } from '#renderer/app/mark-receipt.tsx'
import { useDesk } from '#renderer/app/queries.ts'
import { StepText } from '#renderer/app/step-text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { StepTitle, WorkColumns } from '#renderer/ui/case-frame.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { languageSchema } from '#shared/domain/customer/commands.ts'
import { locales } from '#shared/text/translate.ts'
import { ChosenCustomer } from './chosen-customer.tsx'
import { Consents } from './consents.tsx'
import { KnownCustomers } from './known-customers.tsx'
import classes from './reason.module.css'

/** Who the customer is: someone on record, found as one types, or a new person; and what they agree to. */
export function ReasonPanel(props: StepPanelProps<'reason'>) {
  const { view, fields } = props
  const { t } = useText()
  const isOnRecord = fields.customerId !== null
  return (
    <>
      <StepTitle title={t('reason.title')} {...(!isOnRecord && { hint: t('reason.hint') })} />
      <WorkColumns receipt={<StepReceipt view={view} step="reason" mark={view.marks.reason} typed={fields} />}>
        {isOnRecord ? <ChosenCustomer {...props} /> : <NewPerson {...props} />}
      </WorkColumns>
      <WorkColumns>
        <Consents {...props} />
      </WorkColumns>
    </>
  )
}

function NewPerson(props: StepPanelProps<'reason'>) {
  const { t, key, reader } = useText()
  const { fields, change } = props
  const country = useDesk('desk.status', {}).data?.country
  const countryName = country
    ? new Intl.DisplayNames(locales[reader.language], { type: 'region' }).of(country)
    : undefined
  return (
    <>
      <div className={classes.fields}>
        <StepText step="reason" of={props} field="givenNames" label={t('reason.givenNames')} />
        <StepText step="reason" of={props} field="familyName" label={t('reason.familyName')} />
        <StepText
          step="reason"
          of={props}
          field="contactNumber"
          label={t('reason.contactNumber')}
          help={countryName === undefined ? undefined : t('reason.contactNumber.help', { country: countryName })}
          input={{ inputMode: 'tel' }}
        />
        <StepText
          step="reason"
          of={props}
          field="email"
          label={t('reason.email')}
          help={t('reason.email.help')}
          input={{ inputMode: 'email' }}
        />
      </div>
      <div className={classes.language}>
        <Choice
          tall
          label={t('reason.language')}
          value={fields.language}
          onChange={(language) => change({ language })}
          options={languageSchema.options.map((value) => ({ value, label: key(`language.${value}`), lang: value }))}
        />
      </div>
      <KnownCustomers fields={fields} onUse={(customerId) => change({ customerId })} />
    </>
  )
}
