import { mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startWebServer } from './server.ts'
import type { WebServer } from './server.ts'

let server: WebServer
let origin: string
let token: string
let closedTabs: number
beforeEach(async () => {
  const pageFolder = mkdtempSync(join(tmpdir(), 'linedesk-web-'))
  writeFileSync(join(pageFolder, 'index.html'), 'page')
  let made = 0
  closedTabs = 0
  server = await startWebServer({
    pageFolder,
    port: 0,
    random: () => `secret-${(made += 1)}`,
    answer: async (name, input) => ({ ok: true, value: { name, input } }),
    onLastTabClosed: () => void (closedTabs += 1),
  })
  const link = new URL(server.link())
  origin = link.origin
  token = new URLSearchParams(link.hash.slice(1)).get('token') ?? ''
})
afterEach(() => server.close())

describe('the web host', () => {
  it.each(['//', '/../key.bin', '/%2e%2e/key.bin', '/%00'])('has nothing at %s, and says so', async (path) => {
    expect(await statusWithHost(new URL(origin).host, path)).toBe(404)
  })

  it('serves the page with a content policy', async () => {
    const answer = await fetch(`${origin}/`)
    expect(await answer.text()).toBe('page')
    expect(answer.headers.get('content-security-policy')).toContain(`connect-src 'self' ws://${new URL(origin).host}`)
  })

  it('answers a call after the token, and gives a ticket that works again where the token does not', async () => {
    const first = await open({ token })
    const ticket = (await first.next()) as { ticket: string } // as: what the server sends first
    first.send({ id: 7, name: 'desk.status', input: { a: 1 } })
    expect(await first.next()).toEqual({ id: 7, reply: { ok: true, value: { name: 'desk.status', input: { a: 1 } } } })
    expect(await (await open({ token })).closed).toBe(4401)
    expect(await (await open(ticket)).next()).toEqual(ticket)
  })

  it('tells events to tabs that were let in only, and that the last one closed', async () => {
    const stranger = await open(undefined)
    const tab = await open({ token })
    await tab.next()
    server.tell('changed', { topics: ['desk'] })
    expect(await tab.next()).toEqual({ event: { name: 'changed', payload: { topics: ['desk'] } } })
    expect(stranger.got()).toBe(0)
    tab.close()
    await expect.poll(() => closedTabs, { timeout: 5000 }).toBe(1)
    expect(server.link()).not.toContain(token)
  })

  it.each([[{ token: 'wrong' }], [{ ticket: 'wrong' }], [{}], ['rubbish'], [{ token: 'x'.repeat(200) }]])(
    'closes on the first message %j',
    async (claim) => {
      expect(await (await open(claim)).closed).toBe(4401)
    },
  )

  it('refuses another origin, none, and another path', async () => {
    await expect(open({ token }, { from: 'http://evil.test' })).rejects.toThrow('403')
    await expect(open({ token }, { from: 'null' })).rejects.toThrow('403')
    await expect(open({ token }, { path: '/other' })).rejects.toThrow('403')
  })

  it('refuses a request that names another host', async () => {
    expect(await statusWithHost('evil.test')).toBe(403)
    expect(await statusWithHost(new URL(origin).host)).toBe(200)
  })

  it('rejects when its port is taken', async () => {
    const taken = Number(new URL(origin).port)
    const again = startWebServer({
      pageFolder: '',
      port: taken,
      random: () => 'x',
      answer: async () => ({ ok: true, value: 1 }),
      onLastTabClosed: () => {},
    })
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

/** Opens the bridge as a page would and sends a first message. */
async function open(claim: unknown, { from = origin, path = '/bridge' } = {}) {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { origin: from })
  const inbox: unknown[] = []
  const waiting: ((message: unknown) => void)[] = []
  socket.on('message', (data) => {
    const message: unknown = JSON.parse(String(data))
    const next = waiting.shift()
    if (next) next(message)
    else inbox.push(message)
  })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise<void>((resolve, reject) => {
    socket.on('open', () => resolve())
    socket.on('error', reject)
  })
  if (claim !== undefined) socket.send(JSON.stringify(claim))
  return {
    closed,
    close: () => socket.close(),
    got: () => inbox.length,
    send: (message: unknown) => socket.send(JSON.stringify(message)),
    next: (): Promise<unknown> =>
      inbox.length > 0 ? Promise.resolve(inbox.shift()) : new Promise((resolve) => waiting.push(resolve)),
  }
}

function statusWithHost(host: string, path = '/'): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(origin, { path, headers: { host } }, (answer) => resolve(answer.statusCode ?? 0))
    asked.on('error', reject)
    asked.end()
  })
}
