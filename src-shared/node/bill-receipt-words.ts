import type { BillPaymentRow } from '#shared/domain/bill/payment-rows.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import type { Language, Params } from '#shared/text/translate.ts'
import { translate } from '#shared/text/translate.ts'
import { paperReader } from './bill-words.ts'

/** Everything the receipt of a payment for bills says, as facts: the same facts give the same bytes. */
export interface BillReceiptDocument {
  readonly billReceipt: BillPaymentRow
  /** What each bill took of it. */
  readonly bills: readonly { readonly number: string; readonly amountMinor: number }[]
  readonly reference: string
  readonly language: Language
  readonly operator: string
  readonly place: string
  readonly zone: string
  readonly customerName: string
  /** Of the one who pays, as their bills have it. */
  readonly accountNumber: string
}

/** The lines of such a receipt, label and value. Tax stands on the bills that were paid. Pure. */
export function billReceiptLines(facts: BillReceiptDocument): readonly (readonly [string, string])[] {
  const { billReceipt: row, bills } = facts
  const reader = paperReader(facts.language, currencySchema.parse(row.currency), facts.zone)
  const t = (key: string, params: Params = {}): string => translate(reader, key, params)
  const money = (amountMinor: number): string => t('receipt.money', { amountMinor, currency: row.currency })
  const tendered = row.tendered_minor
  return [
    [t('receipt.customer'), facts.customerName],
    [t('billPaper.account'), facts.accountNumber],
    [t('receipt.at'), t('receipt.at.value', { at: row.taken_at })],
    [t('receipt.method'), t(`payNow.method.${row.way}`)],
    ...(row.reference === '' ? [] : [[t('payNow.paid.reference'), row.reference] as const]),
    ...bills.map(({ number, amountMinor }) => [t('receipt.bill', { number }), money(amountMinor)] as const),
    ...(row.credit_minor === 0 ? [] : [[t('receipt.credit'), money(row.credit_minor)] as const]),
    [t('receipt.total'), money(row.amount_minor)],
    ...(tendered === null
      ? []
      : [
          [t('payNow.tendered'), money(tendered)] as const,
          [t('payNow.change'), money(tendered - row.amount_minor)] as const,
        ]),
    [t('payNow.paid.by'), `${row.taken_by}, ${row.desk_name}`],
  ]
}
