import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { isSecret } from '#shared/node/crypto.ts'
import type { CoreRuntime } from '../runtime.ts'
import { marketRules } from '../slices/bill/market-rules.ts'
import type { UsageStream } from '../slices/usage/stream-usage.ts'
import { streamUsage } from '../slices/usage/stream-usage.ts'
import { refused } from './refusal.ts'

/** Streams taken in at once; another one is told to come again. */
const streamsAtOnce = 2
const retryAfterS = 5

/**
 * POST /usage/v1/records: usage as the network's mediation has it, one JSON record a line (application/x-ndjson), read as
 * fast as it is stored. Other systems show the token of LINEDESK_USAGE_TOKEN; a core without one has no such address.
 */
export function usageRoutes(app: FastifyInstance, core: CoreRuntime): void {
  const { store, usageToken } = core
  if (usageToken === undefined) return
  let taking = 0
  void app.register((door, _options, ready) => {
    door.removeAllContentTypeParsers()
    door.addContentTypeParser('application/x-ndjson', (_request, body, done) => done(null, body))
    door.addHook('onRequest', async (request, reply) => {
      // who is refused while they still send is not listened to any longer
      void reply.header('connection', 'close')
      const token = /^Bearer (\S{1,400})$/.exec(request.headers.authorization ?? '')?.[1]
      if (token === undefined || !isSecret(token, usageToken)) throw refused('NOT_SIGNED_IN')
      if (taking >= streamsAtOnce) throw refused('OVERLOADED', undefined, retryAfterS)
    })
    door.post('/usage/v1/records', async (request): Promise<UsageStream> => {
      const { body } = request
      if (!(body instanceof Readable)) throw refused('MALFORMED', { field: 'body' })
      const rules = await marketRules(store.db)
      if (!rules) throw refused('NOT_FOUND')
      const id = `stream:${core.ids.next()}`
      taking += 1
      try {
        const done = await streamUsage(store, body.setEncoding('utf8'), { id, rules })
        const { stored, known, rejected, late } = done
        core.log('info', 'usage.streamed', { stream: id, stored, known, rejected, late })
        return done
      } catch (error) {
        if (!body.errored) throw error
        core.log('warn', 'usage.brokenOff', { stream: id })
        throw refused('MALFORMED', { field: 'body' })
      } finally {
        taking -= 1
      }
    })
    ready()
  })
}
