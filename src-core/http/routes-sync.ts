import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { askedAnchorSchema } from '#shared/contract/anchor.ts'
import type { CommandsResponse, PushResponse } from '#shared/contract/wire.ts'
import { nextCursorHeader, pushRequestSchema } from '#shared/contract/wire.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import type { Timers } from '../clock.ts'
import type { Device } from '../db/schema.ts'
import type { CoreRuntime } from '../runtime.ts'
import { tellUnknownAnchor } from '../sync/anchor.ts'
import { checkEpoch } from '../sync/epoch.ts'
import { resultOf } from '../sync/ledger.ts'
import { pullPage } from '../sync/pull.ts'
import { pushCommands } from '../sync/push.ts'
import { parsed } from './parse.ts'
import { refused } from './refusal.ts'
import { sendingDeviceOf, speakerOf } from './sessions.ts'
import { createTurns } from './turns.ts'

const pullQuery = z.object({
  scope: z.string().min(1).max(80),
  epoch: z.string().max(80).default(''),
  cursor: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  digest: z.literal('1').optional(),
  anchor: askedAnchorSchema.optional(),
})
const commandsQuery = z.object({ device: idSchema, from: z.coerce.number().int().min(0).default(0) })

/** At most this many ledger rows in one answer; the desk asks on from the last one. */
const ledgerPage = 500

/** Pages read or being sent at once: each is held in memory until it is gone, or until its desk has had time enough. */
const pullsAtOnce = 16
const longestPullMs = 2_000

/** A page of one or two changes is sent as it is: packing it takes longer than sending it. */
const packedFrom = 2_048

/** CSR-Sync: push, pull, and the ledger's view of a desk. */
export function syncRoutes(app: FastifyInstance, core: CoreRuntime, timers: Timers): void {
  const pulls = createTurns(timers, pullsAtOnce, longestPullMs)

  app.post('/sync/v1/push', async (request): Promise<PushResponse> => {
    const device = await sendingDeviceOf(core, request)
    const push = parsed(pushRequestSchema, request.body)
    if (push.deviceId !== device.id || push.commands.some((command) => command.deviceId !== device.id))
      throw refused('NOT_ALLOWED')
    await checkEpoch(core, push.epoch)
    return pushCommands(core, device, push)
  })

  app.get('/sync/v1/pull', async (request, reply) => {
    const { user, device } = await speakerOf(core, request)
    const query = parsed(pullQuery, request.query)
    if (query.scope !== user.scope) throw refused('NOT_ALLOWED')
    await checkEpoch(core, query.epoch, query.cursor)
    const { scope, cursor, digest, anchor } = query
    const end = await pulls.take()
    reply.raw.once('close', end)
    const page = await pullPage(core, { scope, deviceId: device.id, cursor, digest: digest === '1', anchor })
    if (anchor && !page.isAnchorKnown) await tellUnknownAnchor(core, device, anchor)
    // where the next page begins, before this one is read: a desk may ask for it meanwhile
    if (page.more) void reply.header(nextCursorHeader, page.cursor)
    return sendParts(request, reply, page.parts)
  })

  app.get('/sync/v1/commands', async (request) => {
    const device = await sendingDeviceOf(core, request)
    const query = parsed(commandsQuery, request.query)
    if (query.device !== device.id) throw refused('NOT_ALLOWED')
    return ledgerView(core, device, query.from)
  })
}

/** Lines of JSON, compressed where the desk takes gzip. A cut stream lacks its end line, so the desk sees the cut. */
function sendParts(request: FastifyRequest, reply: FastifyReply, parts: readonly (string | Buffer)[]): FastifyReply {
  const length = parts.reduce((all, part) => all + Buffer.byteLength(part), 0)
  void reply.type('application/x-ndjson').header('cache-control', 'no-store').header('vary', 'accept-encoding')
  const isPacked = length > packedFrom && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  // parts that other desks get too are sent as they are, never copied
  if (isPacked)
    return reply.header('content-encoding', 'gzip').send(Readable.from(parts).pipe(createGzip({ level: 1 })))
  if (length <= packedFrom) return reply.send(parts.join(''))
  return reply
    .header('content-length', length)
    .send(Readable.from(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))))
}

async function ledgerView(core: CoreRuntime, device: Device, from: number): Promise<CommandsResponse> {
  const rows = await core.store.db
    .selectFrom('ledger')
    .selectAll()
    .where('device_id', '=', device.id)
    .where('device_seq', '>=', from)
    .orderBy('device_seq')
    .limit(ledgerPage + 1)
    .execute()
  const counter = await core.store.db.selectFrom('feed_counter').select('epoch').executeTakeFirstOrThrow()
  return {
    epoch: counter.epoch,
    more: rows.length > ledgerPage,
    commands: rows.slice(0, ledgerPage).map((row) => ({
      deviceSeq: row.device_seq,
      decidedAt: row.decided_at,
      resolvedBy: row.resolved_by,
      result: resultOf(row),
    })),
  }
}
