import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import type { Reply } from '#shared/contract/procedures.ts'
import { callSchema } from '#shared/contract/procedures.ts'
import { readPageFile } from '#main/host/page-files.ts'
import { makeTickets } from './tickets.ts'

export interface WebServerOptions {
  readonly pageFolder: string
  readonly port: number
  readonly random: () => string
  readonly answer: (name: string, input: unknown) => Promise<Reply>
  /** Called when the last tab closed: its link is used up, a new one is `link()`. */
  readonly onLastTabClosed: () => void
}

export interface WebServer {
  /** The address to open; its token works once. */
  readonly link: () => string
  readonly tell: (name: string, payload: unknown) => void
  readonly close: () => Promise<void>
}

/** A tab that comes back within this time was only loaded anew. */
const reloadMs = 3000
const linkUsed =
  'This link was used already; it opens the desk once. The program that runs Linedesk shows a new one when its last tab is closed.\n'
/** A file of evidence, as base64, and what stands around it. */
const maxMessageBytes = 12 * 1024 * 1024
const claimSchema = z.union([
  z.strictObject({ token: z.string().max(100) }),
  z.strictObject({ ticket: z.string().max(100) }),
])
const numberedCall = callSchema.extend({ id: z.int() })

/**
 * Serves the page and its bridge on 127.0.0.1 only. Host and Origin must be its own (against pages of other sites and
 * renamed addresses), and the first message on the socket must hold a token or ticket. Rejects when the port is taken.
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const tickets = makeTickets(options.random)
  let isClosed = false
  const admitted = new Set<WebSocket>()
  const http = createServer((request, response) => void answerFile(request, response))
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(options.port, '127.0.0.1', resolve)
  })
  const { port } = http.address() as AddressInfo // as: a TCP server that listens has a port
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes })
  http.on('upgrade', (request, socket, head) => {
    const isOurs = isOurHost(request, port) && isOurOrigin(request, port) && request.url === '/bridge'
    if (isOurs) sockets.handleUpgrade(request, socket, head, admit)
    else socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
  })
  return {
    link: () => `http://127.0.0.1:${port}/#token=${tickets.token()}`,
    tell: (name, payload) => admitted.forEach((socket) => send(socket, { event: { name, payload } })),
    close: () => {
      isClosed = true
      for (const socket of sockets.clients) socket.terminate()
      http.closeAllConnections()
      return new Promise((resolve) => http.close(() => resolve()))
    },
  }

  async function answerFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurHost(request, port)) return void response.writeHead(403).end()
    const asked = request.url ?? '/'
    const path = URL.canParse(asked, 'http://page') ? new URL(asked, 'http://page').pathname : undefined
    if (path === undefined) return void response.writeHead(404).end()
    if (path === '/link-used')
      return void response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(linkUsed)
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    const file = isRead ? await readPageFile(options.pageFolder, path, `ws://127.0.0.1:${port}`) : undefined
    if (!file) return void response.writeHead(404).end()
    response.writeHead(200, file.headers).end(request.method === 'HEAD' ? undefined : file.bytes)
  }

  function admit(socket: WebSocket): void {
    socket.on('error', () => socket.terminate())
    socket.once('message', (data) => {
      const claim = claimSchema.safeParse(parseJson(String(data)))
      const ticket = claim.success ? tickets.admit(claim.data) : undefined
      if (ticket === undefined) return socket.close(4401)
      admitted.add(socket)
      socket.on('close', () => {
        admitted.delete(socket)
        setTimeout(() => admitted.size === 0 && !isClosed && options.onLastTabClosed(), reloadMs).unref()
      })
      socket.on('message', (message) => void answerCall(socket, String(message)))
      send(socket, { ticket })
    })
  }

  async function answerCall(socket: WebSocket, text: string): Promise<void> {
    const call = numberedCall.safeParse(parseJson(text))
    if (!call.success) return
    const reply = await options.answer(call.data.name, call.data.input).catch(() => failed)
    send(socket, { id: call.data.id, reply })
  }
}

const failed: Reply = { ok: false, error: { code: 'INTERNAL' } }

function send(socket: WebSocket, message: unknown): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
}

function isOurHost(request: IncomingMessage, port: number): boolean {
  return request.headers.host === `127.0.0.1:${port}`
}

function isOurOrigin(request: IncomingMessage, port: number): boolean {
  return request.headers.origin === `http://127.0.0.1:${port}`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
