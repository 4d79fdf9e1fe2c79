import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Chance } from '../random.ts'
import type { TallyBook } from '../tally.ts'
import { portalPage, refusalOf } from '../simulation/weather.ts'

/** A proxy that stands between real desks and real cores and misbehaves. */
export interface Proxy {
  readonly address: string
  /** Where the cores are; each request goes to one of them. None: nobody answers. */
  readonly setCores: (ports: readonly number[]) => void
  /** Share of requests that come to harm. */
  readonly setHarm: (share: number) => void
  readonly close: () => Promise<void>
}

type Mishap =
  | 'lostRequest'
  | 'lostAnswer'
  | 'twiceAtOnce'
  | 'twiceLater'
  | 'stall'
  | 'status'
  | 'portal'
  | 'cut'
  | 'drip'

interface Whole {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** Starts it on a port of this machine. */
export async function startProxy(chance: Chance, tally: TallyBook): Promise<Proxy> {
  let ports: readonly number[] = []
  let harm = 0
  const server: Server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy())
  })
  server.keepAliveTimeout = 1_000
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo // a server on TCP that listens has a port

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bytesOf(incoming)
    const mishap = chance.isHit(harm) ? mishapOf(chance) : undefined
    if (mishap) note(mishap)
    const core = ports.length === 0 ? undefined : chance.pick(ports)
    if (core === undefined || mishap === 'lostRequest') return void outgoing.destroy()
    if (mishap === 'portal') return void outgoing.writeHead(200, { 'content-type': 'text/html' }).end(portalPage)
    if (mishap === 'status') {
      const refusal = refusalOf(chance, `false-${chance.below(1e6)}`)
      return void outgoing.writeHead(refusal.status).end(refusal.body)
    }
    if (incoming.url?.startsWith('/sync/v1/events')) return pass(core, incoming, outgoing, mishap)
    if (mishap === 'stall') await pause(chance.between(500, 4_000))
    if (mishap === 'twiceLater') setTimeout(() => void ask(core, incoming, body).catch(() => undefined), 1_500).unref()
    const twin = mishap === 'twiceAtOnce' ? ask(core, incoming, body).catch(() => undefined) : undefined
    const answer = await ask(core, incoming, body)
    await twin
    if (mishap === 'lostAnswer') return void outgoing.destroy()
    await give(answer, outgoing, mishap)
  }

  async function give(answer: Whole, outgoing: ServerResponse, mishap: Mishap | undefined): Promise<void> {
    const { 'transfer-encoding': _chunked, connection: _connection, ...headers } = answer.headers
    outgoing.writeHead(answer.status, { ...headers, 'content-length': answer.body.length })
    if (mishap === 'cut') {
      outgoing.write(answer.body.subarray(0, chance.below(answer.body.length + 1)))
      await pause(20)
      return void outgoing.destroy()
    }
    if (mishap === 'drip') {
      const size = Math.max(1, Math.ceil(answer.body.length / 5))
      for (let at = 0; at < answer.body.length; at += size) {
        outgoing.write(answer.body.subarray(at, at + size))
        await pause(chance.between(50, 700))
      }
    } else outgoing.write(answer.body)
    outgoing.end()
  }

  /** The line of events, passed on as it comes; harmed, it is cut after a while. */
  function pass(core: number, incoming: IncomingMessage, outgoing: ServerResponse, mishap: Mishap | undefined): void {
    const asked = request(
      // no agent: its socket would have no listener for errors once the request is destroyed
      { port: core, host: '127.0.0.1', path: incoming.url, headers: incoming.headers, agent: false },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
        answer.on('error', () => outgoing.destroy())
      },
    )
    asked.on('error', () => outgoing.destroy())
    outgoing.on('close', () => asked.destroy())
    asked.end()
    if (mishap) setTimeout(() => asked.destroy(), chance.between(100, 3_000)).unref()
  }

  function note(mishap: Mishap): void {
    if (mishap === 'lostAnswer') tally.count('lost')
    else if (mishap === 'twiceAtOnce' || mishap === 'twiceLater') tally.count('doubled')
    else if (mishap === 'status') tally.count('refusedAtDoor')
    else if (mishap === 'stall') tally.count('late')
    else tally.count('damaged')
  }

  return {
    address: `http://127.0.0.1:${port}`,
    setCores: (next) => {
      ports = next
    },
    setHarm: (share) => {
      harm = share
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function mishapOf(chance: Chance): Mishap {
  return chance.weighted<Mishap>({
    ...{
      lostRequest: 2,
      lostAnswer: 4,
      twiceAtOnce: 3,
      twiceLater: 2,
      stall: 2,
      status: 2,
      portal: 1,
      cut: 3,
      drip: 2,
    },
  })
}

function ask(port: number, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Whole> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', method, path: url, headers, agent: false }, (answer) => {
      bytesOf(answer).then(
        (bytes) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }),
        reject,
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer) // no encoding is set: chunks are buffers
  return Buffer.concat(chunks)
}

function pause(ms: number): Promise<void> {
  return new Promise((next) => setTimeout(next, ms))
}
