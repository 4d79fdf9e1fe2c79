import { defineDeskHandler } from '#main/workstation/desk.ts'
import { openShift } from '#main/workstation/sale/drawer.ts'
import { mayWithoutCore } from '#main/workstation/sale/may-without-core.ts'
import { allocationsOf } from '#shared/domain/payment/bill-payment-commands.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { billsOf } from './view-of-bill.ts'

/**
 * Takes money for bills at the counter: for the one that is named first, else the oldest due; what no bill takes is the
 * customer's credit. TENDERED_TOO_LITTLE when less was handed over than is taken.
 */
export const takePayment = defineDeskHandler(
  'bill.takePayment',
  (desk, { customerId, caseId, billId, amountMinor, paid }) => {
    const account = desk.view.get('bill_account', customerId)?.row
    if (!account) return refuse('ACCOUNT_UNKNOWN')
    if (paid.method === 'cash' && paid.tenderedMinor < amountMinor)
      return refuse('TENDERED_TOO_LITTLE', { dueMinor: amountMinor })
    const may = mayWithoutCore(desk)
    if (!may.ok) return may
    const open = billsOf(desk, customerId)
      .filter(({ kind, open_minor: openMinor }) => kind === 'bill' && openMinor > 0)
      .map((row) => ({ billId: row.id, dueOn: row.due_date, openMinor: row.open_minor }))
    const named = open.find((item) => item.billId === billId)
    // the named one is paid first, as though it were the oldest
    const order = named ? open.map((item) => (item === named ? { ...item, dueOn: '' } : item)) : open
    const shared = allocationsOf(amountMinor, order, null)
    if (!shared.ok) return shared
    const paymentId = desk.ids.next()
    const taken = desk.capture({
      type: 'payment.payBills',
      body: {
        paymentId,
        customerId,
        caseId,
        amountMinor,
        currency: currencySchema.parse(account.currency),
        allocations: [...shared.value.allocations],
        account: { openMinor: account.open_minor, creditMinor: account.credit_minor },
        paid,
        shiftId: paid.method === 'cash' ? (openShift(desk)?.id ?? null) : null,
        receipt: '',
      },
    })
    if (!taken.ok) return taken
    desk.changed('bill', 'payment', 'interaction', 'desk')
    return ok({ paymentId, bills: shared.value.allocations.length, creditMinor: shared.value.creditMinor })
  },
)
