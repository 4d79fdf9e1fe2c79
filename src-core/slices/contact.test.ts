import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { postgresStores, sqliteStores } from '../db/test-store.ts'
import { openSaleWorld, saleOf, sell } from './test-sale.ts'

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`how a customer is reached, on ${stores.name}`, () => {
    afterEach(() => stores.closeOpened())
    afterAll(() => stores.stop())

    test('fault 20: two desks on one field: the first is kept, the second hears who it was and chooses', async () => {
      const world = await openSaleWorld(await stores.open())
      const [anna, luc] = [await world.desk('anna'), await world.desk('luc')]
      const sale = saleOf(world.ids)
      await sell(anna, sale, 'evidence')
      const row = await world.store.db
        .selectFrom('customer')
        .selectAll()
        .where('id', '=', sale.id.customer)
        .executeTakeFirstOrThrow()
      const change = { customerId: row.id, caseId: null, field: 'email', from: row.email } as const
      expect(await anna.push('customer.changeContact', { ...change, to: 'anna@example.org' })).toMatchObject({
        result: 'applied',
      })
      expect(await luc.push('customer.changeContact', { ...change, to: 'luc@example.org' })).toMatchObject({
        result: 'conflict',
        code: 'FIELD_CHANGED',
        snapshot: { field: 'email', value: 'anna@example.org', changedBy: 'Anna' },
        choices: [{ kind: 'useMine', value: 'luc@example.org' }],
      })
      // another field of the same customer is nobody's conflict, and the same value again is already so
      const number = { customerId: row.id, caseId: null, field: 'contactNumber', from: row.contact_number } as const
      expect(await luc.push('customer.changeContact', { ...number, to: '+33639980001' })).toMatchObject({
        result: 'applied',
      })
      expect(await luc.push('customer.changeContact', { ...number, to: '+33639980001' })).toMatchObject({
        result: 'applied',
      })
      const after = await world.store.db
        .selectFrom('customer')
        .select(['email', 'contact_number'])
        .where('id', '=', row.id)
        .executeTakeFirstOrThrow()
      expect(after).toEqual({ email: 'anna@example.org', contact_number: '+33639980001' })
    })

    test('two desks move one customer: the first address is kept, the second agent hears of it and chooses', async () => {
      const world = await openSaleWorld(await stores.open())
      const [anna, luc] = [await world.desk('anna'), await world.desk('luc')]
      const sale = saleOf(world.ids)
      await sell(anna, sale, 'evidence')
      const from = '12 rue des Glacis, 54000 Nancy'
      const moved = { customerId: sale.id.customer, caseId: null, from }
      const toMetz = { street: '3 rue Serpenoise', postalCode: '57000', town: 'Metz' }
      expect(await anna.push('customer.changeAddress', { ...moved, address: toMetz })).toMatchObject({
        result: 'applied',
      })
      expect(await luc.push('customer.changeAddress', { ...moved, address: toMetz })).toMatchObject({
        result: 'applied',
      })
      const toLyon = { street: '1 place Bellecour', postalCode: '69002', town: 'Lyon' }
      expect(await luc.push('customer.changeAddress', { ...moved, address: toLyon })).toMatchObject({
        result: 'conflict',
        snapshot: { field: 'address', value: '3 rue Serpenoise, 57000 Metz', changedBy: 'Anna' },
        choices: [{ kind: 'useMine', value: '1 place Bellecour, 69002 Lyon' }],
      })
      const row = await world.store.db
        .selectFrom('customer')
        .select(['street', 'postal_code', 'town'])
        .where('id', '=', sale.id.customer)
        .executeTakeFirst()
      expect(row).toEqual({ street: toMetz.street, postal_code: '57000', town: 'Metz' })
    })
  })
