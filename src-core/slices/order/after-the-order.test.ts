import { afterAll, afterEach, expect, test } from 'vitest'
import { sqliteStores } from '#core/db/test-store.ts'
import { knownPeople } from '#core/seed/known-people.ts'
import { seedId } from '#core/seed/seed-ids.ts'
import type { SaleWorld } from '../test-sale.ts'
import { openSaleWorld, saleOf, sell } from '../test-sale.ts'

const stores = sqliteStores()
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

const jana = seedId(1, 'customer', 0)
const accountOf = async ({ store }: SaleWorld, id: string): Promise<string | null> =>
  (await store.db.selectFrom('customer').select('account_number').where('id', '=', id).executeTakeFirstOrThrow())
    .account_number

test('a new customer has an account with the first order, each another one, and a known one keeps theirs', async () => {
  const world = await openSaleWorld(await stores.open())
  const luc = await world.desk('luc')
  const [first, second] = [
    saleOf(world.ids),
    saleOf(world.ids, { person: knownPeople.classA, msisdn: '+33639985777' }),
  ] as const
  for (const sale of [first, second]) expect((await sell(luc, sale)).result).toBe('applied')
  expect([await accountOf(world, first.id.customer), await accountOf(world, second.id.customer)]).toEqual([
    '5000001',
    '5000002',
  ])
  expect(await accountOf(world, jana)).toBe('100001')
})

test('another customer of ours may get the bills of a person; a prospect, or nobody of ours, may not', async () => {
  const world = await openSaleWorld(await stores.open())
  const luc = await world.desk('luc')
  const sale = saleOf(world.ids)
  const prospect = saleOf(world.ids)
  await luc.push('customer.createProspect', prospect.prospect)
  await sell(luc, sale, 'pay')
  const paidBy = (payerId: string) => ({ ...sale.submit, line: { userName: '', payerId, purchaseOrder: '' } })
  for (const payer of [prospect.id.customer, world.ids.next()])
    expect(await luc.push('order.submitOrder', paidBy(payer))).toMatchObject({ code: 'PAYER_UNKNOWN' })
  expect(await luc.push('order.submitOrder', paidBy(jana))).toMatchObject({ result: 'applied' })
  const line = await world.store.db
    .selectFrom('product')
    .select('payer_id')
    .where('id', '=', sale.id.product)
    .executeTakeFirstOrThrow()
  expect(line.payer_id).toBe(jana)
})

test('what a class is decided by is the core’s own sum of the offer, whatever the desk says', async () => {
  const world = await openSaleWorld(await stores.open())
  const luc = await world.desk('luc')
  const sale = saleOf(world.ids, { person: knownPeople.classC })
  await sell(luc, sale, 'evidence')
  await luc.push('interaction.saveCaseStep', structuredClone(sale.step))
  // 40 times the 24.90 of the plan is 996.00: this income lifts class C, had the plan cost what the desk says it would not
  const asked = { ...sale.credit, monthlyMinor: 900_000, incomeMinor: 99_600 }
  expect(await luc.push('credit.requestDecision', asked)).toMatchObject({ result: 'applied' })
  const decision = await world.store.db
    .selectFrom('credit_decision')
    .select('class')
    .where('id', '=', sale.credit.decisionId)
    .executeTakeFirstOrThrow()
  expect(decision.class).toBe('B')
})
