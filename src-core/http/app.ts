import type { FastifyError, FastifyInstance } from 'fastify'
import fastify from 'fastify'
import { blobLimitBytes, bodyLimitBytes, protocolVersion } from '#shared/contract/wire.ts'
import type { Timers } from '../clock.ts'
import { isPassing } from '../db/failure.ts'
import type { CoreRuntime } from '../runtime.ts'
import type { Refused } from './refusal.ts'
import { bodyOfRefusal, isRefused, refused, statusOf } from './refusal.ts'
import { billRoutes } from './routes-bills.ts'
import { blobRoutes } from './routes-blobs.ts'
import { demonstrationRoutes } from './routes-demonstration.ts'
import { eventRoutes } from './routes-events.ts'
import { pukRoutes } from './routes-puk.ts'
import { sessionRoutes } from './routes-session.ts'
import { trailRoutes } from './routes-trail.ts'
import { usageRoutes } from './routes-usage.ts'
import { syncRoutes } from './routes-sync.ts'

/** Requests worked on at once at most; more are told to come again. Streams of events do not count. */
const requestsAtOnce = 200

/** The core's door: every route, every refusal with its code. `timers` beat the heart of event streams. */
export function createApp(core: CoreRuntime, timers: Timers): FastifyInstance {
  const app = fastify({
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 128 },
  })
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: blobLimitBytes },
    (_request, body, done) => {
      done(null, body)
    },
  )
  app.addHook('onRequest', async (request) => {
    const spoken = request.headers['x-linedesk-protocol']
    if (spoken !== undefined && spoken !== String(protocolVersion))
      throw refused('VERSION_UNSUPPORTED', { spoken: protocolVersion })
  })
  app.addHook('onReady', async () => core.store.disk.begin())
  // whatever an answer tells of has outlived a power cut before it leaves
  app.addHook('onSend', () => core.store.disk.reached())
  limitLoad(app)
  app.setNotFoundHandler(() => {
    throw refused('NOT_FOUND')
  })
  app.setErrorHandler((error, request, reply) => {
    const answer = isRefused(error) ? error : translated(error)
    if (!answer) {
      core.log('error', 'request.failed', { method: request.method, route: request.routeOptions.url ?? '' })
      return reply.code(500).send({ code: 'INTERNAL', message: 'The core made a mistake; it is in its log.' })
    }
    const { code, retryAfterS } = answer.refused
    if (retryAfterS !== undefined) void reply.header('retry-after', retryAfterS)
    if (code === 'UNAVAILABLE') core.log('error', 'storage.unavailable', { route: request.routeOptions.url ?? '' })
    return reply.code(statusOf(code)).send(bodyOfRefusal(answer))
  })
  sessionRoutes(app, core)
  syncRoutes(app, core, timers)
  blobRoutes(app, core)
  demonstrationRoutes(app, core)
  pukRoutes(app, core)
  billRoutes(app, core)
  usageRoutes(app, core)
  trailRoutes(app, core)
  const endStreams = eventRoutes(app, core, timers)
  app.addHook('preClose', async () => endStreams())
  return app
}

function limitLoad(app: FastifyInstance): void {
  let working = 0
  app.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url === '/sync/v1/events') return
    if (working >= requestsAtOnce) throw refused('OVERLOADED', undefined, 1)
    working += 1
    reply.raw.once('close', () => {
      working -= 1
    })
  })
}

const retryAfterS = 1

/** Failures of the server and of the database as refusals; undefined for a bug of ours. */
function translated(error: unknown): Refused | undefined {
  if (isPassing(error)) return refused('UNAVAILABLE', undefined, retryAfterS)
  if (!isFastifyError(error)) return undefined
  if (error.statusCode === 413) return refused('TOO_LARGE')
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return refused('MALFORMED')
  return undefined
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'statusCode' in error
}
