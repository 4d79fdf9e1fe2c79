import { useText } from '#renderer/app/text.tsx'
import { Record, RecordGrid } from '#renderer/ui/record.tsx'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'

/** What is on record of a company beside its name: its numbers, who signs, whose branch it is and who pays. */
export function CompanyRecord({ view }: { readonly view: CaseView }) {
  const { t, key, money } = useText()
  const { company, parent } = view
  if (!company) return null
  const signatory = { given_names: company.signatory_given_names, family_name: company.signatory_family_name }
  return (
    <RecordGrid>
      <Record label={t('company.register')} value={company.register_number} />
      <Record label={t('company.vat')} value={company.vat_number ?? ''} />
      {company.place_number !== '' && <Record label={t('company.place')} value={company.place_number} />}
      <Record
        label={t('company.signatory')}
        value={customerName(signatory)}
        second={`${company.signatory_role}, ${t('company.mandate').toLocaleLowerCase()} ${key(`company.mandate.${company.mandate}`)}`}
      />
      <Record
        label={t('company.limit')}
        value={company.limit_minor === null ? t('company.limit.asClass') : money(company.limit_minor, true)}
        {...(company.parent_id !== null && { second: t('company.limit.shared') })}
      />
      {parent && <Record label={t('company.parent')} value={customerName(parent)} />}
      {parent && <Record label={t('company.bills')} value={key(`company.bills.${company.bills}`)} />}
    </RecordGrid>
  )
}
