/** Sentences of a receipt. */
export const receiptText = {
  'receipt.title': 'Receipt {reference}',
  'receipt.customer': 'Customer',
  'receipt.contract': 'Contract',
  'receipt.at': 'Paid',
  'receipt.at.value': '{at:day}, {at:time}',
  'receipt.method': 'How',
  'receipt.topUp': 'Of it credit',
  'receipt.tax': 'Of it tax',
  'receipt.total': 'Paid in all',
  'receipt.onBill': 'On the next bill',
  'receipt.money': '{amountMinor:money} {currency}',
  'receipt.bill': 'Bill {number}',
  'receipt.credit': 'Credit for your next bill',
} as const
