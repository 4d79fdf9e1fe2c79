import { textIn, useText } from '#renderer/app/text.tsx'
import { useDesk } from '#renderer/app/queries.ts'
import { Slip } from '#renderer/ui/paper.tsx'
import { nameIn } from '#shared/domain/catalogue/names.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import classes from './sign.module.css'

/** What a customer takes along while something is not confirmed. */
export function CustomerSlip({ view }: { readonly view: CaseView }) {
  const own = useText()
  const { t, reader } = textIn(own, view.fields.sign.language)
  const place = useDesk('desk.status', {}).data?.deskName ?? ''
  const plan = view.planName ? nameIn(view.planName, reader.language) : ''
  const number = view.plan?.segment === 'fixed' ? null : view.fields.offer.msisdn
  const { quote } = view
  const lines = [
    `${plan}  ${number ? formatMsisdn(number) : ''}`.trim(),
    ...(quote
      ? [
          quote.depositMinor > 0
            ? t('sign.slip.dueDeposit', { amountMinor: quote.dueNowMinor, depositMinor: quote.depositMinor })
            : t('sign.slip.due', { amountMinor: quote.dueNowMinor }),
        ]
      : []),
    ...(view.customer?.contact_number ? [t('sign.slip.call', { number: view.customer.contact_number })] : []),
    t('sign.slip.case', { reference: view.reference, name: view.openedBy, place }),
  ]
  return (
    <>
      <h3 className={classes.slip}>{own.t('sign.slip')}</h3>
      <Slip label={t('sign.slip')} heading={t('sign.slip.heading')} lines={lines} lang={reader.language} />
    </>
  )
}
