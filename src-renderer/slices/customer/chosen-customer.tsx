import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { useText } from '#renderer/app/text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Record, RecordGrid } from '#renderer/ui/record.tsx'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { LineFields } from './company-fields.tsx'
import { CompanyRecord } from './company-record.tsx'
import { LinesFromFile } from './lines-from-file.tsx'
import classes from './reason.module.css'

/** A customer on record: what is known, and the way back when it is someone else. */
export function ChosenCustomer(props: StepPanelProps<'reason'>) {
  const { t, key } = useText()
  const { view, change } = props
  const { customer, company, members } = view
  return (
    <section className={classes.chosen}>
      <p>{t('reason.chosen')}</p>
      {customer && (
        <RecordGrid>
          <Record label={t('reason.known.name')} value={customerName(customer)} lang={customer.language} />
          <Record
            label={t('reason.contactNumber')}
            value={customer.contact_number ? formatMsisdn(customer.contact_number) : t('context.noNumber')}
          />
          <Record label={t('reason.known.town')} value={customer.town ?? ''} />
          <Record label={t('reason.known.state')} value={key(`reason.customerState.${customer.state}`)} />
          <Record label={t('reason.language')} value={key(`language.${customer.language}`)} />
          <Record label={t('reason.email')} value={customer.email ?? ''} />
        </RecordGrid>
      )}
      <CompanyRecord view={view} />
      {members.length > 0 && <p>{t('household.members.known', { members })}</p>}
      <div className={classes.ways}>
        <LinkButton label={t('reason.chosen.other')} onClick={() => change({ customerId: null })} />
        {customer && company?.parent_id === null && (
          <LinkButton
            label={t('company.newBranch')}
            onClick={() =>
              change({ customerId: null, kind: 'company', parentId: customer.id, bills: 'parent', companyName: '' })
            }
          />
        )}
      </div>
      {(company !== null || members.length > 0) && <LineFields {...props} />}
      {company !== null && <LinesFromFile caseId={view.caseId} purchaseOrder={props.fields.purchaseOrder} />}
    </section>
  )
}
