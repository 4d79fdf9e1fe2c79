import { useDesk } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { RowTable } from '#renderer/ui/row-table.tsx'
import { SectionHead } from '#renderer/ui/section-head.tsx'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import classes from './reason.module.css'

/**
 * Customers on record like the person being typed, by number where there is one, else by name. Those found for fewer letters
 * stay in sight and can not be taken: who types on and presses Tab and Space takes nobody they did not read.
 */
export function KnownCustomers({ fields, onUse }: KnownCustomersProps) {
  const { t, key } = useText()
  const sought = soughtIn(fields)
  const asked = { text: sought, limit: 5 }
  const { data: found, isFormer } = useDesk('customer.search', asked, { isOff: sought === '', keeps: true })
  const hits = sought === '' ? [] : (found?.hits ?? [])
  return (
    <section className={classes.known}>
      <SectionHead title={t('reason.known')} {...(hits.length > 0 && { count: hits.length })} />
      {hits.length === 0 ? (
        <p className={classes.quiet} role="status">
          {t(sought === '' ? 'reason.known.type' : 'reason.known.none')}
        </p>
      ) : (
        <RowTable
          label={t('reason.known')}
          columns={[
            { key: 'name', head: t('reason.known.name'), look: 'name' },
            { key: 'town', head: t('reason.known.town'), width: 132, look: 'second' },
            { key: 'number', head: t('reason.known.number'), width: 148, look: 'time' },
            { key: 'state', head: t('reason.known.state'), width: 80, look: 'second' },
            { key: 'act', head: t('reason.known.act'), width: 84, isNumber: true },
          ]}
          rows={hits.map((hit) => ({
            id: hit.customerId,
            cells: {
              name: hit.name,
              town: hit.town,
              number: hit.number === null ? '' : formatMsisdn(hit.number),
              state: key(`reason.customerState.${hit.state}`),
              act: <LinkButton label={t('reason.known.use')} isOff={isFormer} onClick={() => onUse(hit.customerId)} />,
            },
          }))}
        />
      )}
      {found?.more === true && hits.length > 0 && <p className={classes.quiet}>{t('reason.known.more')}</p>}
    </section>
  )
}

export interface KnownCustomersProps {
  readonly fields: StepFields['reason']
  readonly onUse: (customerId: string) => void
}

function soughtIn(fields: StepFields['reason']): string {
  const { givenNames, familyName, contactNumber, kind, companyName, registerNumber } = fields
  if (kind === 'company' && registerNumber.replace(/\D/g, '').length >= 5) return registerNumber.trim()
  if (kind === 'company' && companyName.trim().length >= 2) return companyName.trim().slice(0, 120)
  if (contactNumber.replace(/\D/g, '').length >= 3) return contactNumber.trim()
  const name = `${givenNames} ${familyName}`.trim()
  return name.length >= 2 ? name.slice(0, 120) : ''
}
