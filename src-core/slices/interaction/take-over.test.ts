import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { postgresStores, sqliteStores } from '#core/db/test-store.ts'
import { revokeUser } from '#core/lease/revoke.ts'
import type { SaleWorld } from '../test-sale.ts'
import { openSaleWorld, saleDay, saleOf, sell } from '../test-sale.ts'

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`a case has one writer, on ${stores.name}`, () => {
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

    const caseOf = async ({ store }: SaleWorld, id: string) =>
      store.db.selectFrom('service_case').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

    /** Luc's case with its offer saved, seen by Irina at another desk. */
    const begun = async () => {
      const world = await openWorld()
      const [luc, irina] = [await world.desk('luc'), await world.desk('irina')]
      const sale = saleOf(world.ids)
      const { command } = await sell(luc, sale, 'open')
      return { world, luc, irina, sale, claim: command, caseId: sale.id.case }
    }

    test('fault 20: two desks on one field: the writer’s stands, the other one’s is a conflict that names the writer', async () => {
      const { world, luc, irina, sale, caseId } = await begun()
      const step = { ...sale.step, customerId: null }
      expect((await luc.push('interaction.saveCaseStep', step)).result).toBe('applied')
      const other = await irina.push('interaction.saveCaseStep', { ...step, fields: { planId: 'mobile-l' } })
      expect(other).toMatchObject({
        result: 'conflict',
        code: 'CASE_TAKEN_OVER',
        snapshot: { writerName: 'Luc', deskName: 'Shop Nancy, Counter 2', since: saleDay },
      })
      const { db } = world.store
      const [saved] = await db.selectFrom('case_step').selectAll().where('case_id', '=', caseId).execute()
      expect(saved).toMatchObject({ state: 'finished', fields: JSON.stringify(sale.step.fields), saved_by: 'Luc' })
      const task = await db
        .selectFrom('decision_task')
        .selectAll()
        .where('id', '=', other.command)
        .executeTakeFirstOrThrow()
      expect(JSON.parse(task.body)).toMatchObject({ fields: { planId: 'mobile-l' } })
    })

    test('taken over, the new desk writes, and what the first one sends later is kept for a person', async () => {
      const { world, luc, irina, sale, claim, caseId } = await begun()
      expect((await irina.push('interaction.takeOverCase', { caseId, overClaim: claim })).result).toBe('applied')
      expect(await caseOf(world, caseId)).toMatchObject({
        owner_name: 'Luc',
        writer_name: 'Irina',
        writer_device: irina.id,
        writer_desk: 'Call centre, seat 1',
      })
      const step = { ...sale.step, customerId: null }
      expect((await irina.push('interaction.saveCaseStep', step)).result).toBe('applied')
      for (const late of [
        await luc.push('interaction.saveCaseStep', step),
        await luc.push('number.reserveNumber', sale.reserve),
        await luc.push('interaction.closeCase', { caseId, outcome: 'abandon' }),
      ])
        expect(late).toMatchObject({ result: 'conflict', code: 'CASE_TAKEN_OVER', snapshot: { writerName: 'Irina' } })
      expect((await caseOf(world, caseId)).state).toBe('open')
    })

    test('what only adds is taken from the first desk all the same: a document, a signed contract, money', async () => {
      const { world, luc, irina, sale, claim, caseId } = await begun()
      await luc.push('customer.createProspect', sale.prospect)
      await irina.push('interaction.takeOverCase', { caseId, overClaim: claim })
      expect((await luc.push('identity.recordEvidence', sale.evidence)).result).toBe('applied')
      expect((await luc.push('credit.requestDecision', sale.credit)).result).toBe('applied')
      expect((await luc.push('contract.signContract', sale.sign)).result).toBe('applied')
      expect((await luc.push('payment.recordPayment', sale.pay)).result).toBe('applied')
      expect((await luc.push('order.submitOrder', sale.submit)).result).toBe('applied')
      expect((await caseOf(world, caseId)).writer_name).toBe('Irina')
    })

    test('of two desks that take it over at once one has it, the other hears who', async () => {
      const { world, irina, claim, caseId } = await begun()
      const anna = await world.desk('anna')
      const answers = await Promise.all([
        irina.push('interaction.takeOverCase', { caseId, overClaim: claim }),
        anna.push('interaction.takeOverCase', { caseId, overClaim: claim }),
      ])
      expect(answers.map(({ result }) => result).sort()).toEqual(['applied', 'conflict'])
      const { writer_name } = await caseOf(world, caseId)
      expect(answers.find(({ result }) => result === 'conflict')).toMatchObject({
        code: 'CASE_TAKEN_OVER',
        snapshot: { writerName: writer_name },
      })
    })

    test('handed over, a case is the colleague’s, who takes it up on another desk by the claim that was seen', async () => {
      const { world, luc, irina, claim, caseId } = await begun()
      const given = await luc.push('interaction.handOverCase', {
        caseId,
        toId: irina.userId,
        toName: 'whoever',
        note: 'Back at four',
      })
      expect(given.result).toBe('applied')
      expect(await caseOf(world, caseId)).toMatchObject({
        owner_id: irina.userId,
        owner_name: 'Irina',
        handed_by: 'Luc',
        handed_note: 'Back at four',
        writer_name: 'Luc',
      })
      expect((await irina.push('interaction.takeOverCase', { caseId, overClaim: claim })).result).toBe('applied')
      const again = { caseId, toId: luc.userId, toName: 'Luc', note: '' }
      expect(await luc.push('interaction.handOverCase', again)).toMatchObject({ code: 'CASE_TAKEN_OVER' })
    })

    test('a case is handed to nobody who does not serve customers here, and not once it is closed', async () => {
      const { world, luc, irina, caseId } = await begun()
      const { db } = world.store
      const zoe = await db.selectFrom('app_user').select('id').where('login', '=', 'zoe').executeTakeFirstOrThrow()
      const give = (toId: string) => luc.push('interaction.handOverCase', { caseId, toId, toName: 'X', note: '' })
      expect(await give(zoe.id)).toMatchObject({ code: 'COLLEAGUE_UNKNOWN' })
      const known = () => db.selectFrom('colleague').select('id').where('id', '=', irina.userId).execute()
      expect(await known()).toHaveLength(1)
      await revokeUser(world, 'irina')
      // desks hear by a tombstone that she is nobody to hand a case to
      expect(await known()).toEqual([])
      expect(await give(irina.userId)).toMatchObject({ code: 'COLLEAGUE_UNKNOWN' })
      await luc.push('interaction.closeCase', { caseId, outcome: 'abandon' })
      expect(await give(luc.userId)).toMatchObject({ code: 'CASE_CLOSED' })
    })

    test('a step parked is on record as parked; a case that ended is not taken over', async () => {
      const { world, luc, irina, sale, claim, caseId } = await begun()
      await luc.push('interaction.saveCaseStep', { ...sale.step, customerId: null, state: 'parked' })
      const { db } = world.store
      expect(await db.selectFrom('case_step').select('state').where('case_id', '=', caseId).execute()).toEqual([
        { state: 'parked' },
      ])
      await luc.push('interaction.closeCase', { caseId, outcome: 'abandon' })
      expect(await irina.push('interaction.takeOverCase', { caseId, overClaim: claim })).toMatchObject({
        code: 'CASE_CLOSED',
      })
    })
  })
