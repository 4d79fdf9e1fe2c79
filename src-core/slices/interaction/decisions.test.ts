import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { postgresStores, sqliteStores } from '#core/db/test-store.ts'
import { knownPeople } from '#core/seed/known-people.ts'
import type { Sale, SaleDesk, SaleWorld } from '../test-sale.ts'
import { openSaleWorld, saleDay, saleOf, sell } from '../test-sale.ts'

const minuteMs = 60_000

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`a refusal is a task of the team, on ${stores.name}`, () => {
    const open: CoreStore[] = []
    const openWorld = async (): Promise<SaleWorld> => {
      const store = await stores.open()
      open.push(store)
      return openSaleWorld(store)
    }
    afterEach(async () => {
      for (const store of open.splice(0)) await store.close()
    })
    afterAll(() => stores.stop())

    const taskOf = async ({ store }: SaleWorld, id: string) =>
      store.db.selectFrom('decision_task').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

    interface Taken {
      readonly world: SaleWorld
      readonly luc: SaleDesk
      readonly sale: Sale
      readonly order: string
    }

    /** Anna sells a number while Luc's sale of it, signed offline, is still on his desk. */
    const numberTaken = async (): Promise<Taken> => {
      const world = await openWorld()
      await sell(await world.desk('anna'), saleOf(world.ids, { person: knownPeople.classA }))
      const luc = await world.desk('luc')
      const sale = saleOf(world.ids)
      const { command } = await sell(luc, sale)
      return { world, luc, sale, order: command }
    }

    const otherNumber = ({ world, sale }: Taken) =>
      ({
        orderId: sale.id.order,
        caseId: sale.id.case,
        customerId: sale.id.customer,
        msisdn: '+33639985777',
        addendumId: world.ids.next(),
        acceptedBy: 'customerByPhone',
      }) as const

    test('it says who entered what, where, about whom, and is its actor’s for half an hour', async () => {
      const { world, luc, sale, order } = await numberTaken()
      const task = await taskOf(world, order)
      expect(task).toMatchObject({
        scope: 'nancy',
        state: 'open',
        type: 'order.submitOrder',
        result: 'conflict',
        code: 'NUMBER_TAKEN',
        case_id: sale.id.case,
        customer_id: sale.id.customer,
        order_id: sale.id.order,
        customer_name: 'Anna Maria Eriksson',
        contact_number: '+33639986610',
        owner_id: luc.userId,
        owner_name: 'Luc',
        owner_device: luc.id,
        moves_at: saleDay + 30 * minuteMs,
        due_at: saleDay + 240 * minuteMs,
      })
      expect(JSON.parse(task.body)).toMatchObject({ msisdn: '+33639987777', agreementId: sale.id.agreement })
      expect(JSON.parse(task.snapshot)).toMatchObject({ heldBy: 'Call centre, seat 14' })
      expect(JSON.parse(task.choices)).toContainEqual({ kind: 'withdraw', value: '' })
    })

    test('what the feed never carries is not in it: no line of a document, no income', async () => {
      const world = await openWorld()
      const luc = await world.desk('luc')
      const sale = saleOf(world.ids)
      const address = { ...sale.evidence.address, issuedOn: '2020-01-01' }
      await sell(luc, sale, 'prospect')
      const { command } = await luc.push('identity.recordEvidence', { ...sale.evidence, address })
      const { body, code } = await taskOf(world, command)
      expect(code).toBe('ADDRESS_PROOF_OLD')
      expect(JSON.parse(body)).toMatchObject({ read: { surname: 'Eriksson' } })
      for (const line of sale.evidence.mrz) expect(body).not.toContain(line)
      const credit = await luc.push('credit.requestDecision', {
        ...sale.credit,
        caseId: world.ids.next(),
        incomeMinor: 3,
      })
      expect((await taskOf(world, credit.command)).body).not.toContain('incomeMinor')
    })

    test('another desk decides it: task, ledger and the first desk’s outcome name the decision', async () => {
      const taken = await numberTaken()
      const { world, order } = taken
      const irina = await world.desk('irina')
      const decided = await irina.push('order.chooseOtherNumber', otherNumber(taken), { resolves: order })
      expect(decided.result).toBe('applied')
      expect(await taskOf(world, order)).toMatchObject({
        state: 'done',
        resolved_by: decided.command,
        resolved_type: 'order.chooseOtherNumber',
        resolved_name: 'Irina',
        resolved_at: saleDay,
      })
      const { db } = world.store
      const outcome = await db
        .selectFrom('command_outcome')
        .selectAll()
        .where('id', '=', order)
        .executeTakeFirstOrThrow()
      expect(outcome).toMatchObject({ scope: `device:${taken.luc.id}`, resolved_by: decided.command })
      expect(outcome.receipt).not.toBe('')
    })

    test('who decides second is refused, and it stays the first one’s decision', async () => {
      const taken = await numberTaken()
      const { world, luc, order } = taken
      const irina = await world.desk('irina')
      const first = await irina.push('order.chooseOtherNumber', otherNumber(taken), { resolves: order })
      const second = await luc.push('order.chooseOtherNumber', otherNumber(taken), { resolves: order })
      expect(second).toMatchObject({ result: 'rejected', code: 'NOTHING_TO_RESOLVE' })
      expect(await taskOf(world, order)).toMatchObject({ state: 'done', resolved_by: first.command })
      const { db } = world.store
      expect(await db.selectFrom('decision_task').select('id').where('id', '=', second.command).execute()).toEqual([])
    })

    test('a decision that is refused itself opens no second task: the first says what is known now', async () => {
      const taken = await numberTaken()
      const { world, luc, order } = taken
      const used = await world.store.db
        .selectFrom('phone_number')
        .select('id')
        .where('state', '=', 'assigned')
        .orderBy('id')
        .executeTakeFirstOrThrow()
      const again = await luc.push(
        'order.chooseOtherNumber',
        { ...otherNumber(taken), msisdn: used.id },
        { resolves: order },
      )
      expect(again.result).toBe('conflict')
      const task = await taskOf(world, order)
      expect(task.state).toBe('open')
      expect(JSON.parse(task.snapshot)).toMatchObject({ msisdn: used.id })
    })

    test('left alone for half an hour it goes to the team, and whoever takes it has it', async () => {
      const { world, luc, order } = await numberTaken()
      await world.advance(29 * minuteMs)
      await luc.push('interaction.takeDecision', { taskId: order })
      await world.advance(29 * minuteMs)
      await world.decisions.tick()
      expect((await taskOf(world, order)).state).toBe('open')
      await world.advance(minuteMs)
      await world.decisions.tick()
      expect(await taskOf(world, order)).toMatchObject({
        state: 'team',
        owner_id: null,
        moved_at: saleDay + 59 * minuteMs,
      })
      const [irina, anna] = [await world.desk('irina'), await world.desk('anna')]
      await irina.push('interaction.takeDecision', { taskId: order })
      await anna.push('interaction.takeDecision', { taskId: order })
      expect(await taskOf(world, order)).toMatchObject({
        state: 'open',
        owner_name: 'Irina',
        actor_name: 'Luc',
        moves_at: saleDay + 89 * minuteMs,
      })
    })

    test('who leaves a desk leaves its matters to the team, and nobody else’s', async () => {
      const { world, luc, order } = await numberTaken()
      const irina = await world.desk('irina')
      await irina.push('interaction.leaveShift', { userId: irina.userId })
      expect((await taskOf(world, order)).state).toBe('open')
      expect(await irina.push('interaction.leaveShift', { userId: luc.userId })).toMatchObject({ code: 'BODY_INVALID' })
      await luc.push('interaction.leaveShift', { userId: luc.userId })
      expect(await taskOf(world, order)).toMatchObject({ state: 'team', owner_id: null })
    })

    test('an agent lets stand what binds nobody; what is signed or paid a supervisor decides', async () => {
      const { world, luc, sale, order } = await numberTaken()
      const letStand = (desk: SaleDesk, taskId: string) =>
        desk.push('interaction.letStand', { taskId }, { resolves: taskId })
      expect(await letStand(luc, order)).toMatchObject({ code: 'DECISION_NEEDS_SUPERVISOR' })
      const step = await luc.push('interaction.saveCaseStep', { ...sale.step, caseId: world.ids.next() })
      expect((await letStand(luc, step.command)).result).toBe('applied')
      expect(await letStand(luc, step.command)).toMatchObject({ code: 'NOTHING_TO_RESOLVE' })
      const petr = await world.desk('petr')
      await luc.push('interaction.handOverDecision', { ...handOver, taskId: order })
      expect(await taskOf(world, order)).toMatchObject({ state: 'team', queue: 'supervisor' })
      expect(await luc.push('interaction.takeDecision', { taskId: order })).toMatchObject({
        code: 'DECISION_NEEDS_SUPERVISOR',
      })
      expect((await letStand(petr, order)).result).toBe('applied')
      expect((await taskOf(world, order)).resolved_name).toBe('Petr')
    })

    test('what the core never took in is handed over by what the desk says of it', async () => {
      const world = await openWorld()
      const luc = await world.desk('luc')
      const taskId = world.ids.next()
      await luc.push('interaction.handOverDecision', { ...handOver, taskId })
      expect(await taskOf(world, taskId)).toMatchObject({
        state: 'team',
        queue: 'supervisor',
        result: 'quarantined',
        code: 'UNKNOWN_TYPE',
        type: 'order.ofTomorrow',
        actor_name: 'Luc',
        owner_id: null,
      })
    })

    const handOver = {
      type: 'order.ofTomorrow',
      code: 'UNKNOWN_TYPE',
      body: { msisdn: '+33639987777' },
      caseId: null,
      customerId: null,
      deviceSeq: 7,
      capturedAt: saleDay,
    }
  })
