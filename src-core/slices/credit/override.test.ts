import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { sqliteStores } from '#core/db/test-store.ts'
import { knownPeople } from '#core/seed/known-people.ts'
import type { SaleDesk, SaleWorld } from '../test-sale.ts'
import { openSaleWorld, saleOf, sell } from '../test-sale.ts'

for (const stores of [sqliteStores()])
  describe.skipIf(stores.missing)(`overriding a credit decision, on ${stores.name}`, () => {
    afterEach(() => stores.closeOpened())
    afterAll(() => stores.stop())

    /** Luc's customer with a class, and Petr at a desk of his own. */
    async function decided(who: 'classA' | 'classD' | 'classE') {
      const world = await openSaleWorld(await stores.open())
      const [luc, petr] = [await world.desk('luc'), await world.desk('petr')]
      const sale = saleOf(world.ids, { person: knownPeople[who] })
      await sell(luc, sale, 'credit')
      const body = {
        ...{ overrideId: world.ids.next(), decisionId: sale.credit.decisionId },
        ...{ caseId: sale.id.case, customerId: sale.id.customer, reason: 'Paid the old debt, receipt seen' },
      }
      return { world, luc, petr, sale, body }
    }
    const ask = (desk: SaleDesk, body: Awaited<ReturnType<typeof decided>>['body']) =>
      desk.push('credit.overrideDecision', body)
    const decisionOf = ({ store }: SaleWorld, id: string) =>
      store.db.selectFrom('credit_decision').selectAll().where('id', '=', id).executeTakeFirst()

    test.each(['classD', 'classE'] as const)(
      'a supervisor lifts %s in another’s case, with the reason on record',
      async (who) => {
        const { world, petr, body } = await decided(who)
        expect(await ask(petr, body)).toMatchObject({ result: 'applied' })
        expect(await decisionOf(world, body.overrideId)).toMatchObject({
          ...{ class: 'C', state: 'final', deposit_months: 1, lines: 2, overrides: body.decisionId },
          ...{ overridden_by: 'Petr', override_reason: body.reason, reasons: expect.stringContaining('OVERRIDDEN') },
        })
        const audit = await world.store.db
          .selectFrom('audit')
          .select(['type', 'result'])
          .where('type', '=', 'credit.overrideDecision')
          .execute()
        expect(audit).toEqual([{ type: 'credit.overrideDecision', result: 'applied' }])
      },
    )

    test('asked by an agent it changes nothing until a supervisor approves it, and holds up nothing else', async () => {
      const { world, luc, petr, sale, body } = await decided('classE')
      const asked = await ask(luc, body)
      expect(asked).toMatchObject({ result: 'needsApproval', code: 'OVERRIDE_NEEDS_SUPERVISOR' })
      expect(await decisionOf(world, body.overrideId)).toBeUndefined()
      const task = await world.store.db
        .selectFrom('decision_task')
        .select(['state', 'queue', 'customer_name'])
        .where('id', '=', asked.command)
        .executeTakeFirst()
      expect(task).toMatchObject({ state: 'team', queue: 'supervisor' })
      const note = { ...structuredClone(sale.step), note: 'Waits for Petr' }
      expect(await luc.push('interaction.saveCaseStep', note, { after: [asked.command] })).toMatchObject({
        result: 'applied',
      })
      const approval = await petr.push(
        'interaction.approveHeld',
        { taskId: asked.command },
        { resolves: asked.command },
      )
      expect(approval).toMatchObject({ result: 'applied' })
      expect(await decisionOf(world, body.overrideId)).toMatchObject({ class: 'C', overridden_by: 'Petr' })
    })

    test('with the class that was given the sale is signed with its deposit and activated', async () => {
      const { world, luc, petr, sale, body } = await decided('classE')
      await ask(petr, body)
      const terms = { ...sale.sign.terms, depositMinor: 2490, dueNowMinor: 3490 }
      expect(await luc.push('contract.signContract', { ...sale.sign, terms })).toMatchObject({ result: 'applied' })
      await luc.push('payment.recordPayment', { ...sale.pay, amountMinor: 3490 })
      expect(await luc.push('order.submitOrder', sale.submit)).toMatchObject({ result: 'applied' })
      expect((await decisionOf(world, body.overrideId))?.lines).toBe(2)
    })

    test('turned down it never takes effect', async () => {
      const { world, luc, petr, body } = await decided('classE')
      const { command } = await ask(luc, body)
      await petr.push('interaction.rejectHeld', { taskId: command }, { resolves: command })
      expect(await decisionOf(world, body.overrideId)).toBeUndefined()
    })

    test('nobody overrides in a case they opened: another supervisor decides', async () => {
      const world = await openSaleWorld(await stores.open())
      const petr = await world.desk('petr')
      const sale = saleOf(world.ids, { person: knownPeople.classE })
      await sell(petr, sale, 'credit')
      const own = await ask(petr, {
        ...{ overrideId: world.ids.next(), decisionId: sale.credit.decisionId },
        ...{ caseId: sale.id.case, customerId: sale.id.customer, reason: 'I know her' },
      })
      expect(own).toMatchObject({ result: 'needsApproval' })
      const approval = await petr.push('interaction.approveHeld', { taskId: own.command }, { resolves: own.command })
      expect(approval).toMatchObject({ code: 'APPROVAL_BY_SELF' })
    })

    test('a class that stands in nobody’s way is not overridden', async () => {
      const { petr, body } = await decided('classA')
      expect(await ask(petr, body)).toMatchObject({ result: 'rejected', code: 'OVERRIDE_NOT_NEEDED' })
    })
  })
