import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { StepText } from '#renderer/app/step-text.tsx'
import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { hasPlaceNumber } from '#shared/domain/customer/business-numbers.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { Choice } from '#renderer/ui/choice.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import classes from './reason.module.css'

/** A company or a branch of one: its numbers, who signs for it and by what right, who pays, its own reference. */
export function CompanyFields(props: StepPanelProps<'reason'>) {
  const { t } = useText()
  const { fields, change, view } = props
  const isBranch = fields.parentId !== null
  const country = useDesk('desk.status', {}).data?.country
  const hasPlace = country !== undefined && hasPlaceNumber(country, fields.registerNumber, fields.vatNumber)
  const asParent = isBranch ? t('company.asParent') : undefined
  return (
    <>
      {isBranch && (
        <p className={classes.branch}>
          {t('company.branchOf', { name: view.parent ? customerName(view.parent) : '' })}{' '}
          <LinkButton label={t('company.noBranch')} onClick={() => change({ parentId: null, bills: 'own' })} />
        </p>
      )}
      <div className={classes.fields}>
        <StepText step="reason" of={props} field="companyName" label={t('company.name')} />
        <StepText step="reason" of={props} field="contactNumber" label={t('reason.contactNumber')} input={phone} />
        <StepText
          step="reason"
          of={props}
          field="registerNumber"
          label={t('company.register')}
          help={asParent ?? t('company.register.help')}
        />
        <StepText
          step="reason"
          of={props}
          field="vatNumber"
          label={t('company.vat')}
          help={asParent ?? t('company.vat.help')}
        />
        {hasPlace && (
          <StepText
            step="reason"
            of={props}
            field="placeNumber"
            label={t('company.place')}
            help={t('company.place.help')}
          />
        )}
        <StepText step="reason" of={props} field="givenNames" label={t('company.signatory.given')} help={asParent} />
        <StepText step="reason" of={props} field="familyName" label={t('company.signatory.family')} help={asParent} />
        <StepText
          step="reason"
          of={props}
          field="signatoryRole"
          label={t('company.role')}
          help={asParent ?? t('company.role.help')}
        />
        <StepText step="reason" of={props} field="email" label={t('reason.email')} input={{ inputMode: 'email' }} />
      </div>
      <div className={classes.choices}>
        <Choice
          tall
          label={t('company.mandate')}
          value={fields.mandate}
          onChange={(mandate) => change({ mandate })}
          options={[
            { value: 'lawful', label: t('company.mandate.lawful') },
            { value: 'powerOfAttorney', label: t('company.mandate.powerOfAttorney') },
          ]}
        />
        {isBranch && (
          <Choice
            tall
            label={t('company.bills')}
            value={fields.bills}
            onChange={(bills) => change({ bills })}
            options={[
              { value: 'parent', label: t('company.bills.parent') },
              { value: 'own', label: t('company.bills.own') },
            ]}
          />
        )}
      </div>
      <div className={classes.fields}>
        {fields.mandate === 'powerOfAttorney' && (
          <StepText step="reason" of={props} field="mandateReference" label={t('company.mandateReference')} />
        )}
      </div>
      <LineFields {...props} />
    </>
  )
}

/** What belongs to the new line only: who has it in hand, and the company's own reference. */
export function LineFields(props: StepPanelProps<'reason'>) {
  const { t } = useText()
  return (
    <div className={classes.fields}>
      <StepText
        step="reason"
        of={props}
        field="lineUser"
        label={t('company.lineUser')}
        help={t('company.lineUser.help')}
      />
      <StepText step="reason" of={props} field="purchaseOrder" label={t('company.purchaseOrder')} />
    </div>
  )
}

const phone = { inputMode: 'tel' } as const
