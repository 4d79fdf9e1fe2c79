import type { ReactNode } from 'react'
import { useDesk } from '#renderer/app/queries.ts'
import type { Text } from '#renderer/app/text.tsx'
import { textIn, useText } from '#renderer/app/text.tsx'
import { ContractPaper } from '#renderer/ui/paper.tsx'
import type { Quote } from '#shared/domain/catalogue/quote-contract.ts'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import { addMonths } from '#shared/kernel/date.ts'
import { locales } from '#shared/text/translate.ts'
import classes from './sign.module.css'
import { SignatureDrawing } from './signature-pad.tsx'

/** The contract's first page as it will be printed, in the words of the paper (text/, `paper.*`). */
export function ContractSummary({ view, fields, isConditional, isOnline }: ContractSummaryProps) {
  const text = textIn(useText(), fields.language)
  const { t, reader } = text
  const place = useDesk('desk.status', {}).data?.deskName ?? ''
  const operator = view.seller?.operator ?? place
  const { customer, quote } = view
  const name = customer ? customerName(customer) : ''
  const address = [customer?.street, `${customer?.postal_code ?? ''} ${customer?.town ?? ''}`.trim()]
  return (
    <ContractPaper
      label={t('sign.paper')}
      lang={reader.language}
      operator={operator}
      reference={t('sign.reference', { reference: view.reference })}
      title={t('paper.summary')}
      party={[name, ...address].filter((part) => part).join(', ')}
      facts={quote ? factsOf(view, quote, text) : []}
      {...(isConditional && {
        condition: {
          title: t('paper.conditional'),
          text: t(isOnline ? 'sign.conditional.online' : 'sign.conditional'),
        },
      })}
      signed={{
        place: t('paper.placeAndDay', { place: view.seller?.place ?? place, on: view.businessDate }),
        byUs: t('paper.agent', { agent: view.openedBy, operator }),
        byCustomer: name,
        signature: signatureOf(view, fields, text),
      }}
    />
  )
}

export interface ContractSummaryProps {
  readonly view: CaseView
  readonly fields: StepFields['sign']
  readonly isConditional: boolean
  readonly isOnline: boolean
}

interface Fact {
  readonly label: string
  readonly value: ReactNode
}

function factsOf(view: CaseView, quote: Quote, text: Text): readonly Fact[] {
  const { t, reader } = text
  const isPrePaid = view.fields.offer.billing === 'prePaid'
  const addOns = quote.monthlyParts.flatMap(({ key, label }) =>
    key === 'addOn' && label ? [nameIn(label, reader.language)] : [],
  )
  const plan = view.planName ? nameIn(view.planName, reader.language) : ''
  const joined = new Intl.ListFormat(locales[reader.language]).format(addOns)
  const chosen = view.agreement ? termsNumber(view) : view.fields.offer.msisdn
  const number = view.plan?.segment === 'fixed' ? (view.order?.msisdn ?? '') : chosen
  return [
    { label: t('paper.plan'), value: joined === '' ? plan : t('paper.plan.with', { plan, addOns: joined }) },
    ...deviceFact(view, text),
    ...placeFact(view, text),
    { label: t('paper.number'), value: number ? formatMsisdn(number) : noNumber(view, text) },
    { label: t('paper.monthly'), value: strong(monthly(quote, text)) },
    { label: t('paper.dueNow'), value: strong(dueNow(quote, text)) },
    { label: t('paper.firstBill'), value: strong(firstBill(quote, text)) },
    { label: t('paper.commitment'), value: strong(commitment(view, quote, text)) },
    { label: t('paper.notice'), value: t(isPrePaid ? 'paper.notice.prePaid' : 'paper.notice.value') },
    { label: t('paper.leaving'), value: leaving(view, text) },
    ...distanceFacts(view, text),
  ]
}

/** The signature as drawn; at a distance how it was accepted, once it is. */
function signatureOf({ signing, agreement }: CaseView, fields: StepFields['sign'], { t }: Text): ReactNode {
  const { way, code } = signing
  if (way === 'here')
    return <SignatureDrawing path={fields.signature} label={t('sign.signature')} className={classes.small} />
  const at = agreement?.signed_at ?? code?.decided_at ?? null
  if (way === 'code' && code?.state === 'confirmed')
    return <span className={classes.said}>{t('paper.accepted.code', { at, recipient: code.recipient })}</span>
  if (way === 'script' && agreement)
    return <span className={classes.said}>{t('paper.accepted.script', { at, recording: fields.recording })}</span>
  return null
}

/** What is true only of a contract accepted at a distance. */
function distanceFacts({ signing: { way, withdrawUntil: until } }: CaseView, { t }: Text): readonly Fact[] {
  if (way === 'here') return []
  return [
    ...(until === null ? [] : [{ label: t('paper.withdrawal'), value: t('paper.withdrawal.value', { until }) }]),
    { label: t('paper.document'), value: t('paper.document.onDelivery') },
  ]
}

function deviceFact({ device, fields }: CaseView, { t, reader }: Text): readonly Fact[] {
  if (!device) return []
  const name = nameIn(namesOf(device.name), reader.language)
  const isOnce = fields.offer.devicePay === 'once'
  return [
    {
      label: t('paper.device'),
      value: isOnce ? t('paper.device.once', { device: name }) : t('paper.device.instalments', { device: name }),
    },
  ]
}

function placeFact({ plan, fields }: CaseView, { t }: Text): readonly Fact[] {
  const { street, postalCode, town } = fields.offer
  if (plan?.segment !== 'fixed') return []
  return [{ label: t('paper.installation'), value: [street, `${postalCode} ${town}`.trim()].join(', ') }]
}

function noNumber({ plan }: CaseView, { t }: Text): string {
  if (plan?.segment !== 'fixed') return ''
  return t(plan.has_number === 1 ? 'paper.number.later' : 'paper.number.none')
}

function monthly({ monthlyMinor, firstMonths, taxIncluded }: Quote, { t }: Text): string {
  if (!firstMonths) return t(taxIncluded ? 'paper.monthly.value' : 'paper.monthly.net', { amountMinor: monthlyMinor })
  const { count: months, monthlyMinor: firstMinor } = firstMonths
  return t(taxIncluded ? 'paper.monthly.first' : 'paper.monthly.firstNet', {
    amountMinor: monthlyMinor,
    months,
    firstMinor,
  })
}

function dueNow({ dueNowMinor, depositMinor }: Quote, { t }: Text): string {
  if (dueNowMinor === 0) return t('paper.dueNow.none')
  return depositMinor > 0
    ? t('paper.dueNow.deposit', { amountMinor: dueNowMinor, depositMinor })
    : t('paper.dueNow.value', { amountMinor: dueNowMinor })
}

function firstBill(quote: Quote, { t }: Text): string {
  if (quote.firstBillOn === null) return t('paper.firstBill.none')
  const params = {
    amountMinor: quote.firstBillMinor,
    on: quote.firstBillOn,
    days: quote.firstBillDays,
    ofDays: quote.firstBillOfDays,
  }
  return t(quote.firstBillDays === quote.firstBillOfDays ? 'paper.firstBill.value' : 'paper.firstBill.part', params)
}

function commitment(view: CaseView, quote: Quote, { t }: Text): string {
  const months = view.plan?.commitment_months ?? (quote.totalMonths > 1 ? quote.totalMonths : 0)
  if (months === 0) return t('paper.commitment.none')
  const until = addMonths(view.businessDate, months)
  return t('paper.commitment.value', { count: months, months, until, totalMinor: quote.totalMinor })
}

function leaving({ plan }: CaseView, { t }: Text): string {
  const percent = plan?.leave_percent ?? 0
  if (percent === 0 || plan?.commitment_months === 0) return t('paper.leaving.none')
  return percent === 25 ? t('paper.leaving.quarter') : t('paper.leaving.percent', { percent })
}

/** The number the contract names; the field may have gone on since. */
function termsNumber(view: CaseView): string | null {
  return view.order?.msisdn ?? view.reservation?.id ?? view.fields.offer.msisdn
}

/** What stands in [brackets] is bold. */
function strong(sentence: string): ReactNode {
  return sentence.split(/[[\]]/).map((part, index) => (index % 2 === 1 ? <b key={part}>{part}</b> : part))
}
