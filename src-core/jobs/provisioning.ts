import { sql } from 'kysely'
import type { MirrorRow } from '#shared/contract/mirror.ts'
import { orderMachine } from '#shared/domain/order/states.ts'
import { taskMachine } from '#shared/domain/provisioning/states.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Clock, Timers } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { inUnit } from '../db/unit.ts'
import { mayMove, mustMove } from '../slices/kit/move.ts'
import { endTask, tasksOf } from '../slices/provisioning/end-task.ts'
import type { ProvisioningMove } from '../slices/provisioning/next-move.ts'
import { nextMove } from '../slices/provisioning/next-move.ts'
import type { ProvisioningRules } from '../slices/provisioning/rules.ts'
import { provisioningRules } from '../slices/provisioning/rules.ts'
import type { Unit } from '../sync/handler.ts'
import type { Job } from './job.ts'
import { createJob } from './job.ts'

export interface ProvisioningOptions {
  readonly core: Pick<CoreStore, 'db' | 'dialect' | 'feed'>
  readonly clock: Clock
  readonly timers: Timers
  /** Rules of `resources/provisioning.json` unless others are handed in. */
  readonly rules?: ProvisioningRules
  readonly onProblem?: (error: unknown) => void
}

const everyMs = 500
const ordersPerRun = 100

/**
 * Works the tasks of orders in the background, each order in a transaction of its own; on PostgreSQL several cores may
 * run it: a task claimed by another is skipped. What failed is tried again at the next run.
 */
export function createProvisioning({
  core,
  clock,
  timers,
  rules = provisioningRules(),
  onProblem,
}: ProvisioningOptions): Job {
  const run = async (): Promise<void> => {
    for (const orderId of await waitingOrders(core, clock.now())) {
      if (!(await planned(core, orderId, rules, clock.now()))) continue
      await inUnit(core, (unit) => workOrder(unit, core.dialect, orderId, rules, clock.now()))
    }
  }
  return createJob({ run, everyMs, timers, ...(onProblem ? { onProblem } : {}) })
}

async function waitingOrders(core: ProvisioningOptions['core'], now: Instant): Promise<readonly string[]> {
  const rows = await core.db
    .selectFrom('order_task')
    .innerJoin('product_order', 'product_order.id', 'order_task.order_id')
    .select('order_task.order_id')
    .distinct()
    .where('order_task.state', 'in', ['acknowledged', 'inProgress'])
    .where('order_task.planned_start', '<=', now)
    .where('product_order.state', '=', 'inProgress')
    .orderBy('order_task.order_id')
    .limit(ordersPerRun)
    .execute()
  return rows.map((row) => row.order_id)
}

/** What is to be done, looked at without a lock: most looks find a task that is still at work. */
async function planned(
  core: ProvisioningOptions['core'],
  orderId: string,
  rules: ProvisioningRules,
  now: Instant,
): Promise<ProvisioningMove | undefined> {
  const order = await core.db.selectFrom('product_order').selectAll().where('id', '=', orderId).executeTakeFirst()
  const tasks = await core.db
    .selectFrom('order_task')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('position')
    .execute()
  return order && nextMove({ tasks, order, rules, now })
}

/** Does all that is due for one order; after a pause of the core that may be several tasks. */
async function workOrder(
  unit: Unit,
  dialect: CoreStore['dialect'],
  orderId: string,
  rules: ProvisioningRules,
  now: Instant,
): Promise<void> {
  if (!(await claim(unit, dialect, orderId))) return
  for (;;) {
    const order = await unit.get('product_order', orderId)
    if (!order || !mayMove(orderMachine, order.state, 'complete', undefined)) return
    const move = nextMove({ tasks: await tasksOf(unit, orderId), order, rules, now })
    if (!move) return
    await carryOut(unit, order, move, now)
  }
}

/** Locks the order's unfinished tasks; false when another worker has one of them. SQLite has one writer anyway. */
async function claim(unit: Unit, dialect: CoreStore['dialect'], orderId: string): Promise<boolean> {
  if (dialect === 'sqlite') return true
  const { rows } = await sql<{ id: string }>`select id from order_task where order_id = ${orderId}
    order by position for update skip locked`.execute(unit.tx)
  return rows.length === (await tasksOf(unit, orderId)).length
}

async function carryOut(
  unit: Unit,
  order: MirrorRow<'product_order'>,
  move: ProvisioningMove,
  now: Instant,
): Promise<void> {
  const { task } = move
  switch (move.kind) {
    case 'start':
      await unit.patch('order_task', task.id, {
        state: mustMove(taskMachine, task.state, 'start', undefined),
        started_at: now,
      })
      return
    case 'complete':
      await endTask(unit, task, 'complete', now)
      return
    case 'markLate':
      await unit.patch('order_task', task.id, { is_late: 1, cause: move.cause, retry_at: move.retryAt })
      return
    case 'hold':
      await unit.patch('order_task', task.id, {
        state: mustMove(taskMachine, task.state, 'fallOut', undefined),
        cause: move.cause,
        owner: move.owner,
        answer_by: move.answerBy,
      })
      await unit.patch('product_order', order.id, {
        state: mustMove(orderMachine, order.state, 'hold', undefined),
        hold_reason: move.cause,
        updated_at: now,
      })
      return
    default:
      assertNever(move)
  }
}
