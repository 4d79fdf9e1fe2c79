import { afterEach, describe, expect, test } from 'vitest'
import type { CommandBody } from '#shared/contract/commands.ts'
import { sqliteStores } from '../db/test-store.ts'
import type { SaleDesk, SaleWorld } from './test-sale.ts'
import { openSaleWorld, saleOf } from './test-sale.ts'

const stores = sqliteStores()

describe('lines from a file', () => {
  afterEach(() => stores.closeOpened())

  test('500 lines of one command are 500 orders, on the purchase order, billed to the company', async () => {
    const { world, luc, body, bakery } = await ready()
    const lines = Array.from({ length: 500 }, (_, place) => aLine(world, place < 400 ? 'card' : 'eSim'))
    expect(await luc.push('order.submitLines', { ...body, lines })).toMatchObject({ result: 'applied' })
    const orders = await world.store.db
      .selectFrom('product_order')
      .select(['msisdn', 'iccid', 'agreement_id'])
      .where('case_id', '=', body.caseId)
      .execute()
    expect(orders).toHaveLength(500)
    expect(new Set(orders.map(({ msisdn }) => msisdn)).size).toBe(500)
    expect(new Set(orders.map(({ iccid }) => iccid)).size).toBe(500)
    expect(orders.every(({ agreement_id: id }) => id === body.batchId)).toBe(true)
    const paid = await world.store.db
      .selectFrom('product')
      .select('id')
      .where('payer_id', '=', bakery)
      .where('purchase_order', '=', 'PO-7')
      .execute()
    expect(paid).toHaveLength(500)
  })

  test('one wrong line and nothing is ordered: an unknown plan, a number that is taken, one that stands twice', async () => {
    const { world, luc, body } = await ready()
    const good = aLine(world)
    const free = '+33639985777'
    const wrong = [
      { ...aLine(world), planId: 'gold' },
      { ...aLine(world), msisdn: '+33702910000' },
      { ...aLine(world), msisdn: free },
      { ...aLine(world), msisdn: free },
    ]
    expect(await luc.push('order.submitLines', { ...body, lines: [good, ...wrong] })).toMatchObject({
      result: 'rejected',
      code: 'LINES_REFUSED',
      details: { count: 3, lines: ['2: OFFER_NOT_ALLOWED', '3: NUMBER_TAKEN', '5: NUMBER_TAKEN'] },
    })
    const orders = await world.store.db.selectFrom('product_order').select('id').execute()
    expect(orders).toEqual([])
    expect(await stateOf(world, free)).toBe('free')
  })

  test('persons, a company without a class, one over its limit and a stock that is short are refused', async () => {
    const { world, luc, body, bakery } = await ready()
    const lines = [aLine(world)]
    const person = await world.store.db
      .selectFrom('customer')
      .select('id')
      .where('kind', '=', 'individual')
      .limit(1)
      .executeTakeFirstOrThrow()
    const push = (over: Partial<CommandBody<'order.submitLines'>>) =>
      luc.push('order.submitLines', { ...body, lines, ...over })
    expect(await push({ customerId: person.id, payerId: null })).toMatchObject({ code: 'COMPANIES_ONLY' })
    expect(await push({ payerId: person.id })).toMatchObject({ code: 'PAYER_UNKNOWN' })
    await world.store.db.updateTable('company').set({ limit_minor: 100 }).where('id', '=', bakery).execute()
    expect(await push({})).toMatchObject({ code: 'COMPANY_LIMIT_EXCEEDED' })
    await world.store.db.updateTable('company').set({ limit_minor: null }).where('id', '=', bakery).execute()
    await world.store.db.updateTable('sim_card').set({ state: 'retired' }).where('kind', '=', 'eSim').execute()
    expect(await push({ lines: [aLine(world, 'eSim')] })).toMatchObject({ code: 'SIM_STOCK_EMPTY' })
    await world.store.db.deleteFrom('credit_decision').execute()
    expect(await push({})).toMatchObject({ code: 'CREDIT_MISSING' })
  })

  test('the case is done with the last of its lines, not with the first', async () => {
    const { world, luc, body } = await ready()
    const late = { ...aLine(world), msisdn: '+33639980413' } // an ending the network is late with
    await luc.push('order.submitLines', { ...body, lines: [aLine(world), late] })
    const stateOfCase = async (): Promise<string | undefined> =>
      (await world.store.db.selectFrom('service_case').select('state').where('id', '=', body.caseId).executeTakeFirst())
        ?.state
    world.provisioning.start()
    await world.advance(12_000)
    expect(await stateOfCase()).toBe('waiting')
    await world.advance(30_000)
    expect(await stateOfCase()).toBe('done')
  })
})

async function stateOf(world: SaleWorld, msisdn: string): Promise<string | undefined> {
  const row = await world.store.db
    .selectFrom('phone_number')
    .select('state')
    .where('id', '=', msisdn)
    .executeTakeFirst()
  return row?.state
}

/** A case for a branch of the bakery that has its class, at Luc's desk. */
async function ready() {
  const world = await openSaleWorld(await stores.open())
  const luc: SaleDesk = await world.desk('luc')
  const companies = await world.store.db.selectFrom('company').select('id').orderBy('id').limit(2).execute()
  const [bakery = '', branch = ''] = companies.map(({ id }) => id)
  const sale = saleOf(world.ids)
  await world.store.db.updateTable('company').set({ limit_minor: 2_000_000 }).where('id', '=', bakery).execute()
  await luc.push('interaction.openCase', { ...sale.open, customerId: branch })
  await luc.push('credit.requestDecision', { ...structuredClone(sale.credit), customerId: branch })
  const body = { batchId: world.ids.next(), caseId: sale.id.case, customerId: branch, payerId: bakery }
  return { world, luc, body, bakery }
}

function aLine(world: SaleWorld, sim: 'card' | 'eSim' = 'card') {
  return {
    orderId: world.ids.next(),
    productId: world.ids.next(),
    planId: 'mobile-m',
    msisdn: null as string | null,
    sim,
    userName: 'Karim Haddad',
    purchaseOrder: 'PO-7',
  }
}
