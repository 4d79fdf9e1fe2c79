import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { startWebServer } from '#main/web/server.ts'
import type { WebServer } from '#main/web/server.ts'
import type { Reply } from '#shared/contract/procedures.ts'
import { socketCarrier } from '#renderer/bridge/socket-carrier.ts'
import type { Tab } from '#renderer/bridge/socket-carrier.ts'

let server: WebServer
let port = 0
let asked: string[]
/** Calls that the server has been asked and holds back until `release`. */
let held: ((reply: Reply) => void)[]
let isHolding: boolean
/** Tabs of the test, which close after it; an open one would go on looking for its host for ever. */
let tabs: ReturnType<typeof makeTab>[]
beforeEach(async () => {
  tabs = []
  asked = []
  held = []
  isHolding = false
  await startServer()
})
afterEach(async () => {
  for (const tab of tabs) tab.close()
  await server.close()
})

describe('the bridge over a socket', () => {
  it('carries a call, its reply and events', async () => {
    const carrier = socketCarrier(makeTab())
    expect(await carrier.call('desk.status', {})).toEqual({ ok: true, value: 'desk.status' })
    const event = new Promise((resolve) => carrier.onEvent(resolve))
    server.tell('changed', { topics: ['desk'] })
    expect(await event).toEqual({ name: 'changed', payload: { topics: ['desk'] } })
  })

  it('asks a query again after the host came back, and finds its way back with the ticket', async () => {
    const tab = makeTab()
    const carrier = socketCarrier(tab)
    await carrier.call('desk.status', {})
    isHolding = true
    const answer = carrier.call('desk.startup', {})
    await expect.poll(() => held.length).toBe(1)
    await restart(tab)
    expect(await answer).toEqual({ ok: true, value: 'desk.startup' })
    expect(asked).toEqual(['desk.status', 'desk.startup', 'desk.startup'])
  })

  it('answers a command under way INTERNAL, because nobody knows whether it was done', async () => {
    const tab = makeTab()
    const carrier = socketCarrier(tab)
    const seen: boolean[] = []
    carrier.onConnection?.((isConnected) => seen.push(isConnected))
    isHolding = true
    const answer = carrier.call('staff.signOut', {})
    await expect.poll(() => held.length).toBe(1)
    await restart(tab)
    expect(await answer).toEqual({ ok: false, error: { code: 'INTERNAL' } })
    expect(await carrier.call('desk.status', {})).toMatchObject({ ok: true })
    expect(asked).toEqual(['staff.signOut', 'desk.status'])
    expect(seen).toEqual([false, true, false, true])
  })

  it('leaves for the page that says so when its link was used before', async () => {
    const link = server.link()
    await socketCarrier(makeTab()).call('desk.status', {})
    const late = makeTab()
    late.open(link)
    socketCarrier(late)
    await expect.poll(late.hasLeft).toBe(true)
  })
})

async function startServer(): Promise<void> {
  server = await startWebServer({
    pageFolder: '',
    port,
    random: () => crypto.randomUUID(),
    answer: (name) => {
      asked.push(name)
      return isHolding ? new Promise((resolve) => held.push(resolve)) : Promise.resolve({ ok: true, value: name })
    },
    onLastTabClosed: () => {},
  })
  port = Number(new URL(server.link()).port)
}

/** The host ends and is started again; the person opens its new link in the same tab. */
async function restart(tab: ReturnType<typeof makeTab>): Promise<void> {
  await server.close()
  isHolding = false
  await startServer()
  tab.open(server.link())
}

interface TestTab extends Tab {
  readonly open: (link: string) => void
  readonly hasLeft: () => boolean
  readonly close: () => void
}

function makeTab(): TestTab {
  let hasLeft = false
  let isClosed = false
  const kept = new Map<string, string>()
  let link = server.link()
  const tab: TestTab = {
    openSocket: (path) => {
      if (isClosed) return new EventTarget() as ReturnType<Tab['openSocket']> // as: nothing is ever heard of it
      const { host, origin } = new URL(link)
      const socket = new WebSocket(`ws://${host}${path}`, { origin })
      socket.on('error', () => undefined) // in a browser nobody has to listen
      // as: ws keeps to the browser's interface; unlike Node's own it can name its origin, as a browser does
      return socket as unknown as ReturnType<Tab['openSocket']>
    },
    tickets: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    takeToken: () => {
      const token = new URLSearchParams(new URL(link).hash.slice(1)).get('token')
      link = new URL(link).origin
      return token
    },
    leave: () => void (hasLeft = true),
    hasLeft: () => hasLeft,
    open: (next) => void (link = next),
    close: () => void (isClosed = true),
  }
  tabs.push(tab)
  return tab
}
