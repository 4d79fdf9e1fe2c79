import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { mirrorTables } from '#shared/contract/mirror.ts'
import { leaseSchema } from '#shared/domain/staff/lease.ts'
import { isTextSigned, signText } from '#shared/node/crypto.ts'
import { isPassword } from '#shared/node/password.ts'
import { postgresStores, sqliteStores } from '../db/test-store.ts'
import { revokeDevice } from '../lease/revoke.ts'
import type { TestDesk, TestWorld } from '../test-world.ts'
import { openTestWorld, testPassword } from '../test-world.ts'

const hourMs = 3_600_000

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`leases and desks on ${stores.name}`, () => {
    const worlds: TestWorld[] = []
    const openWorld = async (): Promise<TestWorld> => {
      const world = await openTestWorld(await stores.open())
      worlds.push(world)
      return world
    }
    afterEach(async () => {
      for (const world of worlds.splice(0)) await world.close()
    })
    afterAll(() => stores.stop())

    const post = (world: TestWorld, url: string, payload: object, headers: object = {}) =>
      world.core.app.inject({ method: 'POST', url, headers: { ...headers }, payload })
    const read = ({ text }: { readonly text: string }) => leaseSchema.parse(JSON.parse(text))
    const deviceToken = async (world: TestWorld, desk: TestDesk) => {
      const { challenge } = (await post(world, '/device/challenge', { deviceId: desk.id })).json()
      const signature = signText(desk.keys.privateKey, 'device sign-in', challenge)
      return post(world, '/device/session', { deviceId: desk.id, challenge, signature })
    }

    test('a sign-in brings a lease signed by the core, with a verifier that is not the core’s own hash', async () => {
      const world = await openWorld()
      const { session, id } = await world.desk()
      expect(isTextSigned(session.coreKey, 'lease', session.lease.text, session.lease.signature)).toBe(true)
      expect(isTextSigned(session.coreKey, 'lease', `${session.lease.text} `, session.lease.signature)).toBe(false)
      const lease = read(session.lease)
      expect(lease).toMatchObject({
        deviceId: id,
        userId: session.userId,
        role: 'store',
        grant: { amountMinor: 5000, currency: 'EUR' },
      })
      expect(lease.until - lease.issuedAt).toBe(72 * hourMs)
      expect(await isPassword(testPassword, lease.verifier)).toBe(true)
      const { password_hash } = await world.store.db
        .selectFrom('app_user')
        .select('password_hash')
        .where('id', '=', session.userId)
        .executeTakeFirstOrThrow()
      expect(lease.verifier).not.toBe(password_hash)
    })

    test('a renewal has the role of now, and the verifier only while the password is the same', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const first = read(desk.session.lease)
      await world.advance(hourMs)
      await world.store.db
        .updateTable('app_user')
        .set({ role: 'agent' })
        .where('id', '=', desk.session.userId)
        .execute()
      const second = read((await post(world, '/lease', {}, desk.headers)).json().lease)
      expect(second).toMatchObject({ role: 'agent', verifier: first.verifier, issuedAt: first.issuedAt + hourMs })
      await world.store.db
        .updateTable('app_user')
        .set({ password_hash: 'another$hash' })
        .where('id', '=', desk.session.userId)
        .execute()
      expect(read((await post(world, '/lease', {}, desk.headers)).json().lease).verifier).toBe('')
      expect(await world.store.db.selectFrom('lease').select('id').execute()).toHaveLength(1)
    })

    test('a desk signs in by its own key, sends, and reads nothing of the market', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const { token } = (await deviceToken(world, desk)).json()
      const headers = { authorization: `Bearer ${token}` }
      const command = desk.command('number.reserveNumber', { msisdn: '+33639980001', caseId: world.ids.next() })
      const pushed = await post(
        world,
        '/sync/v1/push',
        { epoch: null, deviceId: desk.id, commands: [command], held: [] },
        headers,
      )
      expect(pushed.json().results).toMatchObject([{ result: 'applied' }])
      for (const url of ['/sync/v1/pull?scope=nancy', '/sync/v1/events']) {
        const answer = await world.core.app.inject({ method: 'GET', url, headers })
        expect([url, answer.statusCode]).toEqual([url, 401])
      }
      expect((await post(world, '/lease', {}, headers)).statusCode).toBe(401)
    })

    test('no other key, no other desk’s challenge and no old one signs a desk in', async () => {
      const world = await openWorld()
      const [one, two] = [await world.desk('store'), await world.desk('agent')]
      const { challenge } = (await post(world, '/device/challenge', { deviceId: one.id })).json()
      const byOther = signText(two.keys.privateKey, 'device sign-in', challenge)
      const byOne = signText(one.keys.privateKey, 'device sign-in', challenge)
      const tried = [
        { deviceId: one.id, challenge, signature: byOther },
        { deviceId: two.id, challenge, signature: byOther },
        { deviceId: one.id, challenge: `${challenge}0`, signature: byOne },
      ]
      for (const request of tried) expect((await post(world, '/device/session', request)).statusCode).toBe(401)
      await world.advance(60_000)
      const late = await post(world, '/device/session', { deviceId: one.id, challenge, signature: byOne })
      expect([late.statusCode, late.json().code]).toEqual([401, 'NOT_SIGNED_IN'])
    })

    test('fault 27: a revoked desk is refused everywhere, with the core’s signature under it', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      await revokeDevice({ store: world.store, clock: world.clock }, desk.id)
      const command = desk.command('number.reserveNumber', { msisdn: '+33639980001', caseId: world.ids.next() })
      const device = { id: desk.id, name: 'Desk', publicKey: desk.keys.publicKey }
      const answers = [
        await post(
          world,
          '/sync/v1/push',
          { epoch: null, deviceId: desk.id, commands: [command], held: [] },
          desk.headers,
        ),
        await post(world, '/session', { name: 'luc', password: testPassword, device }),
        await post(world, '/device/challenge', { deviceId: desk.id }),
        await post(world, '/lease', {}, desk.headers),
      ]
      for (const answer of answers) {
        expect([answer.statusCode, answer.json().code]).toEqual([403, 'DEVICE_REVOKED'])
        const { text, signature } = answer.json().details
        expect(isTextSigned(desk.session.coreKey, 'revocation', text, signature)).toBe(true)
        expect(JSON.parse(text)).toMatchObject({ deviceId: desk.id })
      }
      expect(await world.store.db.selectFrom('ledger').select('id').execute()).toEqual([])
    })

    test('fault 39: one number under two ids is an alarm', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const reserve = (last: number, deviceSeq: number) =>
        desk.command('number.reserveNumber', { msisdn: `+3363998000${last}`, caseId: world.ids.next() }, { deviceSeq })
      await desk.push(reserve(1, 1))
      for (let turn = 0; turn < 2; turn += 1)
        expect(await desk.push(reserve(2, 1))).toMatchObject([{ code: 'NUMBER_SEQUENCE_REUSED' }])
      expect(await world.store.db.selectFrom('alarm').select(['device_id', 'kind']).execute()).toEqual([
        { device_id: desk.id, kind: 'numberTwice' },
      ])
    })
  })

test('no table of the feed has room for a secret: passwords, PINs, keys, tokens, leases, the watch list', () => {
  const columns = Object.values(mirrorTables).flatMap((table) =>
    table.columnNames.map((column) => `${table.name}.${column}`),
  )
  const secret = /password|secret|\bpin\b|puk|verifier|token|watch|private|login|lease_|key|salt/i
  expect(columns.filter((column) => secret.test(column))).toEqual([])
  for (const table of [
    'app_user',
    'app_session',
    'device',
    'lease',
    'lease_verifier',
    'watch_entry',
    'sim_secret',
    'message_secret',
    'signing_code_secret',
    'puk_reveal',
  ])
    expect(Object.keys(mirrorTables)).not.toContain(table)
})
