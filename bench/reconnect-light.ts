import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:http'
import { nextCursorHeader, protocolVersion } from '#shared/contract/wire.ts'

/** A desk as far as the core's door sees one: its sign-in and the place in the feed where it was cut off. */
export interface LightDesk {
  readonly token: string
  readonly scope: string
  readonly cursor: number
}

/** What one of them had done when it was up to date. */
export interface LightDone {
  readonly ms: number
  readonly rows: number
  /** Answers 429 or 503 it met, each waited out as long as the core asked for. */
  readonly waits: number
}

/** What the parent sends to begin. */
export interface LightJob {
  readonly address: string
  readonly epoch: string
  /** Where the feed stood when they came back. */
  readonly upTo: number
  readonly desks: readonly LightDesk[]
}

// A process of its own: many light desks come back at once, each pulls from its old cursor over a connection of its own,
// parses every line and counts the rows; then it listens for more and pulls it, as a desk would, until the parent ends it.
process.on('message', (raw) => {
  const { address, epoch, upTo, desks } = raw as LightJob // as: the other end is reconnect.bench.ts
  const began = performance.now()
  for (const [index, desk] of desks.entries())
    void comeBack(address, epoch, upTo, desk, began).then((done) => process.send?.({ index, ...done }))
})
process.on('disconnect', () => process.exit(0))

async function comeBack(address: string, epoch: string, upTo: number, desk: LightDesk, began: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 })
  let { cursor } = desk
  let [rows, waits] = [0, 0]

  async function catchUp(): Promise<void> {
    for (;;) {
      const query = new URLSearchParams({ scope: desk.scope, epoch, cursor: String(cursor) })
      const answer = await get(agent, `${address}/sync/v1/pull?${query.toString()}`, desk.token)
      if (answer.statusCode === 429 || answer.statusCode === 503) {
        answer.resume()
        waits += 1
        await new Promise((next) => setTimeout(next, Number(answer.headers['retry-after'] ?? 1) * 1000))
        continue
      }
      if (answer.statusCode !== 200) throw new Error(`the core answered ${answer.statusCode}`)
      const page = await read(answer)
      rows += page.rows
      cursor = page.cursor
      if ((answer.headers[nextCursorHeader] === undefined) === page.more) throw new Error('header and end line differ')
      if (!page.more) return
    }
  }

  await catchUp()
  if (cursor < upTo) throw new Error('up to date before the end of the feed')
  const done: LightDone = { ms: performance.now() - began, rows, waits }
  void follow(agent, address, desk.token, catchUp)
  return done
}

/** One pull at a time, and once more for whatever was heard meanwhile. */
async function follow(agent: Agent, address: string, token: string, catchUp: () => Promise<void>): Promise<void> {
  const stream = await get(agent, `${address}/sync/v1/events`, token)
  let isHeard = true
  let isPulling = false
  const pull = async (): Promise<void> => {
    if (isPulling) return
    isPulling = true
    while (isHeard) {
      isHeard = false
      await catchUp()
    }
    isPulling = false
  }
  stream.setEncoding('utf8').on('data', (text: string) => {
    isHeard ||= text.includes('event: more')
    void pull()
  })
}

function get(agent: Agent, url: string, token: string): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    const headers = { authorization: `Bearer ${token}`, 'x-linedesk-protocol': String(protocolVersion) }
    request(url, { agent, headers }, answered).on('error', failed).end()
  })
}

async function read(answer: IncomingMessage): Promise<{ rows: number; cursor: number; more: boolean }> {
  let [rows, rest] = [0, '']
  let end: { readonly cursor: number; readonly more: boolean } | undefined
  const count = (text: string): void => {
    const line: unknown = JSON.parse(text)
    if (typeof line !== 'object' || line === null) throw new Error('a line that is no object')
    if ('rows' in line && Array.isArray(line.rows)) rows += line.rows.length
    else if ('end' in line) end = line as unknown as NonNullable<typeof end> // as: an end line has both
  }
  for await (const part of answer.setEncoding('utf8')) {
    const lines = (rest + String(part)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) count(line)
  }
  if (!end) throw new Error('a page without its end')
  return { rows, ...end }
}
