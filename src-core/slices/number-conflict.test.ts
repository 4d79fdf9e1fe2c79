import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { postgresStores, sqliteStores } from '../db/test-store.ts'
import { knownPeople } from '../seed/known-people.ts'
import type { Sale, SaleWorld } from './test-sale.ts'
import { openSaleWorld, saleDay, saleOf, sell } from './test-sale.ts'

const taken = '+33639987777'

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`a number wanted twice, on ${stores.name}`, () => {
    const openWorld = async (): Promise<SaleWorld> => openSaleWorld(await stores.open())
    afterEach(() => stores.closeOpened())
    afterAll(() => stores.stop())

    const numberOf = async ({ store }: SaleWorld, msisdn: string) =>
      store.db.selectFrom('phone_number').selectAll().where('id', '=', msisdn).executeTakeFirstOrThrow()

    /** Anna sells +33639987777 while Luc's sale of it, signed offline, is still on his desk. */
    const takenMeanwhile = async (world: SaleWorld): Promise<{ readonly sale: Sale; readonly order: string }> => {
      const anna = saleOf(world.ids, { person: knownPeople.classA })
      await sell(await world.desk('anna'), anna)
      const luc = await world.desk('luc')
      const sale = saleOf(world.ids)
      const answer = await sell(luc, sale)
      expect(answer).toMatchObject({
        result: 'conflict',
        code: 'NUMBER_TAKEN',
        snapshot: { msisdn: taken, heldBy: 'Call centre, seat 14', takenAt: saleDay },
      })
      return { sale, order: answer.command }
    }

    const otherNumber = (world: SaleWorld, sale: Sale, msisdn: string) =>
      ({
        orderId: sale.id.order,
        caseId: sale.id.case,
        customerId: sale.id.customer,
        msisdn,
        addendumId: world.ids.next(),
        acceptedBy: 'customerByPhone',
      }) as const

    test('fault 32: two desks that hold one number at the same moment: one has it, the other hears who', async () => {
      const world = await openWorld()
      const [anna, luc] = [await world.desk('anna'), await world.desk('luc')]
      const sales = [saleOf(world.ids), saleOf(world.ids)] as const
      const answers = await Promise.all([
        anna.push('number.reserveNumber', sales[0].reserve),
        luc.push('number.reserveNumber', sales[1].reserve),
      ])
      expect(answers.map((answer) => answer.result).sort()).toEqual(['applied', 'conflict'])
      const row = await numberOf(world, taken)
      expect(row).toMatchObject({ state: 'reserved', held_until: saleDay + 30 * 60_000 })
      const loser = answers.find((answer) => answer.result === 'conflict')
      expect(loser).toMatchObject({
        code: 'NUMBER_TAKEN',
        snapshot: { msisdn: taken, heldBy: row.held_by, takenAt: saleDay },
      })
      expect(loser).toMatchObject({
        choices: [
          { kind: 'useNumber', value: '+33639985777' },
          { kind: 'useNumber' },
          { kind: 'showNumbers' },
          { kind: 'withdraw' },
        ],
      })
    })

    test('fault 25: two desks that order one number at the same moment: one line, one conflict, nothing half done', async () => {
      const world = await openWorld()
      const [anna, luc] = [await world.desk('anna'), await world.desk('luc')]
      const first = saleOf(world.ids)
      const second = saleOf(world.ids, { person: knownPeople.classA })
      await sell(anna, first, 'pay', ['reserve'])
      await sell(luc, second, 'pay', ['reserve'])
      const answers = await Promise.all([
        anna.push('order.submitOrder', first.submit),
        luc.push('order.submitOrder', second.submit),
      ])
      expect(answers.map((answer) => answer.result).sort()).toEqual(['applied', 'conflict'])
      const { db } = world.store
      expect(await db.selectFrom('product_order').select('id').execute()).toHaveLength(1)
      expect(await db.selectFrom('sim_card').select('id').where('state', '=', 'assigned').execute()).toHaveLength(1)
      expect(await db.selectFrom('order_task').select('id').execute()).toHaveLength(6)
    })

    test('another number settles it, with an addendum beside the signed contract', async () => {
      const world = await openWorld()
      const { sale, order } = await takenMeanwhile(world)
      const luc = await world.desk('luc')
      const body = otherNumber(world, sale, '+33639985777')
      expect(await luc.push('order.chooseOtherNumber', body, { resolves: order })).toMatchObject({ result: 'applied' })
      const { db } = world.store
      const placed = await db
        .selectFrom('product_order')
        .selectAll()
        .where('id', '=', sale.id.order)
        .executeTakeFirstOrThrow()
      expect(placed).toMatchObject({ state: 'inProgress', msisdn: '+33639985777' })
      const agreements = await db
        .selectFrom('agreement')
        .selectAll()
        .where('case_id', '=', sale.id.case)
        .orderBy('id')
        .execute()
      const numbers = agreements.map((row) => [row.id, row.parent_id, JSON.parse(row.terms).msisdn])
      expect(numbers).toContainEqual([sale.id.agreement, null, taken])
      expect(numbers).toContainEqual([body.addendumId, sale.id.agreement, '+33639985777'])
      await world.advance(20_000)
      await world.provisioning.tick()
      const after = await db.selectFrom('agreement').select('state').where('case_id', '=', sale.id.case).execute()
      expect(after.map((row) => row.state)).toEqual(['inForce', 'inForce'])
    })

    test('another number that is taken too is a conflict again, and a third one settles both', async () => {
      const world = await openWorld()
      const { sale, order } = await takenMeanwhile(world)
      const luc = await world.desk('luc')
      const used = await world.store.db
        .selectFrom('phone_number')
        .select('id')
        .where('state', '=', 'assigned')
        .orderBy('id')
        .executeTakeFirstOrThrow()
      const second = await luc.push('order.chooseOtherNumber', otherNumber(world, sale, used.id), { resolves: order })
      expect(second).toMatchObject({ result: 'conflict', code: 'NUMBER_TAKEN' })
      const third = otherNumber(world, sale, '+33639985777')
      expect(await luc.push('order.chooseOtherNumber', third, { resolves: second.command })).toMatchObject({
        result: 'applied',
      })
      const open = await world.store.db
        .selectFrom('ledger')
        .select('id')
        .where('result', '=', 'conflict')
        .where('type', 'like', 'order.%')
        .where('resolved_by', 'is', null)
        .execute()
      expect(open).toEqual([])
      expect(
        await luc.push('order.chooseOtherNumber', otherNumber(world, sale, '+33639980413'), { resolves: order }),
      ).toMatchObject({
        result: 'rejected',
        code: 'NOTHING_TO_RESOLVE',
      })
    })

    test('withdrawn, the contract ends without cost and everything held is free', async () => {
      const world = await openWorld()
      const { sale, order } = await takenMeanwhile(world)
      const luc = await world.desk('luc')
      const { order: orderId, case: caseId, customer: customerId, agreement: agreementId } = sale.id
      const body = { orderId, caseId, customerId, agreementId, shiftId: null }
      expect(await luc.push('order.withdrawOrder', body, { resolves: order })).toMatchObject({ result: 'applied' })
      const { db } = world.store
      const stateOf = async (table: 'agreement' | 'product_order' | 'service_case', id: string) =>
        (await db.selectFrom(table).select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
      expect(await stateOf('agreement', agreementId)).toBe('withdrawn')
      expect(await stateOf('product_order', orderId)).toBe('cancelled')
      expect(await stateOf('service_case', caseId)).toBe('abandoned')
      const customer = await db
        .selectFrom('customer')
        .selectAll()
        .where('id', '=', customerId)
        .executeTakeFirstOrThrow()
      expect(customer.contract_signed_at).toBeNull()
      const payments = await db
        .selectFrom('payment')
        .select(['method', 'amount_minor', 'taken_by'])
        .where('agreement_id', '=', agreementId)
        .orderBy('amount_minor')
        .execute()
      expect(payments).toMatchObject([
        { method: 'refund', amount_minor: -1000, taken_by: 'Luc' },
        { method: 'cash', amount_minor: 1000 },
      ])
      expect(await luc.push('order.withdrawOrder', body, { resolves: order })).toMatchObject({
        code: 'NOTHING_TO_RESOLVE',
      })
    })

    test('a case holds one number at a time, and its own again without loss', async () => {
      const world = await openWorld()
      const desk = await world.desk('luc')
      const sale = saleOf(world.ids)
      await desk.push('number.reserveNumber', sale.reserve)
      await world.advance(60_000)
      expect((await desk.push('number.reserveNumber', sale.reserve)).result).toBe('applied')
      expect((await numberOf(world, taken)).held_until).toBe(saleDay + 31 * 60_000)
      await desk.push('number.reserveNumber', { ...sale.reserve, msisdn: '+33639985777' })
      expect(await numberOf(world, taken)).toMatchObject({ state: 'free', case_id: null, held_until: null })
      expect(await numberOf(world, '+33639985777')).toMatchObject({ state: 'reserved', case_id: sale.id.case })
    })

    test('a hold past its hour is for whoever asks first; the job frees the others', async () => {
      const world = await openWorld()
      const desk = await world.desk('luc')
      const [late, next, other] = [saleOf(world.ids), saleOf(world.ids), saleOf(world.ids)]
      await desk.push('number.reserveNumber', late.reserve)
      await desk.push('number.reserveNumber', { ...other.reserve, msisdn: '+33639985777' })
      await world.advance(29 * 60_000)
      await world.holds.tick()
      expect((await numberOf(world, taken)).state).toBe('reserved')
      await world.advance(60_000)
      expect((await desk.push('number.reserveNumber', next.reserve)).result).toBe('applied')
      await world.holds.tick()
      expect(await numberOf(world, taken)).toMatchObject({ state: 'reserved', case_id: next.id.case })
      expect(await numberOf(world, '+33639985777')).toMatchObject({ state: 'free', case_id: null })
    })

    test('a late order keeps the number of its hold when nobody else took it', async () => {
      const world = await openWorld()
      const desk = await world.desk('luc')
      const sale = saleOf(world.ids)
      await sell(desk, sale, 'pay')
      await world.advance(45 * 60_000)
      expect((await desk.push('order.submitOrder', sale.submit)).result).toBe('applied')
    })
  })
