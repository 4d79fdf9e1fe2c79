import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { postgresStores, sqliteStores } from '../db/test-store.ts'
import type { Sale, SaleWorld } from '../slices/test-sale.ts'
import { openSaleWorld, saleDay, saleOf, sell } from '../slices/test-sale.ts'
import { createProvisioning } from './provisioning.ts'

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`provisioning on ${stores.name}`, () => {
    const openSold = async (msisdn: string): Promise<{ readonly world: SaleWorld; readonly sale: Sale }> => {
      const world = await openSaleWorld(await stores.open())
      const sale = saleOf(world.ids, { msisdn })
      expect((await sell(await world.desk('luc'), sale)).result).toBe('applied')
      return { world, sale }
    }
    afterEach(() => stores.closeOpened())
    afterAll(() => stores.stop())

    const taskOf = (world: SaleWorld, kind: string) =>
      world.store.db.selectFrom('order_task').selectAll().where('kind', '=', kind).executeTakeFirstOrThrow()
    const orderOf = (world: SaleWorld) =>
      world.store.db.selectFrom('product_order').selectAll().executeTakeFirstOrThrow()

    test('tasks go one after the other, by their plan', async () => {
      const { world } = await openSold('+33639985777')
      world.provisioning.start()
      await world.advance(3_000)
      const tasks = await world.store.db.selectFrom('order_task').selectAll().orderBy('position').execute()
      expect(tasks.map((task) => [task.kind, task.state])).toEqual([
        ['orderAccepted', 'completed'],
        ['numberAssigned', 'completed'],
        ['simRegistered', 'inProgress'],
        ['callsAndSms', 'acknowledged'],
        ['data', 'acknowledged'],
        ['billing', 'acknowledged'],
      ])
      expect(tasks.every((task) => task.is_late === 0)).toBe(true)
    })

    test('a number ending in 13 has its calls late by 20 seconds, then goes on by itself', async () => {
      const { world } = await openSold('+33639980413')
      world.provisioning.start()
      await world.advance(8_000)
      const late = await taskOf(world, 'callsAndSms')
      expect(late).toMatchObject({
        state: 'inProgress',
        is_late: 1,
        cause: 'PLATFORM_SILENT',
        planned_end: saleDay + 6_500,
      })
      expect(late.retry_at).toBeGreaterThan(world.clock.now())
      await world.advance(17_000)
      expect((await taskOf(world, 'callsAndSms')).state).toBe('inProgress')
      await world.advance(2_000)
      expect(await taskOf(world, 'callsAndSms')).toMatchObject({
        state: 'completed',
        is_late: 0,
        cause: '',
        retry_at: null,
      })
      expect(await taskOf(world, 'data')).toMatchObject({ is_late: 0, planned_end: saleDay + 29_000 })
      await world.advance(4_000)
      expect((await orderOf(world)).state).toBe('completed')
    })

    test('a number ending in 66 has its data stuck until back office completes it', async () => {
      const { world, sale } = await openSold('+33639981966')
      world.provisioning.start()
      await world.advance(60_000)
      const stuck = await taskOf(world, 'data')
      expect(stuck).toMatchObject({ state: 'held', cause: 'PROFILE_REFUSED', owner: 'Zoé' })
      expect(stuck.answer_by).toBeGreaterThan(world.clock.now())
      expect(await orderOf(world)).toMatchObject({ state: 'held', hold_reason: 'PROFILE_REFUSED' })
      const zoe = await world.desk('zoe')
      const body = { taskId: stuck.id, orderId: sale.id.order, note: 'Profile written by hand' }
      const old = await zoe.push('provisioning.completeTask', body, { base: { [`order_task:${stuck.id}`]: 1 } })
      expect(old).toMatchObject({ result: 'conflict', code: 'STALE_VERSION' })
      const seen = { base: { [`order_task:${stuck.id}`]: stuck.version } }
      expect(await zoe.push('provisioning.completeTask', body, seen)).toMatchObject({ result: 'applied' })
      expect(await taskOf(world, 'data')).toMatchObject({ state: 'completed', ended_at: world.clock.now(), cause: '' })
      expect(await orderOf(world)).toMatchObject({ state: 'inProgress', hold_reason: '' })
      await world.advance(2_000)
      expect((await orderOf(world)).state).toBe('completed')
    })

    test('after a pause of the core everything due is done at once', async () => {
      const { world } = await openSold('+33639985777')
      await world.advance(3_600_000)
      await world.provisioning.tick()
      expect((await orderOf(world)).state).toBe('completed')
    })

    test('two workers at once do each task once', async () => {
      const { world } = await openSold('+33639985777')
      await world.advance(3_600_000)
      const other = createProvisioning({ core: world.store, clock: world.clock, timers: world.timers })
      await Promise.all([world.provisioning.tick(), other.tick()])
      await world.provisioning.tick()
      const tasks = await world.store.db.selectFrom('order_task').selectAll().orderBy('position').execute()
      // made, started, completed: version 3 and no more
      expect(tasks.map((task) => [task.state, task.version])).toEqual(tasks.map(() => ['completed', 3]))
    })
  })
