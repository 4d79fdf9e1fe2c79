import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { CoreStore } from '../db/open-core-database.ts'
import { postgresStores, sqliteStores } from '../db/test-store.ts'
import { issueLease } from '../lease/issue-lease.ts'
import type { SaleDesk, SaleWorld } from './test-sale.ts'
import { openSaleWorld, saleOf, sell } from './test-sale.ts'

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`a price signed under a lease, on ${stores.name}`, () => {
    const open: CoreStore[] = []
    afterEach(async () => {
      for (const store of open.splice(0)) await store.close()
    })
    afterAll(() => stores.stop())

    async function openDesk(): Promise<{ readonly world: SaleWorld; readonly desk: SaleDesk }> {
      const store = await stores.open()
      open.push(store)
      const world = await openSaleWorld(store)
      return { world, desk: await world.desk('luc') }
    }
    async function lease(world: SaleWorld): Promise<void> {
      const { db } = world.store
      const user = await db.selectFrom('app_user').selectAll().where('login', '=', 'luc').executeTakeFirstOrThrow()
      const device = await db.selectFrom('device').selectAll().executeTakeFirstOrThrow()
      await issueLease({ store: world.store, clock: world.clock, ids: world.ids }, user, device)
    }
    const reports = (world: SaleWorld) => world.store.db.selectFrom('price_report').selectAll().execute()
    const setPlan = (world: SaleWorld, set: { monthly_minor?: number; valid_until?: string }) =>
      world.store.db.updateTable('offer').set(set).where('id', '=', 'mobile-m').execute()

    test('fault 24: a price changed while the order was queued: it is applied as signed, and the operator is told', async () => {
      const { world, desk } = await openDesk()
      await lease(world)
      await setPlan(world, { monthly_minor: 9990 })
      await lease(world) // the desk came online before its order did
      const sale = saleOf(world.ids)
      expect(await sell(desk, sale)).toMatchObject({ result: 'applied' })
      const product = await world.store.db
        .selectFrom('product')
        .select('monthly_minor')
        .where('id', '=', sale.id.product)
        .executeTakeFirst()
      expect(product?.monthly_minor).toBe(2490)
      expect(await reports(world)).toMatchObject([
        { agreement_id: sale.id.agreement, field: 'monthlyMinor', signed: '2490', reason: 'differs' },
      ])
    })

    test('fault 24: the price list gone and the offer ended while the order was queued: applied all the same', async () => {
      const { world, desk } = await openDesk()
      await lease(world)
      await world.store.db.updateTable('price_list').set({ valid_until: '2026-10-01' }).execute()
      await setPlan(world, { valid_until: '2026-10-01' })
      expect(await sell(desk, saleOf(world.ids))).toMatchObject({ result: 'applied' })
      expect(await reports(world)).toMatchObject([{ field: 'offer', signed: 'mobile-m', reason: 'OFFER_ENDED' }])
    })

    test('a price that no lease ever gave stays a conflict, however many leases there are', async () => {
      const { world, desk } = await openDesk()
      await lease(world)
      const sale = saleOf(world.ids, { terms: { monthlyMinor: 100 } })
      expect(await sell(desk, sale)).toMatchObject({ result: 'conflict', code: 'PRICE_DIFFERS' })
      expect(await reports(world)).toEqual([])
    })

    test('a day outside of the lease is not the lease’s', async () => {
      const { world, desk } = await openDesk()
      await lease(world)
      await setPlan(world, { monthly_minor: 9990 })
      const sale = saleOf(world.ids, { terms: { signedOn: '2026-10-27' } })
      expect(await sell(desk, sale)).toMatchObject({ result: 'conflict', code: 'PRICE_DIFFERS' })
    })

    test('at today’s price nothing is reported', async () => {
      const { world, desk } = await openDesk()
      await lease(world)
      expect(await sell(desk, saleOf(world.ids))).toMatchObject({ result: 'applied' })
      expect(await reports(world)).toEqual([])
    })
  })
