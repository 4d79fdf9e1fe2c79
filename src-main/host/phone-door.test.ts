import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Reply } from '#shared/contract/procedures.ts'
import type { PhoneDoor } from './phone-door.ts'
import { openPhoneDoor, phoneFileName } from './phone-door.ts'

let folder = ''
let door: PhoneDoor
let calls: unknown[] = []
let reply: Reply = { ok: true, value: {} }

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linedesk-phone-'))
  calls = []
  reply = { ok: true, value: {} }
  door = openPhoneDoor({
    folder,
    call: (name, input) => {
      calls.push([name, input])
      return Promise.resolve(reply)
    },
    onProblem: () => undefined,
  })
  await vi.waitUntil(() => existsSync(join(folder, phoneFileName)))
})
afterEach(() => {
  door.stop()
  rmSync(folder, { recursive: true, force: true })
})

function place(): { readonly port: number; readonly token: string } {
  const text = readFileSync(join(folder, phoneFileName), 'utf8')
  return z.object({ port: z.int(), token: z.string() }).parse(JSON.parse(text))
}

async function post(body: unknown, more: { path?: string; headers?: Record<string, string>; method?: string } = {}) {
  const { port, token } = place()
  const method = more.method ?? 'POST'
  const answer = await fetch(`http://127.0.0.1:${port}${more.path ?? '/call'}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...more.headers },
    ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return answer.status
}

test('a telephone program rings the desk, with the token of the file that only this user can read', async () => {
  expect(statSync(join(folder, phoneFileName)).mode & 0o077).toBe(0)
  expect(await post({ number: '+33639984112', queue: 'Bill question', waited: 72 })).toBe(204)
  expect(calls).toEqual([
    ['phone.ring', { number: '+33639984112', queue: 'Bill question', waitedS: 72, direction: 'inbound' }],
  ])
})

test.each([
  ['a page of a browser', {}, { headers: { origin: 'https://shop.example' } }, 403],
  ['another token', {}, { headers: { authorization: 'Bearer guessed' } }, 401],
  ['another path', { number: '1' }, { path: '/calls' }, 404],
  ['no body', '', {}, 400],
  ['a body that is no call', { queue: 'x' }, {}, 400],
  ['a number too long', { number: '1'.repeat(41) }, {}, 400],
  ['a body too large', 'x'.repeat(9_000), {}, 413],
  ['reading', {}, { method: 'GET' }, 405],
])('%s is refused, and nothing rings', async (_name, body, more, status) => {
  expect(await post(body, more)).toBe(status)
  expect(calls).toEqual([])
})

test.each([
  ['CALL_BUSY', 409],
  ['NOT_SIGNED_IN', 423],
  ['INTERNAL', 503],
])('%s is told by the status', async (code, status) => {
  reply = { ok: false, error: { code } }
  expect(await post({ number: '1' })).toBe(status)
})

test('the file goes with the door', () => {
  door.stop()
  expect(existsSync(join(folder, phoneFileName))).toBe(false)
})
