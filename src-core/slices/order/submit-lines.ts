import type { CommandBody } from '#shared/contract/commands.ts'
import type { MirrorRow } from '#shared/contract/mirror.ts'
import { netOf } from '#shared/domain/catalogue/net-price.ts'
import { kindOf } from '#shared/domain/customer/kinds.ts'
import { numberMachine } from '#shared/domain/number/number-machine.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { answeringFor } from '../customer/company-family.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mayMove } from '../kit/move.ts'
import { numberFacts, stateNow } from '../number/hold.ts'
import { judgeCompanyOrder } from './judge-company-order.ts'
import { moveCaseAndCustomer, writeOrder, writeProduct, writeTasks } from './place-order.ts'
import { takeNumber } from './take-number.ts'
import { takeSim } from './take-sim.ts'

export type LinesBody = CommandBody<'order.submitLines'>
type Line = LinesBody['lines'][number]

/**
 * Lines from a file, all of them or none: who may buy, what each line asks for and what is in stock is looked at before
 * anything is written. LINES_REFUSED names each wrong line by its place and why.
 */
export const submitLines = defineHandler('order.submitLines', {
  run: async (context, body) => {
    const customer = await context.get('customer', body.customerId)
    if (customer?.scope !== context.scope || kindOf(customer) !== 'company') return rejected('COMPANIES_ONLY')
    const orders = body.lines.map((line) => line.orderId)
    if (new Set(orders).size < orders.length || (await areThere(context, orders))) return rejected('ORDER_EXISTS')
    const plans = await plansOf(context, body)
    const wrong = await wrongLines(context, body, plans)
    if (wrong.length > 0) return rejected('LINES_REFUSED', { count: wrong.length, lines: wrong.slice(0, 20) })
    const monthlyMinor = body.lines.reduce((sum, { planId }) => sum + (plans.get(planId)?.monthly_minor ?? 0), 0)
    const refused = await judgeCompanyOrder(context, body, monthlyMinor)
    if (refused) return refused
    const short = await shortStock(context, body.lines)
    if (short) return short
    await writeLines(context, body, plans)
    await moveCaseAndCustomer(context, body)
    return applied
  },
})

/** Each with what a company pays a month for it: without the tax. */
type Plans = ReadonlyMap<string, MirrorRow<'offer'>>

async function areThere(context: HandlerContext, orderIds: readonly string[]): Promise<boolean> {
  const found = await context.tx.selectFrom('product_order').select('id').where('id', 'in', orderIds).executeTakeFirst()
  return found !== undefined
}

/** Plans a company may have on such lines today: mobile and post-paid. */
async function plansOf({ tx, scope, businessDate }: HandlerContext, body: LinesBody): Promise<Plans> {
  const list = await tx
    .selectFrom('price_list')
    .selectAll()
    .where('scope', '=', scope)
    .where('valid_from', '<=', businessDate)
    .orderBy('valid_from', 'desc')
    .executeTakeFirstOrThrow()
  const rows = await tx
    .selectFrom('offer')
    .selectAll()
    .where('id', 'in', [...new Set(body.lines.map(({ planId }) => planId))])
    .where('scope', '=', scope)
    .where('kind', '=', 'plan')
    // an individual plan is for one company with its branches
    .where('for_customer', 'in', ['', ...(await answeringFor(tx, body.customerId))])
    .where('segment', '=', 'mobile')
    .where('billing', '=', 'postPaid')
    .where('valid_from', '<=', businessDate)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', businessDate)]))
    .execute()
  return new Map(rows.map((row) => [row.id, { ...row, monthly_minor: netOf(row.monthly_minor, list) }]))
}

async function wrongLines(context: HandlerContext, body: LinesBody, plans: Plans): Promise<readonly string[]> {
  const seen = new Set<string>()
  const wrong: string[] = []
  for (const [place, { planId, msisdn }] of body.lines.entries()) {
    if (!plans.has(planId)) wrong.push(`${place + 1}: OFFER_NOT_ALLOWED`)
    if (msisdn === null) continue
    if (seen.has(msisdn) || !(await isFree(context, body.caseId, msisdn))) wrong.push(`${place + 1}: NUMBER_TAKEN`)
    seen.add(msisdn)
  }
  return wrong
}

async function isFree(context: HandlerContext, caseId: string, msisdn: string): Promise<boolean> {
  const row = await context.get('phone_number', msisdn)
  if (!row || row.scope !== context.scope) return false
  const facts = numberFacts(row, context.now, caseId, context.command.deviceId)
  return ['assign', 'reserve'].some((event) =>
    event === 'assign'
      ? mayMove(numberMachine, row.state, 'assign', facts)
      : mayMove(numberMachine, stateNow(row, context.now), 'reserve', facts),
  )
}

/** Numbers and cards are counted before the first is taken. */
async function shortStock(context: HandlerContext, lines: readonly Line[]) {
  for (const kind of ['card', 'eSim'] as const) {
    const wanted = lines.filter(({ sim }) => sim === kind).length
    const rows = context.tx
      .selectFrom('sim_card')
      .select('id')
      .where('scope', '=', context.scope)
      .where('state', '=', 'inStock')
      .where('kind', '=', kind)
      .limit(wanted)
    if (wanted > 0 && (await rows.execute()).length < wanted) return rejected('SIM_STOCK_EMPTY', { kind })
  }
  const wanted = lines.filter(({ msisdn }) => msisdn === null).length
  const named = lines.flatMap(({ msisdn }) => msisdn ?? [])
  return (await freeNumbers(context, wanted, named)).length < wanted ? rejected('NUMBERS_EMPTY') : undefined
}

async function freeNumbers(
  context: HandlerContext,
  wanted: number,
  except: readonly string[],
): Promise<readonly string[]> {
  if (wanted === 0) return []
  const rows = await context.tx
    .selectFrom('phone_number')
    .select('id')
    .where('scope', '=', context.scope)
    .where('state', '=', 'free')
    .orderBy('id')
    .limit(wanted + except.length)
    .execute()
  return rows
    .map(({ id }) => id)
    .filter((id) => !except.includes(id))
    .slice(0, wanted)
}

async function writeLines(context: HandlerContext, body: LinesBody, plans: Plans): Promise<void> {
  const named = body.lines.flatMap(({ msisdn }) => msisdn ?? [])
  const free = [...(await freeNumbers(context, body.lines.length - named.length, named))]
  for (const line of body.lines) {
    const msisdn = line.msisdn ?? free.shift()
    if (msisdn === undefined) throw new Error('fewer free numbers than counted')
    if (await takeNumber(context, body.caseId, msisdn)) throw new Error('a number that was free is taken')
    const iccid = await takeSim(context, { kind: line.sim, iccid: null, productId: line.productId })
    if (typeof iccid !== 'string') throw new Error('fewer cards than counted')
    const { caseId, customerId, batchId: agreementId, payerId } = body
    const { orderId, productId, planId, sim, userName, purchaseOrder } = line
    const order = {
      ...{ orderId, productId, agreementId, caseId, customerId, planId, addOnIds: [], msisdn, sim, iccid },
      line: { userName, payerId, purchaseOrder },
    }
    const plan = plans.get(planId)
    if (!plan) throw new Error('a plan that was looked at is gone')
    const placed = { number: msisdn, sim: iccid, plan }
    await writeOrder(context, order, placed)
    await writeTasks(context, order, placed)
    await writeProduct(context, order, placed, plan.monthly_minor)
  }
}
