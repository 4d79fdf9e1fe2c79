import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { sqliteStores } from '../db/test-store.ts'
import { knownPeople } from '../seed/known-people.ts'
import type { SaleWorld } from './test-sale.ts'
import { openSaleWorld, saleDay, saleOf, sell } from './test-sale.ts'

const stores = sqliteStores()
const openWorld = async (): Promise<SaleWorld> => {
  return openSaleWorld(await stores.open())
}
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

describe('a sale in the core', () => {
  test('goes from hello to an active line in about ten seconds', async () => {
    const world = await openWorld()
    const desk = await world.desk('luc')
    const sale = saleOf(world.ids)
    expect((await sell(desk, sale)).result).toBe('applied')
    expect(await statesOf(world, sale.id)).toMatchObject({
      order: 'inProgress',
      product: 'pendingActive',
      case: 'waiting',
      customer: 'approved',
      number: 'assigned',
    })
    world.provisioning.start()
    await world.advance(9_000)
    expect(await statesOf(world, sale.id)).toMatchObject({ order: 'inProgress' })
    await world.advance(2_000)
    expect(await statesOf(world, sale.id)).toEqual({
      order: 'completed',
      product: 'active',
      case: 'done',
      customer: 'active',
      agreement: 'inForce',
      number: 'assigned',
      sim: 'active',
      tasks: ['completed', 'completed', 'completed', 'completed', 'completed', 'completed'],
    })
    const customer = await world.store.db
      .selectFrom('customer')
      .selectAll()
      .where('id', '=', sale.id.customer)
      .executeTakeFirstOrThrow()
    expect(customer).toMatchObject({
      family_name: 'Eriksson',
      town: 'Nancy',
      active_since: saleDay + 10_000,
      birth_date: '1974-08-12',
    })
  })

  test('keeps no document number in clear, anywhere but in the ledger of what was sent', async () => {
    const world = await openWorld()
    const desk = await world.desk('luc')
    const sale = saleOf(world.ids)
    await sell(desk, sale, 'evidence')
    const evidence = await world.store.db
      .selectFrom('identity_evidence')
      .selectAll()
      .where('id', '=', sale.evidence.evidenceId)
      .executeTakeFirstOrThrow()
    expect(evidence).toMatchObject({ document_masked: '••••••02C3', state: 'valid', issuing_state: 'UTO' })
    const customer = await world.store.db
      .selectFrom('customer')
      .selectAll()
      .where('id', '=', sale.id.customer)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify([evidence, customer])).not.toContain('L898902C3')
    expect(customer.person_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(customer.document_hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([
    ['classA', 'A', ['BUREAU_GOOD'], 0],
    ['eriksson', 'B', ['BUREAU_FAIR'], 0],
    ['cardHolder', 'B', ['BUREAU_FAIR'], 0],
    ['classC', 'C', ['BUREAU_WEAK', 'INCOME_NOT_GIVEN'], 1],
    ['newcomer', 'C', ['NO_HISTORY', 'INCOME_NOT_GIVEN'], 1],
    ['classD', 'D', ['OPEN_DEBT', 'INCOME_NOT_GIVEN'], 2],
    ['classE', 'E', ['INSOLVENCY'], 0],
  ] as const)('gives %s class %s with its reasons', async (who, expected, reasons, depositMonths) => {
    const world = await openWorld()
    const sale = saleOf(world.ids, { person: knownPeople[who] })
    expect((await sell(await world.desk('luc'), sale, 'credit')).result).toBe('applied')
    const decision = await world.store.db
      .selectFrom('credit_decision')
      .selectAll()
      .where('id', '=', sale.credit.decisionId)
      .executeTakeFirstOrThrow()
    expect(decision).toMatchObject({
      class: expected,
      state: 'final',
      deposit_months: depositMonths,
      valid_until: '2027-01-20',
    })
    expect(JSON.parse(decision.reasons)).toEqual(reasons)
    expect(knownPeople[who].creditClass).toBe(expected)
  })

  test('leaves the decision to a person where the bureau is silent', async () => {
    const store = await stores.open()
    const world = await openSaleWorld(store, { ask: () => Promise.resolve({ kind: 'silent' }) })
    const sale = saleOf(world.ids)
    await sell(await world.desk('luc'), sale, 'credit')
    const decision = await store.db
      .selectFrom('credit_decision')
      .selectAll()
      .where('id', '=', sale.credit.decisionId)
      .executeTakeFirstOrThrow()
    expect(decision).toMatchObject({ class: 'C', state: 'referred' })
    expect(JSON.parse(decision.reasons)).toContain('BUREAU_SILENT')
  })

  test('sells a pre-paid line to class E, without asking for a class again', async () => {
    const world = await openWorld()
    const desk = await world.desk('luc')
    const terms = {
      ...{ dueNowMinor: 3490, totalMinor: 3490, firstBillMinor: 0, firstBillOn: null },
      ...{ commitmentMonths: 0, commitmentUntil: null },
    }
    const sale = saleOf(world.ids, { person: knownPeople.classE, planId: 'prepaid-m', terms })
    expect((await sell(desk, sale, 'submit', ['credit'])).result).toBe('applied')
  })

  test('takes the first card in stock where none was handed over, and the one that was', async () => {
    const world = await openWorld()
    const desk = await world.desk('luc')
    const first = saleOf(world.ids)
    await sell(desk, first)
    const stock = await world.store.db
      .selectFrom('sim_card')
      .select(['id', 'state'])
      .where('kind', '=', 'card')
      .orderBy('id')
      .limit(3)
      .execute()
    expect(stock.map((card) => card.state)).toEqual(['assigned', 'inStock', 'inStock'])
    const second = saleOf(world.ids, { person: knownPeople.classA, msisdn: '+33639985777' })
    await sell(desk, second, 'pay')
    expect(await desk.push('order.submitOrder', { ...second.submit, iccid: stock[2]?.id ?? '' })).toMatchObject({
      result: 'applied',
    })
    const order = await world.store.db
      .selectFrom('product_order')
      .select('iccid')
      .where('id', '=', second.id.order)
      .executeTakeFirstOrThrow()
    expect(order.iccid).toBe(stock[2]?.id)
  })

  test('an additional check holds the order until back office clears it', async () => {
    const world = await openWorld()
    const desk = await world.desk('luc')
    const sale = saleOf(world.ids, { person: knownPeople.watchedPerson, depositMinor: 2490 })
    expect(await sell(desk, sale, 'evidence')).toMatchObject({ result: 'applied' })
    expect(await sell(desk, sale, 'submit', ['open', 'prospect', 'reserve', 'evidence'])).toMatchObject({
      result: 'rejected',
      code: 'IDENTITY_REFERRED',
    })
    const zoe = await world.desk('zoe')
    const decision = {
      evidenceId: sale.evidence.evidenceId,
      customerId: sale.id.customer,
      decision: 'clear',
      note: 'Seen in person',
    } as const
    expect(await zoe.push('identity.decideReferral', decision)).toMatchObject({ result: 'applied' })
    expect(await zoe.push('identity.decideReferral', decision)).toMatchObject({
      result: 'rejected',
      code: 'NOT_REFERRED',
    })
    expect(await desk.push('order.submitOrder', sale.submit)).toMatchObject({ result: 'applied' })
  })
})

async function statesOf(
  { store: { db } }: SaleWorld,
  id: {
    readonly order: string
    readonly product: string
    readonly case: string
    readonly customer: string
    readonly agreement: string
  },
) {
  const stateOf = async (
    table: 'product_order' | 'product' | 'service_case' | 'customer' | 'agreement' | 'phone_number' | 'sim_card',
    row: string,
  ) => (await db.selectFrom(table).select('state').where('id', '=', row).executeTakeFirst())?.state
  const order = await db.selectFrom('product_order').selectAll().where('id', '=', id.order).executeTakeFirstOrThrow()
  const tasks = await db
    .selectFrom('order_task')
    .select('state')
    .where('order_id', '=', id.order)
    .orderBy('position')
    .execute()
  return {
    order: order.state,
    product: await stateOf('product', id.product),
    case: await stateOf('service_case', id.case),
    customer: await stateOf('customer', id.customer),
    agreement: await stateOf('agreement', id.agreement),
    number: await stateOf('phone_number', order.msisdn),
    sim: await stateOf('sim_card', order.iccid ?? ''),
    tasks: tasks.map((task) => task.state),
  }
}
