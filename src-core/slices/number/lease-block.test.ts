import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { postgresStores, sqliteStores } from '#core/db/test-store.ts'
import type { SaleDesk, SaleWorld } from '../test-sale.ts'
import { openSaleWorld, saleDay, saleOf, sell } from '../test-sale.ts'

const dayMs = 86_400_000

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`blocks of numbers and SIMs, on ${stores.name}`, () => {
    const open: CoreStore[] = []
    afterEach(async () => {
      for (const store of open.splice(0)) await store.close()
    })
    afterAll(() => stores.stop())

    /** Two desks with somebody signed in, and their blocks. */
    const withBlocks = async () => {
      const store = await stores.open()
      open.push(store)
      const world = await openSaleWorld(store)
      const [luc, anna] = [await world.desk('luc'), await world.desk('anna')]
      for (const desk of [luc, anna])
        await store.db
          .insertInto('app_session')
          .values({
            token_hash: desk.id,
            user_id: desk.userId,
            device_id: desk.id,
            created_at: saleDay,
            until: saleDay + dayMs / 2,
          })
          .execute()
      await world.blocks.tick()
      return { world, luc, anna }
    }

    const blockOf = async ({ store }: SaleWorld, desk: SaleDesk): Promise<readonly string[]> => {
      const rows = await store.db
        .selectFrom('phone_number')
        .select('id')
        .where('leased_to', '=', desk.id)
        .where('state', '=', 'leased')
        .orderBy('id')
        .execute()
      return rows.map(({ id }) => id)
    }
    const firstOf = (block: readonly string[]): string => block[0] ?? ''
    const numberOf = async ({ store }: SaleWorld, id: string) =>
      store.db.selectFrom('phone_number').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

    test('every desk that is there gets its own; numbers people wish for stay for all', async () => {
      const { world, luc, anna } = await withBlocks()
      const [lucs, annas] = [await blockOf(world, luc), await blockOf(world, anna)]
      expect([lucs.length, annas.length]).toEqual([20, 20])
      expect(lucs.filter((id) => annas.includes(id))).toEqual([])
      expect((await numberOf(world, '+33639987777')).state).toBe('free')
      await world.blocks.tick()
      expect(await blockOf(world, luc)).toEqual(lucs)
    })

    test('without the core two desks choose from their own and both hold; another desk’s is a conflict with choices', async () => {
      const { world, luc, anna } = await withBlocks()
      const number = firstOf(await blockOf(world, luc))
      const [lucs, annas] = [saleOf(world.ids, { msisdn: number }), saleOf(world.ids, { msisdn: number })]
      expect(await anna.push('number.reserveNumber', annas.reserve)).toMatchObject({
        result: 'conflict',
        code: 'NUMBER_TAKEN',
        choices: [{ kind: 'useNumber' }, { kind: 'useNumber' }, { kind: 'showNumbers' }, { kind: 'withdraw' }],
      })
      expect((await luc.push('number.reserveNumber', lucs.reserve)).result).toBe('applied')
      expect(await numberOf(world, number)).toMatchObject({ state: 'reserved', leased_to: luc.id })
      const other = firstOf(await blockOf(world, anna))
      expect((await anna.push('number.reserveNumber', { ...annas.reserve, msisdn: other })).result).toBe('applied')
    })

    test('let go, a number is its desk’s again; sold, it is nobody’s block any more', async () => {
      const { world, luc } = await withBlocks()
      const [first, second] = await blockOf(world, luc)
      const sale = saleOf(world.ids, { msisdn: second ?? '' })
      await luc.push('interaction.openCase', sale.open)
      await luc.push('number.reserveNumber', { ...sale.reserve, msisdn: first ?? '' })
      await luc.push('number.reserveNumber', sale.reserve)
      expect(await numberOf(world, first ?? '')).toMatchObject({ state: 'leased', leased_to: luc.id, case_id: null })
      expect((await sell(luc, { ...sale, open: { ...sale.open, caseId: sale.id.case } })).result).toBe('applied')
      expect(await numberOf(world, second ?? '')).toMatchObject({ state: 'assigned', leased_to: null })
    })

    test('the card is taken from the desk’s own drawer', async () => {
      const { world, luc } = await withBlocks()
      const { db } = world.store
      const drawer = await db.selectFrom('sim_card').select('id').where('leased_to', '=', luc.id).execute()
      expect(drawer).toHaveLength(10)
      const sale = saleOf(world.ids)
      await sell(luc, sale)
      const order = await db
        .selectFrom('product_order')
        .select('iccid')
        .where('id', '=', sale.id.order)
        .executeTakeFirstOrThrow()
      expect(drawer.map(({ id }) => id)).toContain(order.iccid)
    })

    test('a desk away for a week gives its block back, one that is revoked at once', async () => {
      const { world, luc, anna } = await withBlocks()
      await world.store.db.updateTable('device').set({ revoked_at: saleDay }).where('id', '=', anna.id).execute()
      await world.blocks.tick()
      expect([(await blockOf(world, luc)).length, (await blockOf(world, anna)).length]).toEqual([20, 0])
      await world.advance(6 * dayMs)
      await world.blocks.tick()
      expect(await blockOf(world, luc)).toHaveLength(20)
      await world.advance(dayMs)
      await world.blocks.tick()
      expect(await blockOf(world, luc)).toEqual([])
      const { db } = world.store
      expect(await db.selectFrom('sim_card').select('id').where('state', '=', 'leased').execute()).toEqual([])
    })
  })
