import type { BillDocument } from '#shared/domain/bill/document.ts'
import { dueOf } from '#shared/domain/bill/document.ts'
import { creditorReference, inFours } from '#shared/domain/bill/creditor-reference.ts'
import { epcPayment } from '#shared/domain/bill/epc-payment.ts'
import type { UblWords } from '#shared/domain/bill/ubl.ts'
import { qrPath } from '#shared/domain/number/qr-path.ts'
import type { QrPath } from '#shared/domain/number/qr-path.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { Currency } from '#shared/kernel/money.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { billLineWords } from '#shared/text/bill-line-words.ts'
import type { Language, Params, Reader } from '#shared/text/translate.ts'
import { translate } from '#shared/text/translate.ts'
import type { BillGroupWords, BillUsageWords } from './bill-group-words.ts'
import { groupsOf, usageOf } from './bill-group-words.ts'
import { moneyText, percentText } from '#shared/text/amount-text.ts'

/** A bill or credit note to be set on paper: `billPaper` tells it from other papers, `explained` is what a desk says of it. */
export interface BillPaper {
  readonly billPaper: BillDocument
  readonly reference: string
  readonly language: Language
  readonly operator: string
  readonly zone: string
  /** The sentence that says what is different from the bill before; null where nobody made one. */
  readonly explained: string | null
}

export interface LabelledAmount {
  readonly label: string
  readonly amount: string
  readonly isStrong: boolean
}

/** The words and sums of the paper, in reading order, ready to be set. */
export interface BillWords {
  readonly title: string
  readonly buyer: readonly string[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly lead: LabelledAmount
  readonly explained: string | null
  readonly columns: readonly [what: string, tax: string, amount: string]
  readonly groups: readonly BillGroupWords[]
  readonly totals: readonly LabelledAmount[]
  readonly taxHeading: string
  readonly taxColumns: readonly [rate: string, taxable: string, tax: string]
  readonly taxes: readonly { readonly label: string; readonly taxable: string; readonly tax: string }[]
  /** How to pay; null where there is nothing to pay. */
  readonly pay: PayWords | null
  /** Of a credit note, or where nothing is to be paid. */
  readonly note: string | null
  readonly usage: BillUsageWords | null
  readonly missing: string | null
  readonly foot: string
  readonly page: (page: number, pages: number) => string
}

export interface PayWords {
  readonly heading: string
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly shop: string
  readonly code: { readonly path: QrPath; readonly alt: string; readonly caption: string } | null
}

/** The reader of a customer's paper: every date with its year. */
export function paperReader(language: Language, currency: Currency, zone: string): Reader {
  return { language, currency, zone, today: '0000-01-01' }
}

/** Puts a bill's rows into words of its customer's language. Every sum is a row's, or the sum of lines it stands under. */
export function billWords(paper: BillPaper): BillWords {
  const { billPaper: of, language } = paper
  const { bill, seller } = of
  const reader = paperReader(language, currencySchema.parse(bill.currency), paper.zone)
  const t = (key: string, params: Params = {}): string => translate(reader, `billPaper.${key}`, params)
  const isNote = bill.kind === 'creditNote'
  const left = leftOf(bill)
  const wanted = of.lines.reduce((sum, { records }) => sum + records, 0)
  return {
    title: t(`title.${bill.kind}`, { number: bill.number }),
    buyer: buyerLines(of, t),
    facts: factsOf(of, t),
    lead: leadOf(of, t, reader),
    explained: paper.explained,
    columns: [t('what'), t('taxColumn'), t(bill.tax_included === 1 ? 'amountWithTax' : 'amountWithoutTax')],
    groups: groupsOf(of, reader),
    totals: totalsOf(of, t, reader),
    taxHeading: t('taxes'),
    taxColumns: [t('taxRate'), t('taxable'), t('tax')],
    taxes: of.taxes.map(({ category, basis_points, taxable_minor, tax_minor }) => ({
      label: t(`category.${category}`, { percent: percentText(basis_points, reader) }),
      taxable: moneyText(taxable_minor, reader),
      tax: moneyText(tax_minor, reader),
    })),
    pay: isNote || left <= 0 ? null : payOf(of, t, reader),
    note: isNote ? noteTerms(of, t) : left < 0 ? t('negativeTerms') : null,
    usage: isNote ? null : usageOf(of, reader),
    missing: isNote || of.usage.length >= wanted ? null : t(of.usage.length === 0 ? 'uses.missing' : 'uses.part'),
    foot: [
      t('seller', { ...seller, register: seller.registerNumber }),
      ...(seller.vatNumber === null ? [] : [t('seller.vat', { number: seller.vatNumber })]),
      t('sums', { currency: bill.currency }),
    ].join(' '),
    page: (page, pages) => t('page', { number: bill.number, page, pages }),
  }
}

/** What the UBL of a bill says in words. */
export function ublWords(of: BillDocument, language: Language, zone: string): UblWords {
  const reader = paperReader(language, currencySchema.parse(of.bill.currency), zone)
  const t = (key: string, params: Params = {}): string => translate(reader, `billPaper.${key}`, params)
  return {
    line: (line) => billLineWords(line, reader, of.bill.tax_included === 1),
    exemption: (category) => t(`category.${category}`),
    terms:
      of.bill.kind === 'creditNote'
        ? noteTerms(of, t)
        : dueOf(of) > 0
          ? t('terms', { on: of.bill.due_date })
          : t('negativeTerms'),
  }
}

type Say = (key: string, params?: Params) => string

function buyerLines({ buyer }: BillDocument, t: Say): readonly string[] {
  return [
    buyer.name,
    buyer.street,
    `${buyer.postalCode} ${buyer.town}`.trim(),
    buyer.registerNumber === null ? '' : t('buyer.register', { number: buyer.registerNumber }),
    buyer.vatNumber === null ? '' : t('buyer.vat', { number: buyer.vatNumber }),
  ].filter((line) => line !== '')
}

function factsOf({ bill, buyer, about }: BillDocument, t: Say): BillWords['facts'] {
  const aboutText = about && t('about', { number: about.number, on: about.date })
  return [
    { label: t('date'), value: translateDate(t, bill.bill_date) },
    {
      label: t('period'),
      value: t('period.value', { from: bill.period_start, to: addDays(bill.period_end, -1) }),
    },
    { label: t('account'), value: buyer.accountNumber },
    ...(buyer.purchaseOrder === '' ? [] : [{ label: t('order'), value: buyer.purchaseOrder }]),
    ...(aboutText ? [{ label: t(aboutLabel(bill)), value: aboutText }] : []),
    ...(bill.reason === '' ? [] : [{ label: t('reason'), value: t(`reason.${bill.reason}`) }]),
  ]
}

function aboutLabel({ kind, reason }: BillDocument['bill']): string {
  if (kind !== 'creditNote') return 'replaces'
  return reason === 'correction' ? 'takesBack' : 'creditOn'
}

/** What becomes of the money: after a correction the bill is taken back, else a part of it is given back. */
function noteTerms({ bill, about }: BillDocument, t: Say): string {
  return t(bill.reason === 'correction' ? 'noteTerms' : 'partTerms', { number: about?.number ?? '' })
}

function translateDate(t: Say, on: string): string {
  return t('day', { on })
}

function leadOf({ bill }: BillDocument, t: Say, reader: Reader): LabelledAmount {
  const left = leftOf(bill)
  if (bill.kind === 'creditNote')
    return { label: t('credited'), amount: moneyText(bill.payable_minor, reader), isStrong: true }
  const label = left > 0 ? t('toPayBy', { on: bill.due_date }) : t(left < 0 ? 'inYourFavour' : 'nothingToPay')
  return { label, amount: moneyText(Math.abs(left), reader), isStrong: true }
}

/** What is left to pay as the rows have it now; below zero what a bill gives back. */
function leftOf({ payable_minor, open_minor }: BillDocument['bill']): number {
  return payable_minor > 0 ? open_minor : payable_minor
}

function totalsOf({ bill }: BillDocument, t: Say, reader: Reader): readonly LabelledAmount[] {
  const row = (key: string, amountMinor: number, isStrong = false): LabelledAmount => ({
    label: t(key),
    amount: moneyText(amountMinor, reader),
    isStrong,
  })
  const isNote = bill.kind === 'creditNote'
  const settledMinor = isNote ? 0 : bill.payable_minor - leftOf(bill)
  return [
    row('net', bill.net_minor),
    row('tax', bill.tax_minor),
    ...(bill.rounding_minor === 0 ? [] : [row(isNote ? 'rounding.creditNote' : 'rounding', bill.rounding_minor)]),
    row(isNote ? 'total.creditNote' : 'total', bill.payable_minor, true),
    ...(settledMinor === 0 ? [] : [row('settled', -settledMinor), row('left', bill.open_minor, true)]),
  ]
}

function payOf(of: BillDocument, t: Say, reader: Reader): PayWords {
  const { bill, seller } = of
  const { iban, bic, name } = seller
  const reference = creditorReference(bill.number)
  const amountMinor = leftOf(bill)
  const amount = moneyText(amountMinor, reader)
  const currency = currencySchema.parse(bill.currency)
  const row = (key: string, value: string) => ({ label: t(key), value })
  const text =
    iban === null ? undefined : epcPayment({ name, iban, bic, amountMinor, currency, reference, words: bill.number })
  return {
    heading: t('pay'),
    rows:
      iban === null
        ? []
        : [
            row('pay.to', name),
            row('pay.account', inFours(iban)),
            ...(bic === null ? [] : [row('pay.bank', bic)]),
            row('pay.reference', reference === undefined ? bill.number : inFours(reference)),
            row('pay.amount', `${amount} ${currency}`),
          ],
    shop: t('pay.shop'),
    code:
      text === undefined
        ? null
        : { path: qrPath(text), alt: t('pay.code', { amount, currency, name }), caption: t('pay.scan') },
  }
}
