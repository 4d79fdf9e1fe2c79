import type { MirrorRow } from '#shared/contract/mirror.ts'
import { agreementMachine } from '#shared/domain/contract/states.ts'
import { productMachine } from '#shared/domain/customer/product-states.ts'
import { customerMachine } from '#shared/domain/customer/states.ts'
import { caseMachine } from '#shared/domain/interaction/states.ts'
import { simMachine } from '#shared/domain/number/sim-machine.ts'
import { orderMachine } from '#shared/domain/order/states.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Unit } from '#core/sync/handler.ts'
import { finalStates, move, mustMove } from '../kit/move.ts'

/** The last task is done: the order is completed, the line and its SIM are active, the contract in force, the case done. */
export async function finishOrder(unit: Unit, orderId: string, now: Instant): Promise<void> {
  const order = await unit.get('product_order', orderId)
  if (!order) throw new Error('a task has no order')
  const state = mustMove(orderMachine, order.state, 'complete', undefined)
  await unit.patch('product_order', orderId, { state, updated_at: now })
  const product = await unit.tx
    .selectFrom('product')
    .select(['id', 'state'])
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  if (product)
    await unit.patch('product', product.id, {
      state: mustMove(productMachine, product.state, 'activate', undefined),
      since: now,
    })
  if (order.iccid !== null) await activateSim(unit, order.iccid, now)
  await enforceAgreements(unit, order)
  if (!(await hasOpenOrder(unit, order))) await finishCase(unit, order.case_id, now)
  await activateCustomer(unit, order.customer_id, now)
}

/** Lines from a file are orders of one case: it is done with the last of them. */
async function hasOpenOrder(unit: Unit, order: MirrorRow<'product_order'>): Promise<boolean> {
  const other = await unit.tx
    .selectFrom('product_order')
    .select('id')
    .where('case_id', '=', order.case_id)
    .where('id', '<>', order.id)
    .where('state', 'not in', finalStates(orderMachine))
    .executeTakeFirst()
  return other !== undefined
}

async function activateSim(unit: Unit, iccid: string, now: Instant): Promise<void> {
  const sim = await unit.get('sim_card', iccid)
  const moved = sim && move(simMachine, sim.state, 'activate', { now })
  if (moved?.ok) await unit.patch('sim_card', iccid, { state: moved.value })
}

/** The contract and its addenda. */
async function enforceAgreements(unit: Unit, order: MirrorRow<'product_order'>): Promise<void> {
  const agreements = await unit.tx
    .selectFrom('agreement')
    .select(['id', 'state'])
    .where('case_id', '=', order.case_id)
    .where((where) => where.or([where('id', '=', order.agreement_id), where('parent_id', '=', order.agreement_id)]))
    .orderBy('id')
    .execute()
  for (const { id, state } of agreements) {
    const moved = move(agreementMachine, state, 'enforce', undefined)
    if (moved.ok) await unit.patch('agreement', id, { state: moved.value })
  }
}

async function finishCase(unit: Unit, caseId: string, now: Instant): Promise<void> {
  const row = await unit.get('service_case', caseId)
  const moved = row && move(caseMachine, row.state, 'finish', undefined)
  if (moved?.ok) await unit.patch('service_case', caseId, { state: moved.value, updated_at: now })
}

async function activateCustomer(unit: Unit, customerId: string, now: Instant): Promise<void> {
  const customer = await unit.get('customer', customerId)
  const moved = customer && move(customerMachine, customer.state, 'activate', undefined)
  if (moved?.ok)
    await unit.patch('customer', customerId, { state: moved.value, active_since: customer?.active_since ?? now })
}
