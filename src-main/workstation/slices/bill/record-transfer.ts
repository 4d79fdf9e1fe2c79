import { defineDeskHandler } from '#main/workstation/desk.ts'
import { doneBefore } from '#main/workstation/sale/done-before.ts'
import { allocationsOf } from '#shared/domain/payment/bill-payment-commands.ts'
import { ok } from '#shared/kernel/result.ts'
import { accountToPay, ofAccount, openItemsOf, takenBy } from './paying.ts'

/**
 * Enters a transfer that a person read from a bank statement: for the bills that are named, else for all, the oldest due
 * first; what they do not take is the customer's credit. PAYMENT_TWICE for a line of the statement that is on record.
 */
export const recordTransfer = defineDeskHandler(
  'bill.recordTransfer',
  (desk, { paymentId = desk.ids.next(), customerId, billIds, amountMinor, bankReference, takenOn }) => {
    const before = doneBefore(desk, paymentId, 'payment.recordTransfer')
    if (before) return ok(takenBy(before))
    const facts = { customer_id: customerId, way: 'transfer', reference: bankReference, amount_minor: amountMinor }
    const account = accountToPay(desk, facts)
    if (!account.ok) return account
    const open = openItemsOf(desk, customerId, billIds).filter(
      ({ billId }) => billIds.length === 0 || billIds.includes(billId),
    )
    const shared = allocationsOf(amountMinor, open, null)
    if (!shared.ok) return shared
    const entered = desk.capture({
      id: paymentId,
      type: 'payment.recordTransfer',
      body: {
        paymentId,
        customerId,
        amountMinor,
        ...ofAccount(account.value),
        allocations: [...shared.value.allocations],
        bankReference,
        takenOn,
        receipt: '',
      },
    })
    if (!entered.ok) return entered
    desk.changed('bill', 'payment', 'interaction', 'desk')
    return ok(takenBy({ paymentId, amountMinor, allocations: shared.value.allocations }))
  },
)
