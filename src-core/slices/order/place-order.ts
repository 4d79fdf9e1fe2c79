import type { CommandBody } from '#shared/contract/commands.ts'
import type { MirrorRow } from '#shared/contract/mirror.ts'
import { customerMachine, mayPay } from '#shared/domain/customer/states.ts'
import { productMachine } from '#shared/domain/customer/product-states.ts'
import { caseMachine } from '#shared/domain/interaction/states.ts'
import { judgeOrder } from '#shared/domain/order/judge-order.ts'
import { orderMachine } from '#shared/domain/order/states.ts'
import { decompose } from '#shared/domain/provisioning/decompose.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { move, mustMove } from '../kit/move.ts'
import { nextAccount } from '../customer/next-account.ts'
import { answeringFor } from '../customer/company-family.ts'
import { tellCustomer } from '../message/queue-message.ts'
import { provisioningRules } from '../provisioning/rules.ts'
import { allotFixedNumber } from './allot-fixed-number.ts'
import { judgeBasket } from './judge-basket.ts'
import { orderFacts } from './order-facts.ts'
import { takeNumber } from './take-number.ts'
import { takeSim } from './take-sim.ts'

export type OrderBody = CommandBody<'order.submitOrder'>

/**
 * Places a signed order: its price and what it stands on are judged by the shared rules, then number and SIM are taken
 * for good and the order is decomposed into tasks. `msisdn` of the body may differ from the one signed only by an addendum, which the caller writes.
 */
export async function placeOrder(context: HandlerContext, body: OrderBody, agreement: MirrorRow<'agreement'>) {
  const plan = await context.get('offer', body.planId)
  if (!plan || plan.scope !== context.scope || plan.kind !== 'plan')
    return rejected('BODY_INVALID', { field: 'planId' })
  const facts = await orderFacts(context, agreement, plan)
  const judged = judgeOrder(facts)
  if (!judged.ok) return rejected(judged.error.code, judged.error.details)
  const wrong = await judgeBasket(context, agreement, facts)
  if (wrong) return wrong
  if (!(await isPayer(context, body))) return rejected('PAYER_UNKNOWN')
  const isMobile = plan.segment === 'mobile'
  const number = await numberFor(context, body, plan)
  if (typeof number !== 'string') return number
  const sim = isMobile ? await takeSim(context, { kind: body.sim, iccid: body.iccid, productId: body.productId }) : null
  if (sim !== null && typeof sim !== 'string') return sim
  const line = { number, sim, plan }
  await writeOrder(context, body, line)
  await writeTasks(context, body, line)
  await writeProduct(context, body, line, facts.terms.monthlyMinor)
  await moveCaseAndCustomer(context, body)
  await tellOrdered(context, body, agreement, plan)
  return applied
}

async function tellOrdered(
  context: HandlerContext,
  { orderId, caseId, customerId }: OrderBody,
  { reference }: MirrorRow<'agreement'>,
  plan: MirrorRow<'offer'>,
): Promise<void> {
  const { now, policies, ids } = context
  const customer = await context.get('customer', customerId)
  const params = { reference, plan: plan.name }
  if (customer)
    await tellCustomer(context, ids.next(), customer, {
      ...{ template: 'orderConfirmed', caseId, params, about: orderId, now, policies },
    })
}

/** Bills go to the customer, to the company a branch belongs to, or for a person to another customer who agreed to it. */
async function isPayer(context: HandlerContext, { customerId, line }: OrderBody): Promise<boolean> {
  const payerId = line?.payerId ?? null
  if (payerId === null || (await answeringFor(context.tx, customerId)).includes(payerId)) return true
  if (await context.get('company', customerId)) return false
  const payer = await context.get('customer', payerId)
  return payer?.scope === context.scope && mayPay(payer)
}

export interface Line {
  /** '' where the line has none. */
  readonly number: string
  readonly sim: string | null
  readonly plan: MirrorRow<'offer'>
}

/** A mobile line takes the number chosen; a fixed one is given the next free one, where its plan has a number at all. */
async function numberFor(context: HandlerContext, body: OrderBody, plan: MirrorRow<'offer'>) {
  if (plan.segment === 'mobile') return (await takeNumber(context, body.caseId, body.msisdn)) ?? body.msisdn
  return plan.has_number === 1 ? allotFixedNumber(context, body.orderId) : ''
}

export async function writeOrder(context: HandlerContext, body: OrderBody, { number, sim }: Line): Promise<void> {
  await context.insert('product_order', {
    id: body.orderId,
    scope: context.scope,
    customer_id: body.customerId,
    case_id: body.caseId,
    agreement_id: body.agreementId,
    state: mustMove(orderMachine, 'acknowledged', 'start', undefined),
    offer_id: body.planId,
    msisdn: number,
    iccid: sim,
    hold_reason: '',
    submitted_at: context.now,
    updated_at: context.now,
  })
}

export async function writeTasks(context: HandlerContext, body: OrderBody, { plan }: Line): Promise<void> {
  const kind = { isMobile: plan.segment === 'mobile', hasNumber: plan.has_number === 1, access: plan.coverage }
  for (const task of decompose(kind, provisioningRules().durationsMs))
    await context.insert('order_task', {
      id: context.ids.next(),
      scope: context.scope,
      order_id: body.orderId,
      customer_id: body.customerId,
      kind: task.kind,
      position: task.position,
      state: 'acknowledged',
      planned_start: context.now + task.startsAfterMs,
      planned_end: context.now + task.endsAfterMs,
      started_at: null,
      ended_at: null,
      is_late: 0,
      cause: '',
      owner: '',
      answer_by: null,
      retry_at: null,
    })
}

export async function writeProduct(
  context: HandlerContext,
  body: OrderBody,
  { number, sim }: Line,
  monthlyMinor: number,
): Promise<void> {
  await context.insert('product', {
    id: body.productId,
    scope: context.scope,
    customer_id: body.customerId,
    order_id: body.orderId,
    offer_id: body.planId,
    state: mustMove(productMachine, 'created', 'order', undefined),
    msisdn: number === '' ? null : number,
    iccid: sim,
    monthly_minor: monthlyMinor,
    currency: context.policies.market.currency,
    since: null,
    user_name: body.line?.userName ?? '',
    payer_id: body.line?.payerId ?? null,
    purchase_order: body.line?.purchaseOrder ?? '',
  })
}

/** The case waits for the network; with the first order the customer is approved and has an account. */
export async function moveCaseAndCustomer(
  context: HandlerContext,
  body: Pick<OrderBody, 'caseId' | 'customerId'>,
): Promise<void> {
  const row = await context.get('service_case', body.caseId)
  const waiting = row && move(caseMachine, row.state, 'wait', undefined)
  if (waiting?.ok) await context.patch('service_case', body.caseId, { state: waiting.value, updated_at: context.now })
  const customer = await context.get('customer', body.customerId)
  const approved = customer && move(customerMachine, customer.state, 'approve', undefined)
  if (approved?.ok) await context.patch('customer', body.customerId, { state: approved.value })
  if (customer?.account_number === null)
    await context.patch('customer', customer.id, { account_number: await nextAccount(context, context.scope) })
}
