import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Command } from '#shared/contract/wire.ts'
import { sha256Hex } from '#shared/node/crypto.ts'
import { postgresStores, sqliteStores } from '../db/test-store.ts'
import type { TestDesk, TestWorld } from '../test-world.ts'
import { openTestWorld } from '../test-world.ts'
import type { HandlerMap } from './handler-map.ts'

const number = '+33639980007'

/** A case opened by a desk, not yet pushed. */
function openCase(world: TestWorld, desk: TestDesk, change: Partial<Command> = {}) {
  const caseId = world.ids.next()
  const contactId = world.ids.next()
  const body = {
    caseId,
    contactId,
    reference: '01-00001',
    recipe: 'sale',
    channel: 'walkIn',
    customerId: null,
  } as const
  return { caseId, command: desk.command('interaction.openCase', body, change) }
}

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`push on ${stores.name}`, () => {
    const worlds: TestWorld[] = []
    const openWorld = async (replaced: Partial<HandlerMap> = {}): Promise<TestWorld> => {
      const world = await openTestWorld(await stores.open(), replaced)
      worlds.push(world)
      return world
    }
    afterEach(async () => {
      for (const world of worlds.splice(0)) await world.close()
    })
    afterAll(() => stores.stop())

    const casesIn = (world: TestWorld) => world.store.db.selectFrom('service_case').selectAll().execute()
    const ledgerOf = (world: TestWorld) => world.store.db.selectFrom('ledger').selectAll().execute()

    test('fault 8: a command pushed twice takes effect once and is answered the same', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const { command } = openCase(world, desk)
      expect(await desk.push(command)).toEqual([{ id: command.id, result: 'applied', duplicate: false }])
      expect(await desk.push(command)).toEqual([{ id: command.id, result: 'applied', duplicate: true }])
      expect((await casesIn(world)).length).toBe(1)
      expect((await ledgerOf(world)).length).toBe(1)
    })

    test('fault 8: a batch pushed twice at once takes effect once', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const batch = [openCase(world, desk).command, openCase(world, desk).command, openCase(world, desk).command]
      const [one, two] = await Promise.all([desk.push(...batch), desk.push(...batch)])
      const both = [...one, ...two].map((result) => result.result)
      expect(both).toEqual(['applied', 'applied', 'applied', 'applied', 'applied', 'applied'])
      expect((await casesIn(world)).length).toBe(3)
    })

    test('fault 10: an id with another body is refused and the first result stands', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const first = openCase(world, desk)
      const second = openCase(world, desk, { id: first.command.id })
      await desk.push(first.command)
      expect(await desk.push(second.command)).toMatchObject([{ result: 'rejected', code: 'COMMAND_ID_REUSED' }])
      expect((await casesIn(world)).map((row) => row.id)).toEqual([first.caseId])
    })

    test('a sequence number used by another command is refused and not stored', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      await desk.push(openCase(world, desk).command)
      const clone = openCase(world, desk, { deviceSeq: 1 })
      expect(await desk.push(clone.command)).toMatchObject([{ result: 'rejected', code: 'NUMBER_SEQUENCE_REUSED' }])
      expect((await ledgerOf(world)).length).toBe(1)
    })

    test('a body changed on the way is refused by its signature, a hash that does not fit by itself', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const { command } = openCase(world, desk)
      const tampered = { ...command, body: { ...Object(command.body), reference: '99-99999' } }
      expect(await desk.push(tampered)).toMatchObject([{ result: 'rejected', code: 'SIGNATURE_WRONG' }])
      const other = openCase(world, desk, { bodyHash: sha256Hex('another body') })
      expect(await desk.push(other.command)).toMatchObject([{ result: 'rejected', code: 'BODY_HASH_DIFFERS' }])
      expect(await casesIn(world)).toEqual([])
      expect((await ledgerOf(world)).map((row) => row.code)).toEqual(['BODY_HASH_DIFFERS'])
    })

    test('a body that its schema does not take is refused and names the field', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const body = { msisdn: 'not a number', caseId: world.ids.next() }
      const result = await desk.push(desk.command('number.reserveNumber', body))
      expect(result).toMatchObject([{ result: 'rejected', code: 'BODY_INVALID', details: { field: 'msisdn' } }])
    })

    test('fault 28: a type this core does not know is answered and never stored', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const { command } = openCase(world, desk, { type: 'interaction.ofTheFuture' })
      expect(await desk.push(command)).toEqual([{ id: command.id, result: 'unknownType' }])
      expect(await ledgerOf(world)).toEqual([])
    })

    test('a role that may not is refused, whatever role the command claims', async () => {
      const world = await openWorld()
      const desk = await world.desk('backOffice')
      const { command } = openCase(world, desk, {
        actor: { userId: desk.session.userId, name: 'Zoé', role: 'supervisor', deskName: '' },
      })
      expect(await desk.push(command)).toMatchObject([{ result: 'rejected', code: 'ROLE_NOT_ALLOWED' }])
      expect(await casesIn(world)).toEqual([])
    })

    test('an actor nobody knows is refused', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const { command } = openCase(world, desk, {
        actor: { userId: world.ids.next(), name: 'Nobody', role: 'manager', deskName: '' },
      })
      expect(await desk.push(command)).toMatchObject([{ result: 'rejected', code: 'ROLE_NOT_ALLOWED' }])
    })

    test('two desks on one number: the second is told who has it and changes nothing', async () => {
      const world = await openWorld()
      const [one, two] = [await world.desk('store'), await world.desk('agent')]
      const caseOne = openCase(world, one)
      const caseTwo = openCase(world, two)
      await one.push(caseOne.command)
      await two.push(caseTwo.command)
      const [first, second] = await Promise.all([
        one.push(one.command('number.reserveNumber', { msisdn: number, caseId: caseOne.caseId })),
        two.push(two.command('number.reserveNumber', { msisdn: number, caseId: caseTwo.caseId })),
      ])
      const results = [...first, ...second]
      expect(results.map((result) => result.result).sort()).toEqual(['applied', 'conflict'])
      const winner = first[0]?.result === 'applied' ? caseOne.caseId : caseTwo.caseId
      const row = await world.store.db
        .selectFrom('phone_number')
        .selectAll()
        .where('id', '=', number)
        .executeTakeFirst()
      expect(row).toMatchObject({ state: 'reserved', case_id: winner, version: 2 })
      expect(results.find((result) => result.result === 'conflict')).toMatchObject({ code: 'NUMBER_TAKEN' })
    })

    test('a stale base is a conflict with the row on record', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const { command, caseId } = openCase(world, desk)
      await desk.push(command)
      const take = (version: number) =>
        desk.command(
          'number.reserveNumber',
          { msisdn: number, caseId },
          { base: { [`phone_number:${number}`]: version } },
        )
      expect(await desk.push(take(1))).toMatchObject([{ result: 'applied' }])
      const row = `phone_number:${number}`
      expect(await desk.push(take(1))).toMatchObject([
        {
          result: 'conflict',
          code: 'STALE_VERSION',
          details: { row, seen: 1, version: 2 },
          snapshot: { state: 'reserved' },
        },
      ])
    })

    test('a stale base tells nothing of a row of another market or another desk', async () => {
      const world = await openWorld()
      const [desk, other] = [await world.desk('store'), await world.desk('agent')]
      const opened = openCase(world, other)
      await other.push(opened.command)
      await world.store.db.updateTable('service_case').set({ scope: 'lyon' }).where('id', '=', opened.caseId).execute()
      for (const row of [`service_case:${opened.caseId}`, `command_outcome:${opened.command.id}`]) {
        const { command } = openCase(world, desk, { base: { [row]: 7 } })
        const { id } = command
        const details = { row, seen: 7, version: 0 }
        expect(await desk.push(command)).toEqual([
          { id, result: 'conflict', code: 'STALE_VERSION', details, snapshot: {}, choices: [], duplicate: false },
        ])
      }
    })

    test('what a command says of its actor is not asked: name and place are those the core knows', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const actor = {
        userId: desk.session.userId,
        name: 'Somebody else',
        role: 'store',
        deskName: 'Elsewhere',
      } as const
      await desk.push(openCase(world, desk, { actor }).command)
      expect(await casesIn(world)).toMatchObject([{ owner_name: 'Luc', desk_name: 'Shop Nancy, Counter 2' }])
    })

    test('a command waits for what it needs and for what came before it, and is never stored while it waits', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const first = openCase(world, desk)
      const second = desk.command(
        'number.reserveNumber',
        { msisdn: number, caseId: first.caseId },
        { needs: [first.command.id] },
      )
      const third = openCase(world, desk, { after: [second.id] })
      const blocked = [
        { id: second.id, result: 'blocked', by: [first.command.id] },
        { id: third.command.id, result: 'blocked', by: [second.id] },
      ]
      expect(await desk.push(second, third.command)).toEqual(blocked)
      expect(await ledgerOf(world)).toEqual([])
      const results = await desk.push(first.command, second, third.command)
      expect(results.map((result) => result.result)).toEqual(['applied', 'applied', 'applied'])
    })

    test('a refusal satisfies what came after it, but not what needed it', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const unknown = desk.command('number.reserveNumber', { msisdn: '+33600000000', caseId: world.ids.next() })
      const after = openCase(world, desk, { after: [unknown.id] })
      const needing = openCase(world, desk, { needs: [unknown.id] })
      const results = await desk.push(unknown, after.command, needing.command)
      expect(results).toMatchObject([
        { result: 'rejected' },
        { result: 'applied' },
        { result: 'blocked', by: [unknown.id] },
      ])
    })

    test('an applied decision satisfies what needed the conflicting command and is noted in the ledger', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const opened = openCase(world, desk)
      const stale = { base: { [`phone_number:${number}`]: 7 } }
      const conflicting = desk.command('number.reserveNumber', { msisdn: number, caseId: opened.caseId }, stale)
      const waiting = openCase(world, desk, { needs: [conflicting.id] })
      const before = await desk.push(opened.command, conflicting, waiting.command)
      expect(before.map((result) => result.result)).toEqual(['applied', 'conflict', 'blocked'])
      const decision = desk.command(
        'number.reserveNumber',
        { msisdn: '+33639980008', caseId: opened.caseId },
        { resolves: conflicting.id },
      )
      expect(await desk.push(decision, waiting.command)).toMatchObject([{ result: 'applied' }, { result: 'applied' }])
      const resolved = (await ledgerOf(world)).find((row) => row.id === conflicting.id)
      expect(resolved?.resolved_by).toBe(decision.id)
    })

    test('a rejected command leaves a ledger row, an audit row and an outcome, and nothing of what its handler wrote', async () => {
      const world = await openWorld({
        'number.reserveNumber': {
          run: async (context, body) => {
            await context.patch('phone_number', body.msisdn, { state: 'assigned' })
            return { result: 'rejected', code: 'NUMBER_UNKNOWN' }
          },
        },
      })
      const desk = await world.desk()
      const command = desk.command('number.reserveNumber', { msisdn: number, caseId: world.ids.next() })
      expect(await desk.push(command)).toMatchObject([{ result: 'rejected', code: 'NUMBER_UNKNOWN' }])
      const row = await world.store.db
        .selectFrom('phone_number')
        .selectAll()
        .where('id', '=', number)
        .executeTakeFirst()
      expect(row).toMatchObject({ state: 'free', version: 1, change_seq: 1 })
      const outcome = await world.store.db.selectFrom('command_outcome').selectAll().execute()
      expect(outcome).toMatchObject([{ id: command.id, scope: `device:${desk.id}`, result: 'rejected', change_seq: 2 }])
      const audit = await world.store.db.selectFrom('audit').selectAll().execute()
      expect(audit).toMatchObject([{ user_id: desk.session.userId, subject: `number:${number}`, result: 'rejected' }])
      expect((await ledgerOf(world)).map((each) => each.result)).toEqual(['rejected'])
    })

    test('fault 30: a handler that fails each time stores nothing and holds up no other command', async () => {
      const world = await openWorld({
        'number.reserveNumber': { run: () => Promise.reject(new Error('planted')) },
      })
      const desk = await world.desk()
      const failing = desk.command('number.reserveNumber', { msisdn: number, caseId: world.ids.next() })
      const other = openCase(world, desk)
      const results = await desk.push(failing, other.command)
      expect(results).toMatchObject([{ result: 'blocked', by: [failing.id] }, { result: 'applied' }])
      expect((await ledgerOf(world)).map((row) => row.id)).toEqual([other.command.id])
    })

    test('a database that cannot work answers 503 and keeps nothing of that command', async () => {
      const world = await openWorld({
        'number.reserveNumber': {
          run: () => Promise.reject(Object.assign(new Error('planted'), { code: 'SQLITE_FULL' })),
        },
      })
      const desk = await world.desk()
      const first = openCase(world, desk).command
      const failing = desk.command('number.reserveNumber', { msisdn: number, caseId: world.ids.next() })
      const answer = await world.core.app.inject({
        method: 'POST',
        url: '/sync/v1/push',
        headers: desk.headers,
        payload: { epoch: null, deviceId: desk.id, commands: [first, failing], held: [] },
      })
      expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([503, 'UNAVAILABLE', '1'])
      expect((await ledgerOf(world)).map((row) => row.id)).toEqual([first.id])
    })

    test('a missing attachment blocks only its own command until it has come', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const bytes = Buffer.from('sealed')
      const blobs = [sha256Hex(bytes)]
      const { command } = openCase(world, desk, { blobs })
      const other = openCase(world, desk)
      expect(await desk.push(command, other.command)).toMatchObject([
        { result: 'blocked', by: [command.id] },
        { result: 'applied' },
      ])
      const put = await world.core.app.inject({
        method: 'PUT',
        url: `/sync/v1/blobs/${blobs[0]}`,
        headers: { ...desk.headers, 'content-type': 'application/octet-stream' },
        payload: bytes,
      })
      expect(put.statusCode).toBe(200)
      expect(await desk.push(command)).toMatchObject([{ result: 'applied' }])
    })

    test('what a handler asks outside is asked once, before its transaction, and not for a repeated command', async () => {
      let asked = 0
      const world = await openWorld({
        'number.reserveNumber': {
          prepare: () => {
            asked += 1
            return Promise.resolve('from outside')
          },
          run: (_context, _body, prepared: string) => {
            if (prepared !== 'from outside') throw new Error('nothing was prepared')
            return Promise.resolve({ result: 'applied' })
          },
        },
      })
      const desk = await world.desk()
      const command = desk.command('number.reserveNumber', { msisdn: number, caseId: world.ids.next() })
      await desk.push(command)
      await desk.push(command)
      expect(asked).toBe(1)
    })
  })
