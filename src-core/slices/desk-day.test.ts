import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { postgresStores, sqliteStores } from '../db/test-store.ts'
import type { SaleWorld } from './test-sale.ts'
import { openSaleWorld, saleOf, sell } from './test-sale.ts'

const minute = 60_000

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`contacts, promises to call and tickets, on ${stores.name}`, () => {
    afterEach(() => stores.closeOpened())
    afterAll(() => stores.stop())

    const open = async (): Promise<SaleWorld> => openSaleWorld(await stores.open())
    const someone = async (world: SaleWorld): Promise<string> =>
      (await world.store.db.selectFrom('customer').select('id').orderBy('id').executeTakeFirstOrThrow()).id

    test('a call is logged from its first second, becomes the case’s contact, and is closed with what came of it', async () => {
      const world = await open()
      const anna = await world.desk('anna')
      const customerId = await someone(world)
      const call = {
        contactId: world.ids.next(),
        customerId,
        caseId: null,
        channel: 'phone',
        direction: 'inbound',
        at: world.clock.now(),
      } as const
      expect(await anna.push('interaction.logContact', call)).toMatchObject({ result: 'applied' })
      const sale = saleOf(world.ids)
      await anna.push('interaction.openCase', { ...sale.open, contactId: call.contactId, customerId })
      const callBackId = world.ids.next()
      const ended = await anna.push('interaction.wrapUp', {
        ...{
          ...call,
          caseId: sale.id.case,
          code: 'thinksItOver',
          outcome: 'callBack',
          note: 'Asks her husband',
          durationS: 90,
        },
        callBack: {
          ...{ callBackId, customerId, caseId: sale.id.case, number: '+33639984112', note: '' },
          dueAt: world.clock.now() + 60 * minute,
        },
        keptCallBackId: null,
      })
      expect(ended).toMatchObject({ result: 'applied' })
      const contacts = await world.store.db
        .selectFrom('contact')
        .select(['id', 'case_id', 'summary', 'outcome', 'note', 'duration_s'])
        .where('case_id', '=', sale.id.case)
        .execute()
      expect(contacts).toEqual([
        {
          id: call.contactId,
          case_id: sale.id.case,
          summary: 'wrapUp.thinksItOver',
          outcome: 'callBack',
          note: 'Asks her husband',
          duration_s: 90,
        },
      ])
      const kept = { ...call, contactId: world.ids.next(), direction: 'outbound' as const }
      await anna.push('interaction.wrapUp', {
        ...kept,
        code: 'thinksItOver',
        outcome: 'done',
        note: '',
        durationS: 20,
        callBack: null,
        keptCallBackId: callBackId,
      })
      const row = await world.store.db
        .selectFrom('call_back')
        .select(['state', 'closed_by'])
        .where('id', '=', callBackId)
        .executeTakeFirstOrThrow()
      expect(row).toEqual({ state: 'done', closed_by: 'Anna' })
      // the second one hears who was first
      const luc = await world.desk('luc')
      expect(await luc.push('interaction.closeCallBack', { callBackId, outcome: 'dropped' })).toMatchObject({
        result: 'rejected',
        code: 'CALL_BACK_CLOSED',
        details: { by: 'Anna' },
      })
    })

    test('a contact with a customer the core never took in stands in the history without one', async () => {
      const world = await open()
      const anna = await world.desk('anna')
      const contactId = world.ids.next()
      expect(
        await anna.push('interaction.logContact', {
          contactId,
          customerId: world.ids.next(),
          caseId: world.ids.next(),
          channel: 'phone',
          direction: 'inbound',
          at: 1,
        }),
      ).toMatchObject({ result: 'applied' })
      const row = await world.store.db
        .selectFrom('contact')
        .select(['customer_id', 'case_id'])
        .where('id', '=', contactId)
        .executeTakeFirstOrThrow()
      expect(row).toEqual({ customer_id: null, case_id: null })
    })

    test('a ticket’s clock stands still while the customer or a third party has the word, by the core’s time', async () => {
      const world = await open()
      const [anna, luc] = [await world.desk('anna'), await world.desk('luc')]
      const ticketId = world.ids.next()
      const body = {
        ticketId,
        reference: 'T-26-1',
        customerId: await someone(world),
        caseId: null,
        kind: 'network',
        summary: 'No data in Lyon Part-Dieu',
        note: '',
        slaMinutes: 5,
      } as const
      expect(await anna.push('ticket.openTicket', body)).toMatchObject({ result: 'applied' })
      expect(await anna.push('ticket.openTicket', body)).toMatchObject({ code: 'TICKET_EXISTS' })
      const move = (event: 'accept' | 'askCustomer' | 'resume' | 'resolve', from: string) =>
        anna.push('ticket.moveTicket', { ticketId, event, from, note: event === 'resolve' ? 'Mast repaired' : '' })
      await world.advance(10 * minute)
      await move('accept', 'acknowledged')
      await move('askCustomer', 'inProgress')
      await world.advance(80 * minute)
      // a desk that still saw it in progress does not move it a second time
      expect(
        await luc.push('ticket.moveTicket', { ticketId, event: 'resolve', from: 'inProgress', note: '' }),
      ).toMatchObject({ result: 'conflict', code: 'TICKET_MOVED', snapshot: { state: 'pending', changedBy: 'Anna' } })
      await move('resume', 'pending')
      await world.advance(30 * minute)
      await move('resolve', 'inProgress')
      const row = await world.store.db
        .selectFrom('ticket')
        .selectAll()
        .where('id', '=', ticketId)
        .executeTakeFirstOrThrow()
      // the core counts by its own policy, whatever the desk told the customer
      expect(row).toMatchObject({ state: 'resolved', sla_minutes: 480, note: 'Mast repaired', paused_since: null })
      const minutes = (from: number, to: number | null): number => Math.round(((to ?? 0) - from) / minute)
      expect(Math.round(row.paused_ms / minute)).toBe(80)
      expect(minutes(row.started_at, row.stopped_at)).toBe(120)
    })

    test('a ticket of another market is unknown here, and one for a stranger is refused', async () => {
      const world = await open()
      const anna = await world.desk('anna')
      const ticketId = world.ids.next()
      expect(
        await anna.push('ticket.moveTicket', { ticketId, event: 'accept', from: 'acknowledged', note: '' }),
      ).toMatchObject({ code: 'TICKET_UNKNOWN' })
      expect(await anna.push('ticket.takeTicket', { ticketId })).toMatchObject({ code: 'TICKET_UNKNOWN' })
      expect(
        await anna.push('ticket.openTicket', {
          ticketId,
          reference: 'T-26-2',
          customerId: world.ids.next(),
          caseId: null,
          kind: 'bill',
          summary: 'Counted twice',
          note: '',
          slaMinutes: 5,
        }),
      ).toMatchObject({ result: 'rejected', code: 'CUSTOMER_UNKNOWN' })
      expect(await anna.push('interaction.closeCallBack', { callBackId: ticketId, outcome: 'done' })).toMatchObject({
        code: 'CALL_BACK_UNKNOWN',
      })
    })

    test('whoever asks has a ticket from then on', async () => {
      const world = await open()
      const [anna, luc] = [await world.desk('anna'), await world.desk('luc')]
      const sale = saleOf(world.ids)
      await sell(anna, sale, 'evidence')
      const ticketId = world.ids.next()
      await anna.push('ticket.openTicket', {
        ticketId,
        reference: 'T-26-3',
        customerId: sale.id.customer,
        caseId: sale.id.case,
        kind: 'bill',
        summary: 'Counted twice',
        note: '',
        slaMinutes: 5,
      })
      expect(await luc.push('ticket.takeTicket', { ticketId })).toMatchObject({ result: 'applied' })
      const row = await world.store.db
        .selectFrom('ticket')
        .selectAll()
        .where('id', '=', ticketId)
        .executeTakeFirstOrThrow()
      expect(row).toMatchObject({ owner_name: 'Luc', opened_by: 'Anna', state: 'acknowledged' })
    })
  })
