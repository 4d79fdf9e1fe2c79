import { createConnection } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { bodyLimitBytes } from '#shared/contract/wire.ts'
import { createDeviceKeys, sha256Hex } from '#shared/node/crypto.ts'
import { postgresStores, sqliteStores } from '../db/test-store.ts'
import type { TestWorld } from '../test-world.ts'
import { openTestWorld, testPassword } from '../test-world.ts'

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`the core’s door on ${stores.name}`, () => {
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

    const session = (world: TestWorld, name: string, password: string, device = newDevice(world)) =>
      world.core.app.inject({ method: 'POST', url: '/session', payload: { name, password, device } })
    const newDevice = (world: TestWorld) => ({
      id: world.ids.next(),
      name: 'Desk',
      publicKey: createDeviceKeys().publicKey,
    })

    test('a person signs in with a right password, from a desk that gets the next number', async () => {
      const world = await openWorld()
      const [first, second] = [await session(world, 'luc', testPassword), await session(world, 'Anna', testPassword)]
      expect(first.json()).toMatchObject({
        name: 'Luc',
        role: 'store',
        scope: 'nancy',
        deskName: 'Shop Nancy, Counter 2',
        deskNumber: 1,
      })
      expect(second.json()).toMatchObject({ name: 'Anna', deskNumber: 2 })
      expect(first.json().hashKey).toBe(second.json().hashKey)
      expect(Buffer.from(first.json().hashKey, 'base64').length).toBe(32)
    })

    test('an unknown name and a wrong password are refused alike', async () => {
      const world = await openWorld()
      const [unknown, wrong] = [await session(world, 'nobody', testPassword), await session(world, 'luc', 'wrong')]
      expect([unknown.statusCode, unknown.json().code]).toEqual([401, 'SIGN_IN_WRONG'])
      expect(wrong.body).toBe(unknown.body)
    })

    test('five wrong passwords lock the sign-in for five minutes, for the right one too', async () => {
      const world = await openWorld()
      const codes = []
      for (let turn = 0; turn < 5; turn += 1) codes.push((await session(world, 'luc', 'wrong')).json().code)
      expect(codes).toEqual(['SIGN_IN_WRONG', 'SIGN_IN_WRONG', 'SIGN_IN_WRONG', 'SIGN_IN_WRONG', 'SIGN_IN_LOCKED'])
      const locked = await session(world, 'luc', testPassword)
      expect([locked.statusCode, locked.json().code, locked.headers['retry-after']]).toEqual([
        429,
        'SIGN_IN_LOCKED',
        '300',
      ])
      expect((await session(world, 'anna', testPassword)).statusCode).toBe(200)
      await world.advance(5 * 60_000)
      expect((await session(world, 'luc', testPassword)).statusCode).toBe(200)
    })

    test('passwords guessed all at once lock like one after the other, a right one among the last of them too', async () => {
      const world = await openWorld()
      const guesses = [...Array.from({ length: 20 }, () => 'wrong'), testPassword]
      const answers = await Promise.all(guesses.map((password) => session(world, 'luc', password)))
      expect(answers.at(-1)?.json()).toMatchObject({ code: 'SIGN_IN_LOCKED' })
      expect(await world.store.db.selectFrom('app_session').selectAll().execute()).toEqual([])
    })

    test('a known desk with another key is refused', async () => {
      const world = await openWorld()
      const device = newDevice(world)
      expect((await session(world, 'luc', testPassword, device)).statusCode).toBe(200)
      const cloned = await session(world, 'luc', testPassword, { ...device, publicKey: createDeviceKeys().publicKey })
      expect([cloned.statusCode, cloned.json().code]).toEqual([403, 'DEVICE_UNKNOWN'])
    })

    test('a session ends by itself after twelve hours and at once by signing out', async () => {
      const world = await openWorld()
      const [one, two] = [await world.desk('store'), await world.desk('agent')]
      const pull = (headers: { readonly authorization: string }) =>
        world.core.app.inject({ method: 'GET', url: '/sync/v1/pull?scope=nancy', headers })
      expect(
        (await world.core.app.inject({ method: 'DELETE', url: '/session', headers: one.headers })).statusCode,
      ).toBe(200)
      expect((await pull(one.headers)).json()).toMatchObject({ code: 'NOT_SIGNED_IN' })
      expect((await pull(two.headers)).statusCode).toBe(200)
      await world.advance(12 * 3_600_000)
      expect((await pull(two.headers)).statusCode).toBe(401)
    })

    test('nothing of the sync answers without a token or with a made-up one', async () => {
      const world = await openWorld()
      const asks = [
        ['POST', '/sync/v1/push'],
        ['GET', '/sync/v1/pull?scope=nancy'],
        ['GET', '/sync/v1/events'],
        ['GET', `/sync/v1/commands?device=${world.ids.next()}`],
        ['PUT', `/sync/v1/blobs/${sha256Hex('x')}`],
        ['GET', `/sync/v1/blobs/${sha256Hex('x')}`],
        ['DELETE', '/session'],
      ] as const
      for (const [method, url] of asks)
        for (const authorization of ['', `Bearer ${'x'.repeat(43)}`]) {
          const answer = await world.core.app.inject({ method, url, headers: { authorization } })
          expect([url, answer.statusCode, answer.json().code]).toEqual([url, 401, 'NOT_SIGNED_IN'])
        }
    })

    test('the tiles are shown without a secret', async () => {
      const world = await openWorld()
      const answer = await world.core.app.inject({ method: 'GET', url: '/people' })
      expect(answer.json().people.map((person: { readonly name: string }) => person.name)).toEqual([
        'Anna',
        'Luc',
        'Petr',
        'Zoé',
      ])
      expect(answer.body).not.toMatch(/password|hash|login/)
    })

    test('a core that is no demonstration shows no tiles', async () => {
      const world = await openWorld()
      const row = await world.store.db
        .selectFrom('policy')
        .select('body')
        .where('id', '=', 'market')
        .executeTakeFirstOrThrow()
      const body = JSON.stringify({ ...JSON.parse(row.body), isDemonstration: false })
      await world.store.db.updateTable('policy').set({ body }).where('id', '=', 'market').execute()
      const answer = await world.core.app.inject({ method: 'GET', url: '/people' })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'NOT_DEMONSTRATION'])
    })

    const rawPush = (world: TestWorld, headers: object, payload: string | object, type = 'application/json') =>
      world.core.app.inject({
        method: 'POST',
        url: '/sync/v1/push',
        headers: { ...headers, 'content-type': type },
        payload,
      })

    test('fault 11: rubbish is refused with a code, whatever it is, and nothing is stored', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const rubbish = [
        '',
        '{"epoch":',
        'null',
        '[]',
        '"text"',
        '{"__proto__":{"x":1}}',
        JSON.stringify({ epoch: null, deviceId: desk.id, commands: [], held: [] }),
        JSON.stringify({ epoch: null, deviceId: desk.id, commands: [{ id: 'x' }], held: [] }),
        '['.repeat(400_000),
        `{"epoch":null,"deviceId":"${desk.id}","held":[],"commands":[{"body":${'['.repeat(60_000)}${']'.repeat(60_000)}}]}`,
      ]
      for (const payload of rubbish) {
        const answer = await rawPush(world, desk.headers, payload)
        expect([payload.slice(0, 40), answer.statusCode, answer.json().code]).toEqual([
          payload.slice(0, 40),
          400,
          'MALFORMED',
        ])
      }
      const typed = await rawPush(world, desk.headers, 'a=b', 'application/x-www-form-urlencoded')
      expect([typed.statusCode, typed.json().code]).toEqual([400, 'MALFORMED'])
      expect(await world.store.db.selectFrom('ledger').selectAll().execute()).toEqual([])
    })

    test('a body of one byte over the limit is too large, one at the limit is read', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const padded = (size: number): string => `{"pad":"${'x'.repeat(size - '{"pad":""}'.length)}"}`
      expect((await rawPush(world, desk.headers, padded(bodyLimitBytes))).json()).toMatchObject({ code: 'MALFORMED' })
      const over = await rawPush(world, desk.headers, padded(bodyLimitBytes + 1))
      expect([over.statusCode, over.json().code]).toEqual([413, 'TOO_LARGE'])
    })

    test('a desk pushes only its own commands', async () => {
      const world = await openWorld()
      const [one, two] = [await world.desk('store'), await world.desk('agent')]
      const command = two.command('number.reserveNumber', { msisdn: '+33639980001', caseId: world.ids.next() })
      for (const deviceId of [one.id, two.id]) {
        const answer = await rawPush(world, one.headers, { epoch: null, deviceId, commands: [command], held: [] })
        expect([answer.statusCode, answer.json().code]).toEqual([403, 'NOT_ALLOWED'])
      }
    })

    test('fault 29: another epoch, another market, another protocol and another address each have their code', async () => {
      const world = await openWorld()
      const { headers } = await world.desk()
      const ask = async (url: string, more: object = {}) => {
        const answer = await world.core.app.inject({ method: 'GET', url, headers: { ...headers, ...more } })
        return [answer.statusCode, answer.json().code]
      }
      expect(await ask('/sync/v1/pull?scope=nancy&epoch=before')).toEqual([409, 'EPOCH_CHANGED'])
      expect(await ask('/sync/v1/pull?scope=lyon')).toEqual([403, 'NOT_ALLOWED'])
      expect(await ask('/sync/v1/pull?scope=nancy&cursor=-1')).toEqual([400, 'MALFORMED'])
      expect(await ask('/health', { 'x-linedesk-protocol': '2' })).toEqual([410, 'VERSION_UNSUPPORTED'])
      expect(await ask('/nowhere')).toEqual([404, 'NOT_FOUND'])
      expect(await ask(`/sync/v1/blobs/${sha256Hex('nothing')}`)).toEqual([404, 'NOT_FOUND'])
    })

    test('fault 38: an attachment is kept under its hash only, and comes back byte for byte', async () => {
      const world = await openWorld()
      const { headers } = await world.desk()
      const bytes = Buffer.from([0, 1, 2, 254, 255])
      const put = (hash: string) =>
        world.core.app.inject({
          method: 'PUT',
          url: `/sync/v1/blobs/${hash}`,
          headers: { ...headers, 'content-type': 'application/octet-stream' },
          payload: bytes,
        })
      expect((await put(sha256Hex('another'))).json()).toMatchObject({ code: 'BLOB_HASH_DIFFERS' })
      expect((await put(sha256Hex(bytes))).statusCode).toBe(200)
      expect((await put(sha256Hex(bytes))).statusCode).toBe(200)
      const got = await world.core.app.inject({ method: 'GET', url: `/sync/v1/blobs/${sha256Hex(bytes)}`, headers })
      expect(got.rawPayload.equals(bytes)).toBe(true)
    })

    test('a pull is compressed for a desk that takes gzip', async () => {
      const world = await openWorld()
      const { headers } = await world.desk()
      const ask = (accept: string) =>
        world.core.app.inject({
          method: 'GET',
          url: '/sync/v1/pull?scope=nancy',
          headers: { ...headers, 'accept-encoding': accept },
        })
      const [plain, packed] = [await ask('identity'), await ask('gzip, br')]
      expect(packed.headers['content-encoding']).toBe('gzip')
      expect(gunzipSync(packed.rawPayload).toString('utf8')).toBe(plain.body)
    })

    test('the ledger’s view of a desk lists what was decided, in its order', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const caseId = world.ids.next()
      const commands = [1, 2].map((each) =>
        desk.command('number.reserveNumber', { msisdn: `+3363998000${each}`, caseId }),
      )
      await desk.push(...commands)
      const answer = await world.core.app.inject({
        method: 'GET',
        url: `/sync/v1/commands?device=${desk.id}&from=2`,
        headers: desk.headers,
      })
      expect(answer.json()).toMatchObject({
        more: false,
        commands: [{ deviceSeq: 2, resolvedBy: null, result: { id: commands[1]?.id, result: 'applied' } }],
      })
    })

    test('events say that there is more, after a command and not before', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const address = new URL(await world.core.app.listen({ port: 0, host: '127.0.0.1' }))
      const socket = createConnection(Number(address.port), '127.0.0.1')
      let heard = ''
      socket.on('data', (bytes) => {
        heard += bytes.toString('utf8')
      })
      const hears = (text: string): Promise<void> =>
        new Promise((resolve) => {
          const look = (): void =>
            heard.includes(text) ? resolve() : void socket.once('data', () => setImmediate(look))
          look()
        })
      socket.write(`GET /sync/v1/events HTTP/1.1\r\nhost: core\r\nauthorization: ${desk.headers.authorization}\r\n\r\n`)
      await hears(': linedesk')
      expect(heard).not.toContain('event: more')
      await world.advance(15_000)
      await hears(': heartbeat')
      await desk.push(desk.command('number.reserveNumber', { msisdn: '+33639980001', caseId: world.ids.next() }))
      await hears('event: more')
      socket.destroy()
    })
  })
