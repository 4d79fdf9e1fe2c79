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
  /** Strokes as SVG path data in a box of 600 x 180. */
  readonly signature: string
}

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
  readonly sums: string
  readonly conditional: { readonly lead: string; readonly text: string } | null
  readonly placeAndDay: string
  readonly agent: string
  readonly signatureOf: string
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
      row('paper.monthly', monthlyKey(terms), {
        amountMinor: terms.monthlyMinor,
        months: terms.firstMonths?.count ?? 0,
        firstMinor: terms.firstMonths?.monthlyMinor ?? 0,
      }),
      dueNowRow(terms, row),
      firstBillRow(facts, row),
      commitmentRow(terms, row),
      row('paper.notice', facts.isPostPaid ? 'paper.notice.value' : 'paper.notice.prePaid'),
      row('paper.leaving', leavingKey(facts), { percent: facts.leavePercent }),
    ],
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
