import { randomBytes, timingSafeEqual } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import type { Reply } from '#shared/contract/procedures.ts'
import { writeWhole } from './preferences.ts'

/** Name of the file, in the folder of the desk's data, that says where the door is and with what token. */
export const phoneFileName = 'phone.json'

const bodySchema = z.object({
  number: z.string().max(40),
  queue: z.string().max(80).default(''),
  waited: z.int().min(0).max(86_400).nullable().default(null),
  direction: z.enum(['in', 'out']).default('in'),
})

const bytesAtMost = 4_096

export interface PhoneDoor {
  readonly stop: () => void
}

/**
 * The telephone's door: HTTP on loopback only, for a telephone program on this machine (docs/phone.md). `POST /call` with
 * the token as bearer rings; any page of a browser is refused, whatever it sends, by its Origin. Port and token are new at
 * each start and stand in `phone.json`, which only this user can read; the file goes when the door closes.
 */
export function openPhoneDoor(options: {
  readonly folder: string
  readonly call: (name: string, input: unknown) => Promise<Reply>
  readonly onProblem: (code: string) => void
}): PhoneDoor {
  const token = randomBytes(24).toString('base64url')
  const file = join(options.folder, phoneFileName)
  const server = createServer((request, response) => {
    void answer(request, token, options.call)
      .catch(() => [500, 'INTERNAL'] as const)
      .then(([status, code]) => send(response, status, code))
  })
  server.on('error', () => options.onProblem('PHONE_DOOR_CLOSED'))
  server.listen(0, '127.0.0.1', () => {
    try {
      writeWhole(file, Buffer.from(`${JSON.stringify({ port: portOf(server), token })}\n`))
    } catch {
      // without the file nobody can find the door: the desk works on without it
      options.onProblem('PHONE_FILE_FAILED')
      server.close()
    }
  })
  server.unref()
  return {
    stop: () => {
      server.close()
      rmSync(file, { force: true })
    },
  }
}

type Status = readonly [status: number, code: string]

async function answer(
  request: IncomingMessage,
  token: string,
  call: (name: string, input: unknown) => Promise<Reply>,
): Promise<Status> {
  if (!isLocal(request)) return [403, 'NOT_ALLOWED']
  if (!hasToken(request, token)) return [401, 'TOKEN_WRONG']
  if (request.url !== '/call') return [404, 'NOT_FOUND']
  if (request.method !== 'POST') return [405, 'POST_ONLY']
  const text = await readBody(request)
  if (text === undefined) return [413, 'TOO_LARGE']
  const body = bodySchema.safeParse(jsonOf(text))
  if (!body.success) return [400, 'MALFORMED']
  const { number, queue, waited, direction } = body.data
  const reply = await call('phone.ring', {
    number,
    queue,
    waitedS: waited,
    direction: direction === 'out' ? 'outbound' : 'inbound',
  })
  if (reply.ok) return [204, '']
  const { code } = reply.error
  return [code === 'CALL_BUSY' ? 409 : code === 'NOT_SIGNED_IN' ? 423 : 503, code]
}

/** From this machine by its loopback name, and from no page of a browser (a page's request always tells its origin). */
function isLocal({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? ''
  return headers.origin === undefined && /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)
}

function hasToken({ headers }: IncomingMessage, token: string): boolean {
  const given = Buffer.from(headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    const bytes = Buffer.from(part as Uint8Array) // a request without an encoding gives bytes
    size += bytes.length
    if (size > bytesAtMost) return undefined
    parts.push(bytes)
  }
  return Buffer.concat(parts).toString('utf8')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function send(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
  response.end(code === '' ? '' : JSON.stringify({ code }))
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
