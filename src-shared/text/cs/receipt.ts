import type { Sentences } from '../sentences.ts'
import type { receiptText as english } from '../en/receipt.ts'

/** Sentences of a receipt, in Czech. */
export const receiptText: Sentences<typeof english> = {
  'receipt.title': 'Doklad {reference}',
  'receipt.customer': 'Zákazník',
  'receipt.contract': 'Smlouva',
  'receipt.at': 'Zaplaceno',
  'receipt.at.value': '{at:day}, {at:time}',
  'receipt.method': 'Jak',
  'receipt.topUp': 'Z toho kredit',
  'receipt.tax': 'Z toho DPH',
  'receipt.total': 'Zaplaceno celkem',
  'receipt.onBill': 'Na příští vyúčtování',
  'receipt.money': '{amountMinor:money} {currency}',
  'receipt.bill': 'Vyúčtování {number}',
  'receipt.credit': 'Kredit na příští vyúčtování',
}
