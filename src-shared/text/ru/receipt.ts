import type { Sentences } from '../sentences.ts'
import type { receiptText as english } from '../en/receipt.ts'

/** Sentences of a receipt, in Russian. */
export const receiptText: Sentences<typeof english> = {
  'receipt.title': 'Чек {reference}',
  'receipt.customer': 'Клиент',
  'receipt.contract': 'Договор',
  'receipt.at': 'Оплачено',
  'receipt.at.value': '{at:day}, {at:time}',
  'receipt.method': 'Способ',
  'receipt.topUp': 'В том числе пополнение',
  'receipt.tax': 'В том числе НДС',
  'receipt.total': 'Всего оплачено',
  'receipt.onBill': 'В следующий счёт',
  'receipt.money': '{amountMinor:money} {currency}',
  'receipt.bill': 'Счёт {number}',
  'receipt.credit': 'Аванс для следующего счёта',
}
