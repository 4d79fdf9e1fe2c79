import { productMachine } from '#shared/domain/customer/product-states.ts'
import { numberMachine } from '#shared/domain/number/number-machine.ts'
import { portInMachine } from '#shared/domain/number/port-in-machine.ts'
import { simMachine } from '#shared/domain/number/sim-machine.ts'
import { orderMachine } from '#shared/domain/order/states.ts'
import { taskMachine } from '#shared/domain/provisioning/states.ts'
import type { Machine } from '#shared/kernel/machine.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Unit } from '#core/sync/handler.ts'
import { undoCharges } from '../bill/line-changes.ts'
import { mayMove, mustMove } from '../kit/move.ts'
import { numberFacts } from '../number/hold.ts'

/** Ends what was ordered under a withdrawn contract: orders and their tasks, lines and charges, numbers, SIMs, numbers on their way. */
export async function endLines(unit: Unit, agreementId: string, now: Instant): Promise<void> {
  const orders = await unit.tx
    .selectFrom('product_order')
    .select(['id', 'state', 'msisdn', 'iccid'])
    .where('agreement_id', '=', agreementId)
    .orderBy('id')
    .execute()
  for (const order of orders) {
    const state = through(orderMachine, order.state, ['askCancellation', 'grantCancellation', 'cancel'])
    if (state !== order.state) await unit.patch('product_order', order.id, { state, hold_reason: '', updated_at: now })
    await endTasks(unit, order.id, now)
    await endProducts(unit, order.id)
    await endNumber(unit, order.msisdn, now)
    if (order.iccid !== null) await endSim(unit, order.iccid, now)
  }
}

/** The state after those of some events that are allowed, in their turn. */
function through<State extends string, Event extends string>(
  machine: Machine<State, Event, undefined>,
  from: string,
  events: readonly Event[],
): string {
  return events.reduce(
    (state, event) => (mayMove(machine, state, event, undefined) ? mustMove(machine, state, event, undefined) : state),
    from,
  )
}

async function endTasks(unit: Unit, orderId: string, now: Instant): Promise<void> {
  const tasks = await unit.tx
    .selectFrom('order_task')
    .select(['id', 'state'])
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute()
  for (const { id, state } of tasks)
    if (mayMove(taskMachine, state, 'cancel', undefined))
      await unit.patch('order_task', id, {
        ...{ state: mustMove(taskMachine, state, 'cancel', undefined), ended_at: now },
        ...{ is_late: 0, cause: '', answer_by: null, retry_at: null },
      })
}

async function endProducts(unit: Unit, orderId: string): Promise<void> {
  const products = await unit.tx
    .selectFrom('product')
    .select(['id', 'state'])
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute()
  for (const { id, state: from } of products) {
    const state = through(productMachine, from, ['cancel', 'askTermination', 'terminate'])
    if (state !== from) await unit.patch('product', id, { state })
    await undoCharges(unit, id)
    await withdrawPortIns(unit, id)
  }
}

async function withdrawPortIns(unit: Unit, productId: string): Promise<void> {
  const coming = await unit.tx
    .selectFrom('port_in')
    .select(['id', 'state'])
    .where('product_id', '=', productId)
    .orderBy('id')
    .execute()
  for (const { id, state: from } of coming) {
    const state = through(portInMachine, from, ['withdraw'])
    if (state !== from) await unit.patch('port_in', id, { state })
  }
}

/** A number rests before anyone else gets it; a fixed one stays with its order. */
async function endNumber(unit: Unit, msisdn: string, now: Instant): Promise<void> {
  const row = msisdn === '' ? undefined : await unit.get('phone_number', msisdn)
  if (!row || !mayMove(numberMachine, row.state, 'terminate', numberFacts(row, now))) return
  const state = mustMove(numberMachine, row.state, 'terminate', numberFacts(row, now))
  await unit.patch('phone_number', row.id, { state, case_id: null, held_until: null, held_by: null })
}

async function endSim(unit: Unit, iccid: string, now: Instant): Promise<void> {
  const row = await unit.get('sim_card', iccid)
  if (row && mayMove(simMachine, row.state, 'retire', { now }))
    await unit.patch('sim_card', iccid, {
      ...{ state: mustMove(simMachine, row.state, 'retire', { now }), activation_code: '' },
    })
}
