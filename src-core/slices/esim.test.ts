import { afterEach, expect, test } from 'vitest'
import { readActivationCode } from '#shared/domain/number/activation-code.ts'
import { sqliteStores } from '../db/test-store.ts'
import { openSaleWorld, saleOf, sell } from './test-sale.ts'

const stores = sqliteStores()
afterEach(() => stores.closeOpened())

test('an eSIM brings its activation code with the line it is given to, and no sooner; a card has none', async () => {
  const world = await openSaleWorld(await stores.open())
  const { db } = world.store
  const inStock = await db.selectFrom('sim_card').select('activation_code').distinct().execute()
  expect(inStock).toEqual([{ activation_code: '' }])
  const sale = saleOf(world.ids, { terms: { sim: 'eSim', dueNowMinor: 0, totalMinor: 59_760 } })
  const luc = await world.desk('luc')
  await sell(luc, sale, 'sign')
  expect(await luc.push('order.submitOrder', { ...sale.submit, sim: 'eSim' })).toMatchObject({ result: 'applied' })
  const [taken] = await db
    .selectFrom('sim_card')
    .select(['id', 'activation_code'])
    .where('product_id', '=', sale.id.product)
    .execute()
  expect(readActivationCode(taken?.activation_code ?? '')).toMatchObject({ address: 'smdp.northline.example' })
  const secret = await db
    .selectFrom('sim_secret')
    .select('activation_code')
    .where('iccid', '=', taken?.id ?? '')
    .executeTakeFirstOrThrow()
  expect(secret.activation_code).toBe(taken?.activation_code)
})
