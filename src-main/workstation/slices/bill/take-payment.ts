import { defineDeskHandler } from '#main/workstation/desk.ts'
import { doneBefore } from '#main/workstation/sale/done-before.ts'
import { openShift } from '#main/workstation/sale/drawer.ts'
import { allocationsOf } from '#shared/domain/payment/bill-payment-commands.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { accountToPay, ofAccount, openItemsOf, takenBy } from './paying.ts'

/**
 * Takes money for bills at the counter: for the one that is named first, else the oldest due; what no bill takes is the
 * customer's credit. TENDERED_TOO_LITTLE when less was handed over than is taken. Its receipt has a number of this desk.
 */
export const takePayment = defineDeskHandler(
  'bill.takePayment',
  (desk, { paymentId = desk.ids.next(), customerId, caseId, billId, amountMinor, paid }) => {
    const before = doneBefore(desk, paymentId, 'payment.payBills')
    if (before) return ok(takenBy(before))
    if (paid.method === 'cash' && paid.tenderedMinor < amountMinor)
      return refuse('TENDERED_TOO_LITTLE', { dueMinor: amountMinor })
    const reference = paid.method === 'terminal' ? paid.terminalReference : ''
    const facts = { customer_id: customerId, way: paid.method, reference, amount_minor: amountMinor }
    const account = accountToPay(desk, facts)
    if (!account.ok) return account
    // the named one is paid first, as though it were the oldest
    const open = openItemsOf(desk, customerId, billId === null ? [] : [billId]).map((item) =>
      item.billId === billId ? { ...item, dueOn: '' } : item,
    )
    const shared = allocationsOf(amountMinor, open, null)
    if (!shared.ok) return shared
    const taken = desk.capture({
      id: paymentId,
      type: 'payment.payBills',
      body: {
        paymentId,
        customerId,
        caseId,
        amountMinor,
        ...ofAccount(account.value),
        allocations: [...shared.value.allocations],
        paid,
        shiftId: paid.method === 'cash' ? (openShift(desk)?.id ?? null) : null,
        receipt: `R-${desk.nextReference()}`,
      },
    })
    if (!taken.ok) return taken
    desk.changed('bill', 'payment', 'interaction', 'desk')
    return ok(takenBy({ paymentId, amountMinor, allocations: shared.value.allocations }))
  },
)
