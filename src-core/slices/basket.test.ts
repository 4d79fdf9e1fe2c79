import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { sqliteStores } from '../db/test-store.ts'
import type { SaleDesk, SaleWorld } from './test-sale.ts'
import { openSaleWorld, saleOf, sell } from './test-sale.ts'

const stores = sqliteStores()
const openDesk = async (login = 'luc'): Promise<{ readonly world: SaleWorld; readonly desk: SaleDesk }> => {
  const world = await openSaleWorld(await stores.open())
  return { world, desk: await world.desk(login) }
}
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

describe('the core, of what was signed, refuses', () => {
  test('a price that the list does not give: a conflict for a person, and nothing is placed', async () => {
    for (const terms of [{ monthlyMinor: 100 }, { totalMinor: 1 }, { priceListId: 'prices-of-another-market' }]) {
      const { world, desk } = await openDesk()
      const sale = saleOf(world.ids, { terms })
      expect(await sell(desk, sale)).toMatchObject({
        result: 'conflict',
        code: 'PRICE_DIFFERS',
        choices: [{ kind: 'withdraw' }],
      })
      expect(await world.store.db.selectFrom('product_order').select('id').execute()).toEqual([])
    }
  })

  test('not a price signed under a list that has a successor: it binds us', async () => {
    const { world, desk } = await openDesk()
    const list = await world.store.db.selectFrom('price_list').selectAll().executeTakeFirstOrThrow()
    const next = { ...list, id: 'prices-2', valid_from: '2026-10-22' }
    await world.store.db.insertInto('price_list').values(next).execute()
    await world.store.db.updateTable('offer').set({ monthly_minor: 9990 }).where('id', '=', 'mobile-m').execute()
    const sale = saleOf(world.ids)
    expect((await sell(desk, sale)).result).toBe('applied')
    const product = await world.store.db
      .selectFrom('product')
      .select('monthly_minor')
      .where('id', '=', sale.id.product)
      .executeTakeFirst()
    expect(product?.monthly_minor).toBe(2490)
  })

  test.each([
    ['mobile-flex-company', 'OFFER_COMPANIES_ONLY'],
    ['mobile-second-line', 'OFFER_NEEDS_LINE'],
    ['mobile-summer', 'OFFER_ENDED'],
  ])('a signed %s that the customer may not have', async (planId, reason) => {
    const { world, desk } = await openDesk()
    expect(await sell(desk, saleOf(world.ids, { planId }))).toMatchObject({
      result: 'rejected',
      code: 'OFFER_NOT_ALLOWED',
      details: { offerId: planId, reason },
    })
  })

  test('whatever touches a case, a customer or a contract of another market, and changes nothing there', async () => {
    const { world, desk } = await openDesk()
    const sale = saleOf(world.ids)
    await sell(desk, sale, 'sign')
    const { db } = world.store
    for (const table of ['customer', 'service_case', 'agreement'] as const)
      await db.updateTable(table).set({ scope: 'lyon' }).where('scope', '=', 'nancy').execute()
    const answers = [
      await desk.push('interaction.saveCaseStep', sale.step),
      await desk.push('interaction.closeCase', { caseId: sale.id.case, outcome: 'abandon' }),
      await desk.push('identity.recordEvidence', { ...sale.evidence, evidenceId: world.ids.next() }),
      await desk.push('contract.signContract', { ...sale.sign, agreementId: world.ids.next() }),
      await desk.push('payment.recordPayment', sale.pay),
      await desk.push('order.submitOrder', sale.submit),
    ]
    expect(answers.map((answer) => ('code' in answer ? answer.code : answer.result))).toEqual(
      answers.map(() => 'ROLE_NOT_ALLOWED'),
    )
    expect(await db.selectFrom('payment').select('id').execute()).toEqual([])
    expect(await db.selectFrom('product_order').select('id').execute()).toEqual([])
  })
})
