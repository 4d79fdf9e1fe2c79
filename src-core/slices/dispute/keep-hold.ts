import { heldAmount } from '#shared/domain/dispute/collectable.ts'
import { openDisputes } from '#shared/domain/dispute/states.ts'
import { billMachine } from '#shared/domain/bill/states.ts'
import { accounts } from '#shared/domain/billing/ledger.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { glRows } from '../bill/bill-rows.ts'
import { mayMove, mustMove } from '../kit/move.ts'

/**
 * Brings a bill in line with its open disputes: what is held out of collections moves to receivables in dispute (1110) and
 * back, and a bill that is disputed as a whole is on hold. `sourceId` names what changed it, once.
 */
export async function keepHold(context: HandlerContext, billId: string, sourceId: string): Promise<void> {
  const { tx, businessDate } = context
  const bill = await context.get('bill', billId)
  if (!bill) throw new Error('a disputed bill is gone')
  const claims = await tx
    .selectFrom('dispute')
    .select('claimed_minor')
    .where('bill_id', '=', billId)
    .where('state', 'in', [...openDisputes])
    .execute()
  const heldMinor = heldAmount(
    bill.open_minor,
    claims.map((row) => row.claimed_minor),
  )
  const booked = await tx
    .selectFrom('gl_entry')
    .select(({ fn }) => fn.sum<number>('amount_minor').as('sum'))
    .where('customer_id', '=', bill.customer_id)
    .where('account', '=', accounts.receivablesInDispute)
    .where('source_id', '>=', `${billId}:hold:`)
    .where('source_id', '<', `${billId}:hold;`)
    .executeTakeFirst()
  const change = heldMinor - Number(booked?.sum ?? 0)
  if (change !== 0) {
    const event = { kind: change > 0 ? 'disputeOpened' : 'disputeClosed', amountMinor: Math.abs(change) } as const
    await tx
      .insertInto('gl_entry')
      .values([...glRows(bill, `${billId}:hold:${sourceId}`, businessDate, event)])
      .execute()
  }
  const isAllHeld = bill.open_minor > 0 && heldMinor === bill.open_minor
  const facts = { openMinor: bill.open_minor, isTouched: bill.open_minor < bill.payable_minor }
  if (isAllHeld && mayMove(billMachine, bill.state, 'dispute', facts))
    await context.patch('bill', billId, { state: mustMove(billMachine, bill.state, 'dispute', facts) })
  if (!isAllHeld && bill.state === 'onHold' && mayMove(billMachine, bill.state, 'undispute', facts))
    await context.patch('bill', billId, { state: mustMove(billMachine, bill.state, 'undispute', facts) })
}
