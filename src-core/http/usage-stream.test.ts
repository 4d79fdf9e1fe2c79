import type { ClientRequest } from 'node:http'
import { request } from 'node:http'
import { afterAll, afterEach, expect, test } from 'vitest'
import { callLine, billingStores, postPaidLines, testMarket } from '../slices/bill/test-billing.ts'
import { streamUsage } from '../slices/usage/stream-usage.ts'
import { coreOver } from '../program/open-core.ts'
import type { Core } from '../server.ts'
import { silentLog } from '../log.ts'

const stores = billingStores()
const cores: Core[] = []
afterEach(async () => {
  for (const core of cores.splice(0)) await core.app.close()
  await stores.closeOpened()
})
afterAll(() => stores.stop())

const token = 'a token that only the mediation has'.replaceAll(' ', '-')

async function served(usageToken: string | null = token) {
  const store = await stores.open()
  const core = coreOver(store, { usageToken: usageToken ?? undefined, log: silentLog })
  cores.push(core)
  const { port } = new URL(await core.app.listen({ host: '127.0.0.1', port: 0 }))
  const [line] = await postPaidLines(store)
  const count = async (table: 'usage_record' | 'usage_reject') => {
    const row = await store.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    return Number(row.rows)
  }
  return { store, port, msisdn: line?.msisdn ?? '', count }
}

interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** Begins a stream to the core, and what it answers once the stream has ended. */
function post(port: string, headers: Readonly<Record<string, string>> = { authorization: `Bearer ${token}` }) {
  const sent = request({
    ...{ host: '127.0.0.1', port, method: 'POST', path: '/usage/v1/records' },
    headers: { 'content-type': 'application/x-ndjson', ...headers },
  })
  const answer = new Promise<Answer>((resolve, reject) => {
    sent.once('error', reject)
    sent.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
      })
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }))
    })
  })
  return { sent, answer }
}

/** Writes pieces as the connection takes them. */
async function write(sent: ClientRequest, pieces: readonly string[]): Promise<void> {
  for (const piece of pieces) if (!sent.write(piece)) await new Promise((taken) => sent.once('drain', taken))
}

test('20,000 lines with a broken one, cut off in the middle and sent again: each record is there once', async () => {
  const { port, msisdn, count } = await served()
  const lines = Array.from({ length: 20_000 }, (_, index) => `${callLine({ id: `r${index}`, msisdn })}\n`)
  lines[7_000] = '{"id":"half",\n'
  const cut = post(port)
  const broken = cut.answer.catch((error: unknown) => String(error))
  await write(cut.sent, lines.slice(0, 10_000))
  cut.sent.write((lines[10_000] ?? '').slice(0, 40))
  await expect.poll(() => count('usage_record'), { timeout: 20_000, interval: 20 }).toBeGreaterThan(8_000)
  cut.sent.destroy()
  expect(await broken).toMatch(/socket hang up|ECONNRESET/)
  const again = post(port)
  await write(again.sent, lines)
  again.sent.end()
  const { status, body } = await again.answer
  expect(status).toBe(200)
  expect(body).toMatchObject({ lines: 20_000, rejected: 1, late: 0 })
  expect(Number(body['stored']) + Number(body['known'])).toBe(19_999)
  expect(Number(body['known'])).toBeGreaterThan(8_000)
  expect(body['rejects']).toEqual([{ line: 7_001, reason: 'UNREADABLE', field: '' }])
  expect([await count('usage_record'), await count('usage_reject')]).toEqual([19_999, 1])
})

test('the next piece is asked for when the one before is stored', async () => {
  const { store, msisdn, count } = await served()
  const kept: number[] = []
  async function* pieces() {
    for (let piece = 0; piece < 5; piece += 1) {
      kept.push(await count('usage_record'))
      const lines = Array.from({ length: 700 }, (_, index) => callLine({ id: `${piece}-${index}`, msisdn }))
      yield `${lines.join('\n')}\n`
    }
  }
  await streamUsage(store, pieces(), { id: 's', rules: testMarket })
  expect(kept).toEqual([0, 700, 1400, 2100, 2800])
})

test('is refused without the token, for another type, and where no core takes usage', async () => {
  const { port, msisdn, count } = await served()
  const line = `${callLine({ id: 'a', msisdn })}\n`
  const told = async (at: string, headers: Readonly<Record<string, string>>): Promise<unknown> => {
    const { sent, answer } = post(at, headers)
    sent.end(line)
    const { status, body } = await answer
    return [status, body['code']]
  }
  expect(await told(port, { authorization: '' })).toEqual([401, 'NOT_SIGNED_IN'])
  expect(await told(port, { authorization: `Bearer ${token}x` })).toEqual([401, 'NOT_SIGNED_IN'])
  const right = { authorization: `Bearer ${token}` }
  expect(await told(port, { ...right, 'content-type': 'application/json' })).toEqual([400, 'MALFORMED'])
  expect(await count('usage_record')).toBe(0)
  const closed = await served(null)
  expect(await told(closed.port, right)).toEqual([404, 'NOT_FOUND'])
})
