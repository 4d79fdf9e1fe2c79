import type { PayBillsBody, RecordTransferBody } from '#shared/domain/payment/bill-payment-commands.ts'
import { billPaymentRow, transferRow } from '#shared/domain/payment/bill-payment-commands.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Answer, HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { bookPayment } from '../bill/book-payment.ts'
import { applied, rejected } from '../kit/answers.ts'
import { openDrawerOf } from './open-drawer-of.ts'

/** Books what was paid for bills at a counter, in cash or by a card terminal. */
export const payBills = defineHandler('payment.payBills', {
  run: async (context, body) => {
    if (body.paid.method === 'cash' && body.paid.tenderedMinor < body.amountMinor)
      return rejected('TENDERED_TOO_LITTLE', { tenderedMinor: body.paid.tenderedMinor, dueMinor: body.amountMinor })
    const shiftId = await openDrawerOf(context, body.shiftId)
    return book(context, body, billPaymentRow({ ...body, shiftId }, metaOf(context)), context.businessDate)
  },
})

/** Books a transfer entered by hand; its day is the one on the statement, but never one to come. */
export const recordTransfer = defineHandler('payment.recordTransfer', {
  run: async (context, body) => {
    const takenOn = body.takenOn < context.businessDate ? body.takenOn : context.businessDate
    return book(context, body, transferRow(body, metaOf(context)), takenOn)
  },
})

function metaOf({ scope, command, actorName, deskName }: HandlerContext) {
  return { scope, capturedAt: command.capturedAt, actorName, deskName }
}

type Code = 'ACCOUNT_UNKNOWN' | 'PAYMENT_CURRENCY' | 'PAYMENT_TWICE'

async function book(
  context: HandlerContext,
  body: PayBillsBody | RecordTransferBody,
  row: ReturnType<typeof billPaymentRow>,
  takenOn: IsoDate,
): Promise<Answer<Code>> {
  const account = await context.get('bill_account', body.customerId)
  if (!account || account.scope !== context.scope) return rejected('ACCOUNT_UNKNOWN')
  if (await isKnown(context, row)) return rejected('PAYMENT_TWICE', { reference: row.reference })
  const { way, tendered_minor, shift_id, receipt, taken_at, taken_by, desk_name } = row
  const booked = await bookPayment(context, {
    id: body.paymentId,
    customerId: body.customerId,
    way: way === 'cash' || way === 'terminal' ? way : 'transfer',
    reference: row.reference,
    amountMinor: body.amountMinor,
    currency: body.currency,
    takenOn,
    told: await stillOpen(context, body),
    counter: { taken_at, taken_by, desk_name, tendered_minor, shift_id, receipt },
  })
  if (booked.ok) return applied
  const { code, details } = booked.error
  if (code === 'ACCOUNT_UNKNOWN' || code === 'PAYMENT_CURRENCY') return rejected(code, details)
  throw new Error(`a payment that fits was refused: ${code}`)
}

/** The same id, the same statement line, or the same slip for the same sum: entered twice. Cash has no number of its own. */
async function isKnown({ tx }: HandlerContext, row: ReturnType<typeof billPaymentRow>): Promise<boolean> {
  const same = tx.selectFrom('bill_payment').select('id')
  if (await same.where('id', '=', row.id).executeTakeFirst()) return true
  if (row.reference === '') return false
  const twice = await same
    .where('customer_id', '=', row.customer_id)
    .where('way', '=', row.way)
    .where('reference', '=', row.reference)
    .where('amount_minor', '=', row.amount_minor)
    .executeTakeFirst()
  return twice !== undefined
}

/** What was told, as far as the bills still take it: somebody else may have paid one meanwhile. Nothing told: oldest first. */
async function stillOpen(context: HandlerContext, { allocations, customerId }: PayBillsBody | RecordTransferBody) {
  if (allocations.length === 0) return null
  const told = new Map<string, number>()
  for (const { billId, amountMinor } of allocations) told.set(billId, (told.get(billId) ?? 0) + amountMinor)
  const open: { billId: string; amountMinor: number }[] = []
  for (const billId of [...told.keys()].sort()) {
    const bill = await context.get('bill', billId)
    const openMinor = bill?.customer_id === customerId ? bill.open_minor : 0
    const amountMinor = Math.min(told.get(billId) ?? 0, openMinor)
    if (amountMinor > 0) open.push({ billId, amountMinor })
  }
  return open
}
