import { defineDeskHandler } from '#main/workstation/desk.ts'
import { takenOut } from '#main/workstation/sale/taken-out.ts'
import { nameOf } from '#main/workstation/sale/name-of.ts'
import { languageOf } from '#main/workstation/paper/bill-paper.ts'
import { refuse } from '#shared/kernel/result.ts'
import { paidBy } from './payments.ts'

/**
 * The receipt of a payment for bills at a counter, as PDF in its customer's language. NOT_FOUND for a payment this desk does
 * not hold, and for a transfer, whose proof the bank gives.
 */
export const billReceipt = defineDeskHandler('bill.receipt', async (desk, { paymentId }) => {
  const row = desk.view.get('bill_payment', paymentId)?.row
  if (!row || row.way === 'transfer') return refuse('NOT_FOUND')
  const market = desk.policies()?.market
  if (!market) return refuse('CORE_UNREACHABLE')
  const { operator, place, zone } = market
  const reference = row.receipt === '' ? `R-${row.id.slice(-8)}` : row.receipt
  const pdf = await desk.paper({
    billReceipt: row,
    bills: paidBy(desk, row.id),
    reference,
    language: languageOf(desk.view.get('customer', row.customer_id)?.row.language),
    operator,
    place,
    zone,
    customerName: nameOf(desk, row.customer_id),
    accountNumber: desk.view.get('bill_account', row.customer_id)?.row.number ?? '',
  })
  if (!pdf.ok) return pdf
  return takenOut(desk, { kind: 'billReceipt', aboutId: row.id, fileName: `${reference}.pdf` }, pdf.value)
})
