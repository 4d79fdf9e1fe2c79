import { heldAmount } from '#shared/domain/dispute/collectable.ts'
import { isOpenDispute, openDisputes } from '#shared/domain/dispute/states.ts'
import { billMachine } from '#shared/domain/bill/states.ts'
import { accounts } from '#shared/domain/billing/ledger.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Unit } from '#core/sync/handler.ts'
import { mayMove, mustMove } from '../kit/move.ts'
import { glRows } from './bill-rows.ts'

/**
 * Brings a payer's bills in line with their disputes, whenever one of the two has changed (a dispute filed or decided, a
 * payment, a credit): what is held out of collections stands in receivables in dispute (1110), the rest in receivables, and a
 * bill of which all that is open is disputed is on hold. Done again it changes nothing. The payer's account is locked.
 */
export async function keepHolds(unit: Unit, customerId: string, on: IsoDate): Promise<void> {
  const { tx } = unit
  const disputes = await tx
    .selectFrom('dispute')
    .select(['bill_id', 'claimed_minor', 'state'])
    .where('customer_id', '=', customerId)
    // a disputed top-up holds nothing
    .where('bill_id', '<>', '')
    .execute()
  if (disputes.length === 0) return
  const booked = await tx
    .selectFrom('gl_entry')
    .select(['source_id', 'amount_minor'])
    .where('customer_id', '=', customerId)
    .where('account', '=', accounts.receivablesInDispute)
    .execute()
  for (const billId of new Set(disputes.map(({ bill_id }) => bill_id))) {
    const claims = disputes.filter((one) => one.bill_id === billId && isOpenDispute(one.state))
    const before = booked.filter(({ source_id }) => source_id.startsWith(holdOf(billId)))
    await keepHold(unit, billId, on, {
      claims: claims.map(({ claimed_minor }) => claimed_minor),
      booked: before.map(({ amount_minor }) => amount_minor),
    })
  }
}

/** What a payer disputes of each bill, claim by claim. */
export async function openClaims({ tx }: Pick<Unit, 'tx'>, customerId: string): Promise<ReadonlyMap<string, number[]>> {
  const disputes = await tx
    .selectFrom('dispute')
    .select(['bill_id', 'claimed_minor'])
    .where('customer_id', '=', customerId)
    .where('state', 'in', [...openDisputes])
    .execute()
  const byBill = Map.groupBy(disputes, ({ bill_id }) => bill_id)
  return new Map([...byBill].map(([billId, rows]) => [billId, rows.map(({ claimed_minor }) => claimed_minor)]))
}

/** Holds of a bill are booked under its own id, counted. */
function holdOf(billId: string): string {
  return `${billId}:hold:`
}

async function keepHold(
  unit: Unit,
  billId: string,
  on: IsoDate,
  { claims, booked }: { readonly claims: readonly number[]; readonly booked: readonly number[] },
): Promise<void> {
  const bill = await unit.get('bill', billId)
  if (!bill) throw new Error('a disputed bill is gone')
  const heldMinor = heldAmount(bill.open_minor, claims)
  const change = booked.reduce((left, amountMinor) => left - amountMinor, heldMinor)
  if (change !== 0) {
    const event = { kind: change > 0 ? 'disputeOpened' : 'disputeClosed', amountMinor: Math.abs(change) } as const
    await unit.tx
      .insertInto('gl_entry')
      .values([...glRows(bill, `${holdOf(billId)}${booked.length + 1}`, on, event)])
      .execute()
  }
  const isAllHeld = bill.open_minor > 0 && heldMinor === bill.open_minor
  const facts = { openMinor: bill.open_minor, isTouched: bill.open_minor < bill.payable_minor }
  if (isAllHeld && mayMove(billMachine, bill.state, 'dispute', facts))
    await unit.patch('bill', billId, { state: mustMove(billMachine, bill.state, 'dispute', facts) })
  if (!isAllHeld && bill.state === 'onHold' && mayMove(billMachine, bill.state, 'undispute', facts))
    await unit.patch('bill', billId, { state: mustMove(billMachine, bill.state, 'undispute', facts) })
}
