import type { ContractTerms, Installation } from '#shared/domain/contract/commands.ts'
import { formatMsisdn } from '#shared/domain/number/msisdn.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Language, Params, Reader } from '#shared/text/translate.ts'
import { locales, translate } from '#shared/text/translate.ts'

/** Everything the paper says, as facts: the same facts give the same bytes, whenever and wherever it is made. */
export interface ContractDocument {
  readonly language: Language
  readonly operator: string
  readonly place: string
  /** IANA zone of the market, for the hour a conditional contract is confirmed by. */
  readonly zone: string
  readonly reference: string
  readonly agentName: string
  readonly customer: {
    readonly name: string
    readonly street: string
    readonly postalCode: string
    readonly town: string
  }
  readonly planName: string
  readonly addOnNames: readonly string[]
  /** null where none was taken. */
  readonly deviceName: string | null
  /** Whether the line will have a phone number at all. */
  readonly hasNumber: boolean
  readonly isPostPaid: boolean
  readonly isMobile: boolean
  /** Share of the monthly fees left that an early leaver pays, in percent. */
  readonly leavePercent: number
  readonly terms: ContractTerms
  /** "12 of 31 days" of the first bill. */
  readonly firstBillDays: number
  readonly firstBillOfDays: number
  readonly confirmBy: Instant
  readonly signedAt: Instant
  /** Strokes as SVG path data in a box of 600 x 180; '' where it was accepted otherwise. */
  readonly signature: string
  /** How it was accepted without a signature drawn; null for a drawn one. */
  readonly accepted: AcceptedByPhone | null
}

/** Accepted by phone: by a code sent to a (masked) address, or read aloud and recorded under a number. */
export type AcceptedByPhone =
  | { readonly way: 'code'; readonly recipient: string }
  | { readonly way: 'script'; readonly recording: string }

/** A piece of a line, bold or not. */
export interface Span {
  readonly text: string
  readonly isStrong: boolean
}

/** The words of the paper, in reading order, ready to be set. */
export interface ContractWords {
  readonly title: string
  readonly heading: string
  readonly addressLine: string
  readonly rows: readonly { readonly label: string; readonly value: readonly Span[] }[]
  /** What a message with little room says. */
  readonly short: Readonly<Record<'monthly' | 'dueNow' | 'commitment' | 'notice' | 'withdrawal', string>>
  readonly sums: string
  readonly conditional: { readonly lead: string; readonly text: string } | null
  readonly placeAndDay: string
  readonly agent: string
  readonly signatureOf: string
  /** What stands in the place of a drawn signature; null where one is drawn. */
  readonly accepted: string | null
  readonly conditionsHeading: string
  readonly conditions: readonly { readonly heading: string; readonly text: string }[]
  readonly seal: string
  readonly page: (page: number, pages: number) => string
}

/** Puts a contract's facts into words of the customer's language. Pure. */
export function wordsOf(facts: ContractDocument): ContractWords {
  const { terms, customer } = facts
  const reader: Reader = { language: facts.language, currency: terms.currency, zone: facts.zone, today: '0000-01-01' } // every date with its year
  const t = (key: string, params: Params = {}): string => translate(reader, key, params)
  const row: MakeRow = (label, key, params = {}) => ({ label: t(label), value: spansOf(t(key, params)) })
  const monthly = row('paper.monthly', monthlyKey(terms), {
    amountMinor: terms.monthlyMinor,
    months: terms.firstMonths?.count ?? 0,
    firstMinor: terms.firstMonths?.monthlyMinor ?? 0,
  })
  const [dueNow, commitment] = [dueNowRow(terms, row), commitmentRow(terms, row)]
  const notice = row('paper.notice', facts.isPostPaid ? 'paper.notice.value' : 'paper.notice.prePaid')
  const withdrawal =
    terms.withdrawUntil === null
      ? row('paper.withdrawal', 'paper.withdrawal.none')
      : row('paper.withdrawal', 'paper.withdrawal.value', { until: terms.withdrawUntil })
  const addOns = new Intl.ListFormat(locales[facts.language]).format(facts.addOnNames)
  return {
    title: t('paper.title', { reference: facts.reference }),
    heading: t('paper.summary'),
    addressLine: `${customer.name}, ${customer.street}, ${customer.postalCode} ${customer.town}`,
    rows: [
      row('paper.plan', addOns === '' ? 'paper.plan.value' : 'paper.plan.with', { plan: facts.planName, addOns }),
      ...(facts.deviceName === null
        ? []
        : [row('paper.device', `paper.device.${terms.devicePay}`, { device: facts.deviceName })]),
      ...(terms.installation
        ? [{ label: t('paper.installation'), value: [{ text: placeText(terms.installation), isStrong: false }] }]
        : []),
      terms.msisdn === ''
        ? row('paper.number', facts.hasNumber ? 'paper.number.later' : 'paper.number.none')
        : { label: t('paper.number'), value: [{ text: formatMsisdn(terms.msisdn), isStrong: false }] },
      ...(facts.isMobile ? [row('paper.sim', `paper.sim.${terms.sim}`)] : []),
      monthly,
      dueNow,
      firstBillRow(facts, row),
      commitment,
      notice,
      row('paper.leaving', leavingKey(facts), { percent: facts.leavePercent }),
      ...(terms.withdrawUntil === null ? [] : [withdrawal]),
      ...(facts.accepted ? [row('paper.document', 'paper.document.onDelivery')] : []),
    ],
    short: {
      monthly: textOf(monthly),
      dueNow: textOf(dueNow),
      commitment: textOf(commitment),
      notice: textOf(notice),
      withdrawal: textOf(withdrawal),
    },
    sums: t('paper.sums', { currency: terms.currency, priceList: terms.priceListId }),
    conditional: terms.isConditional
      ? {
          lead: t('paper.conditional'),
          text: t('paper.conditional.text', { at: facts.confirmBy }),
        }
      : null,
    placeAndDay: t('paper.placeAndDay', { place: facts.place, on: terms.signedOn }),
    agent: t('paper.agent', { agent: facts.agentName, operator: facts.operator }),
    signatureOf: t('paper.signatureOf', { name: customer.name }),
    accepted: facts.accepted && t(`paper.accepted.${facts.accepted.way}`, { at: facts.signedAt, ...facts.accepted }),
    conditionsHeading: t('paper.conditions'),
    conditions: [1, 2, 3, 4, 5, 6, 7, 8].map((index) => ({
      heading: t(`paper.condition.${index}`),
      text: t(`paper.condition.${index}.text`, { operator: facts.operator }),
    })),
    seal: t('paper.seal'),
    page: (page, pages) => t('paper.page', { reference: facts.reference, page, pages }),
  }
}

/** The sentence of the monthly sum: with a first price or without, tax in it or not. */
export function monthlyKey({ firstMonths, taxIncluded }: Pick<ContractTerms, 'firstMonths' | 'taxIncluded'>): string {
  if (firstMonths) return taxIncluded ? 'paper.monthly.first' : 'paper.monthly.firstNet'
  return taxIncluded ? 'paper.monthly.value' : 'paper.monthly.net'
}

function placeText({ street, postalCode, town }: Installation): string {
  return [street, `${postalCode} ${town}`.trim()].join(', ')
}

type MakeRow = (label: string, key: string, params?: Params) => ContractWords['rows'][number]

function spansOf(sentence: string): readonly Span[] {
  return sentence
    .split(/[[\]]/)
    .map((text, index) => ({ text, isStrong: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

/** A row's value as plain text. */
export function textOf({ value }: ContractWords['rows'][number]): string {
  return value.map(({ text }) => text).join('')
}

function dueNowRow(terms: ContractTerms, row: MakeRow): ContractWords['rows'][number] {
  const params = { amountMinor: terms.dueNowMinor, depositMinor: terms.depositMinor }
  if (terms.dueNowMinor === 0) return row('paper.dueNow', 'paper.dueNow.none')
  return row('paper.dueNow', terms.depositMinor > 0 ? 'paper.dueNow.deposit' : 'paper.dueNow.value', params)
}

function firstBillRow(
  { terms, firstBillDays, firstBillOfDays }: ContractDocument,
  row: MakeRow,
): ContractWords['rows'][number] {
  if (terms.firstBillOn === null) return row('paper.firstBill', 'paper.firstBill.none')
  const params = {
    amountMinor: terms.firstBillMinor,
    on: terms.firstBillOn,
    days: firstBillDays,
    ofDays: firstBillOfDays,
  }
  return row(
    'paper.firstBill',
    firstBillDays === firstBillOfDays ? 'paper.firstBill.value' : 'paper.firstBill.part',
    params,
  )
}

function commitmentRow(terms: ContractTerms, row: MakeRow): ContractWords['rows'][number] {
  if (terms.commitmentMonths === 0) return row('paper.commitment', 'paper.commitment.none')
  const params = {
    count: terms.commitmentMonths,
    months: terms.commitmentMonths,
    until: terms.commitmentUntil,
    totalMinor: terms.totalMinor,
  }
  return row('paper.commitment', 'paper.commitment.value', params)
}

function leavingKey({ leavePercent, terms }: ContractDocument): string {
  if (leavePercent === 0 || terms.commitmentMonths === 0) return 'paper.leaving.none'
  return leavePercent === 25 ? 'paper.leaving.quarter' : 'paper.leaving.percent'
}
