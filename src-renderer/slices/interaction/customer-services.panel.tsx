import { useText } from '#renderer/app/text.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { RowTable } from '#renderer/ui/row-table.tsx'
import text from '#renderer/ui/text.module.css'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { CustomerView } from '#shared/domain/interaction/customer-view.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { SimLines } from './sim-lines.tsx'
import classes from './customer.module.css'

/** The customer's lines: plan, number, SIM, state, since when, and what each costs a month. */
export function ServicesPanel({ view }: { readonly view: CustomerView }) {
  const { t, key, date, money, reader } = useText()
  return (
    <>
      <div className={classes.head}>
        <h2 className={text.title}>{t('customer.part.services')}</h2>
      </div>
      {view.services.length === 0 ? (
        <Empty icon="device-mobile" title={t('context.services.none')} />
      ) : (
        <RowTable
          label={t('customer.part.services')}
          showHead
          columns={[
            { key: 'plan', head: t('customer.col.plan'), look: 'name' },
            { key: 'number', head: t('customer.col.number'), width: 150 },
            { key: 'state', head: t('home.col.state'), width: 130, look: 'second' },
            { key: 'since', head: t('customer.col.since'), width: 110, look: 'second' },
            { key: 'monthly', head: t('customer.col.monthly'), width: 90, isNumber: true },
          ]}
          rows={view.services.map(({ row, name }) => ({
            id: row.id,
            isOff: row.state === 'terminated',
            cells: {
              plan: name === '' ? row.offer_id : nameIn(namesOf(name), reader.language),
              number: row.msisdn === null ? '' : formatMsisdn(row.msisdn),
              state: key(`context.service.${row.state}`),
              since: row.since === null ? '' : date(row.since),
              monthly: money(row.monthly_minor),
            },
          }))}
        />
      )}
      <SimLines services={view.services.map(({ row }) => row)} />
    </>
  )
}
