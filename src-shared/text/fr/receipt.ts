import type { Sentences } from '../sentences.ts'
import type { receiptText as english } from '../en/receipt.ts'

/** Sentences of a receipt, in French. */
export const receiptText: Sentences<typeof english> = {
  'receipt.title': 'Reçu {reference}',
  'receipt.customer': 'Client',
  'receipt.contract': 'Contrat',
  'receipt.at': 'Payé le',
  'receipt.at.value': '{at:day}, {at:time}',
  'receipt.method': 'Mode',
  'receipt.topUp': 'Dont crédit',
  'receipt.tax': 'Dont TVA',
  'receipt.total': 'Total payé',
  'receipt.onBill': 'Sur la prochaine facture',
  'receipt.money': '{amountMinor:money} {currency}',
  'receipt.bill': 'Facture {number}',
  'receipt.credit': 'Crédit pour la prochaine facture',
}
