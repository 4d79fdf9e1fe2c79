import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { httpBureau } from './http-bureau.ts'

const question = { personHash: 'f'.repeat(64), surname: 'Eriksson', givenNames: 'Anna Maria', birthDate: '1974-08-12' }
const record = { kind: 'record', paidOnTime: 30, paidLate: 3, openDebtMinor: 0, insolvencies: 0 }
const silent = { kind: 'silent' }

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}/class`
}

const json =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }

const cases: readonly (readonly [string, RequestListener, unknown])[] = [
  ['a record', json(record), record],
  ['nobody of that name', json({ kind: 'unknown' }), { kind: 'unknown' }],
  ['an error of the server', json(record, 500), silent],
  ['a refusal', json({ error: 'who are you' }, 401), silent],
  ['negative payments', json({ ...record, paidOnTime: -1 }), silent],
  ['half a record', json({ kind: 'record', paidOnTime: 3 }), silent],
  ['no JSON', (_request, response) => void response.end('<html>Sign in to the Wi-Fi</html>'), silent],
  [
    'an answer cut off',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '500' }).write('{"kind":')
      setImmediate(() => response.destroy())
    },
    silent,
  ],
  ['an answer without end', (_request, response) => void response.end('x'.repeat(200_000)), silent],
  ['an address elsewhere', (_request, response) => void response.writeHead(302, { location: '/other' }).end(), silent],
]

describe('a bureau behind HTTP', () => {
  test.each(cases)('answers with %s', async (_what, answer, expected) => {
    const url = await listen(answer)
    expect(await httpBureau({ url, timeoutMs: 2_000 }).ask(question)).toEqual(expected)
  })

  test('that is too slow is silent, and is not waited for', async () => {
    const url = await listen(() => undefined)
    const begun = performance.now()
    expect(await httpBureau({ url, timeoutMs: 100 }).ask(question)).toEqual(silent)
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  test('that is not there is silent', async () => {
    expect(await httpBureau({ url: 'http://127.0.0.1:9/', timeoutMs: 500 }).ask(question)).toEqual(silent)
  })

  test('hears names and birth date, never our hash', async () => {
    let heard = ''
    const url = await listen((request, response) => {
      request.on('data', (part: Buffer) => {
        heard += part.toString()
      })
      request.on('end', () => json({ kind: 'unknown' })(request, response))
    })
    await httpBureau({ url, timeoutMs: 2_000 }).ask(question)
    expect(JSON.parse(heard)).toEqual({ surname: 'Eriksson', givenNames: 'Anna Maria', birthDate: '1974-08-12' })
  })
})
