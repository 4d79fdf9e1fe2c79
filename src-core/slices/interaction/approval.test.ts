import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { postgresStores, sqliteStores } from '#core/db/test-store.ts'
import { revokeUser } from '#core/lease/revoke.ts'
import type { Sale, SaleDesk, SaleWorld } from '../test-sale.ts'
import { openSaleWorld, saleOf, sell } from '../test-sale.ts'

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`what is held for a supervisor, on ${stores.name}`, () => {
    const open: CoreStore[] = []
    afterEach(async () => {
      for (const store of open.splice(0)) await store.close()
    })
    afterAll(() => stores.stop())

    interface Held {
      readonly world: SaleWorld
      readonly luc: SaleDesk
      readonly petr: SaleDesk
      readonly sale: Sale
      /** The payment that arrived after Luc was revoked, and what came before it. */
      readonly payment: string
    }

    /** Luc's sale up to the signed contract is on record; his payment comes when he may not work here any more. */
    const heldPayment = async (): Promise<Held> => {
      const store = await stores.open()
      open.push(store)
      const world = await openSaleWorld(store)
      const [luc, petr] = [await world.desk('luc'), await world.desk('petr')]
      const sale = saleOf(world.ids)
      await sell(luc, sale, 'sign')
      await revokeUser(world, 'luc')
      const paid = await luc.push('payment.recordPayment', structuredClone(sale.pay))
      expect(paid).toMatchObject({ result: 'needsApproval', code: 'USER_REVOKED' })
      return { world, luc, petr, sale, payment: paid.command }
    }

    const approve = (desk: SaleDesk, taskId: string) =>
      desk.push('interaction.approveHeld', { taskId }, { resolves: taskId })
    const reject = (desk: SaleDesk, taskId: string) =>
      desk.push('interaction.rejectHeld', { taskId }, { resolves: taskId })
    const payments = ({ store }: SaleWorld) => store.db.selectFrom('payment').select('amount_minor').execute()
    const ledgerOf = ({ store }: SaleWorld, id: string) =>
      store.db.selectFrom('ledger').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const taskOf = ({ store }: SaleWorld, id: string) =>
      store.db.selectFrom('decision_task').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

    test('approved, it is carried out in its actor’s name with the approver beside it, and its desk is told', async () => {
      const { world, luc, petr, payment } = await heldPayment()
      expect(await payments(world)).toEqual([])
      const approval = await approve(petr, payment)
      expect(approval.result).toBe('applied')
      expect(await payments(world)).toHaveLength(1)
      expect(await ledgerOf(world, payment)).toMatchObject({ result: 'applied', resolved_by: approval.command })
      expect(await taskOf(world, payment)).toMatchObject({ state: 'done', resolved_name: 'Petr', actor_name: 'Luc' })
      const outcome = await world.store.db
        .selectFrom('command_outcome')
        .selectAll()
        .where('id', '=', payment)
        .executeTakeFirstOrThrow()
      expect(outcome).toMatchObject({ scope: `device:${luc.id}`, result: 'applied', resolved_by: approval.command })
      const audit = await world.store.db
        .selectFrom('audit')
        .select(['user_id', 'type', 'result'])
        .where('type', 'in', ['payment.recordPayment', 'interaction.approveHeld'])
        .orderBy('id')
        .execute()
      expect(audit).toEqual(
        expect.arrayContaining([
          { user_id: luc.userId, type: 'payment.recordPayment', result: 'needsApproval' },
          { user_id: luc.userId, type: 'payment.recordPayment', result: 'applied' },
          { user_id: petr.userId, type: 'interaction.approveHeld', result: 'applied' },
        ]),
      )
    })

    test('fault 23: approved twice, also at once from two desks, it takes effect once and the second is told', async () => {
      const { world, petr, payment } = await heldPayment()
      const other = await world.desk('petr')
      const both = await Promise.all([approve(petr, payment), approve(other, payment)])
      expect(both.map(({ result }) => result).sort()).toEqual(['applied', 'rejected'])
      expect(both).toContainEqual(expect.objectContaining({ code: 'NOTHING_TO_RESOLVE' }))
      expect(await approve(other, payment)).toMatchObject({ code: 'NOTHING_TO_RESOLVE' })
      expect(await payments(world)).toHaveLength(1)
    })

    test('fault 22: an approval of what was turned down meanwhile has no effect, and says so', async () => {
      const { world, luc, petr, payment } = await heldPayment()
      const refusal = await reject(await world.desk('petr'), payment)
      expect(refusal.result).toBe('applied')
      expect(await approve(petr, payment)).toMatchObject({ result: 'rejected', code: 'NOTHING_TO_RESOLVE' })
      expect(await payments(world)).toEqual([])
      expect(await ledgerOf(world, payment)).toMatchObject({
        result: 'rejected',
        code: 'NOT_APPROVED',
        resolved_by: refusal.command,
      })
      expect(await taskOf(world, payment)).toMatchObject({ state: 'done', resolved_type: 'interaction.rejectHeld' })
      // the desk that sends it again hears the same
      expect(await luc.push('payment.recordPayment', { ...saleOf(world.ids).pay }, { id: payment })).toMatchObject({
        code: 'COMMAND_ID_REUSED',
      })
    })

    test('nobody approves the own entry, an agent none, and the task goes on saying why it is held', async () => {
      const { world, payment } = await heldPayment()
      const anna = await world.desk('anna')
      expect(await approve(anna, payment)).toMatchObject({ result: 'rejected', code: 'ROLE_NOT_ALLOWED' })
      await world.store.db
        .updateTable('app_user')
        .set({ role: 'supervisor', revoked_at: null })
        .where('login', '=', 'luc')
        .execute()
      expect(await approve(await world.desk('luc'), payment)).toMatchObject({ code: 'APPROVAL_BY_SELF' })
      expect(await taskOf(world, payment)).toMatchObject({ state: 'team', code: 'USER_REVOKED' })
      expect(await payments(world)).toEqual([])
    })

    test('what its own rules refuse now stays held and says why; approved later, it takes effect', async () => {
      const { world, luc, petr, sale, payment } = await heldPayment()
      const order = await luc.push('order.submitOrder', structuredClone({ ...sale.submit }))
      expect(await approve(petr, order.command)).toMatchObject({ result: 'rejected', code: 'PAYMENT_MISSING' })
      expect(await taskOf(world, order.command)).toMatchObject({
        state: 'team',
        result: 'needsApproval',
        code: 'PAYMENT_MISSING',
      })
      expect(await world.store.db.selectFrom('product_order').select('id').execute()).toEqual([])
      await approve(petr, payment)
      expect((await approve(petr, order.command)).result).toBe('applied')
    })

    test('what waits for something held is approved after it, not before', async () => {
      const { world, luc, petr, sale, payment } = await heldPayment()
      const order = await luc.push('order.submitOrder', structuredClone({ ...sale.submit }), { needs: [payment] })
      expect(await approve(petr, order.command)).toMatchObject({ code: 'APPROVAL_WAITS' })
      expect((await approve(petr, payment)).result).toBe('applied')
      expect((await approve(petr, order.command)).result).toBe('applied')
      expect(await world.store.db.selectFrom('product_order').select('id').execute()).toHaveLength(1)
    })
  })
