import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { StepReceipt } from '#renderer/app/mark-receipt.tsx'
import { useDesk } from '#renderer/app/queries.ts'
import { StepText } from '#renderer/app/step-text.tsx'
import { useText } from '#renderer/app/text.tsx'
import { StepTitle, WorkColumns } from '#renderer/ui/case-frame.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { customerKinds } from '#shared/domain/customer/kinds.ts'
import { languageSchema } from '#shared/domain/customer/prospect.ts'
import { locales } from '#shared/text/translate.ts'
import { ChosenCustomer } from './chosen-customer.tsx'
import { CompanyFields } from './company-fields.tsx'
import { Consents } from './consents.tsx'
import { KnownCustomers } from './known-customers.tsx'
import { PayerChoice } from './payer-choice.tsx'
import classes from './reason.module.css'

/** Who the customer is: someone on record, found as one types, or a new person, household or company; and what they agree to. */
export function ReasonPanel(props: StepPanelProps<'reason'>) {
  const { view, fields } = props
  const { t } = useText()
  const isOnRecord = fields.customerId !== null
  return (
    <>
      <StepTitle title={t('reason.title')} {...(!isOnRecord && { hint: t('reason.hint') })} />
      <WorkColumns receipt={<StepReceipt view={view} step="reason" mark={view.marks.reason} typed={fields} />}>
        {isOnRecord ? <ChosenCustomer {...props} /> : <NewCustomer {...props} />}
      </WorkColumns>
      <WorkColumns>
        <Consents {...props} />
      </WorkColumns>
      {(isOnRecord ? view.company === null : fields.kind !== 'company') && (
        <WorkColumns>
          <PayerChoice {...props} />
        </WorkColumns>
      )}
    </>
  )
}

function NewCustomer(props: StepPanelProps<'reason'>) {
  const { t, key, reader } = useText()
  const { fields, change } = props
  const country = useDesk('desk.status', {}).data?.country
  const countryName = country
    ? new Intl.DisplayNames(locales[reader.language], { type: 'region' }).of(country)
    : undefined
  return (
    <>
      <div className={classes.who}>
        <Choice
          label={t('reason.kind')}
          value={fields.kind}
          onChange={(kind) => change({ kind, ...(kind !== 'company' && { parentId: null }) })}
          options={customerKinds.map((value) => ({ value, label: key(`reason.kind.${value}`) }))}
        />
        <Choice
          label={t('reason.language')}
          value={fields.language}
          onChange={(language) => change({ language })}
          options={languageSchema.options.map((value) => ({ value, label: key(`language.${value}`), lang: value }))}
        />
      </div>
      {fields.kind === 'company' ? <CompanyFields {...props} /> : <PersonFields {...props} country={countryName} />}
      <KnownCustomers fields={fields} onUse={(customerId) => change({ customerId })} />
    </>
  )
}

function PersonFields({ country, ...props }: StepPanelProps<'reason'> & { readonly country: string | undefined }) {
  const { t } = useText()
  return (
    <>
      <div className={classes.fields}>
        <StepText
          step="reason"
          of={props}
          field="givenNames"
          label={t('reason.givenNames')}
          input={{ 'data-autofocus': true } as object}
        />
        <StepText step="reason" of={props} field="familyName" label={t('reason.familyName')} />
        <StepText
          step="reason"
          of={props}
          field="contactNumber"
          label={t('reason.contactNumber')}
          help={country === undefined ? undefined : t('reason.contactNumber.help', { country })}
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
        {props.fields.kind === 'household' && (
          <StepText
            step="reason"
            of={props}
            field="members"
            label={t('household.members')}
            help={t('household.members.help')}
          />
        )}
        {props.fields.kind === 'household' && (
          <StepText step="reason" of={props} field="lineUser" label={t('company.lineUser')} />
        )}
      </div>
    </>
  )
}
