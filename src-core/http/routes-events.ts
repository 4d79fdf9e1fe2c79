import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Timers } from '../clock.ts'
import type { CoreRuntime } from '../runtime.ts'
import { speakerOf } from './sessions.ts'

const heartbeatMs = 15_000
const more = 'event: more\ndata: {}\n\n'

/**
 * Server-sent events: "there is more" after each transaction that wrote, and every 15 s beside a heartbeat by which a dead
 * line is noticed: a word that was lost on the way costs a desk a quarter of a minute, never more. Data never comes this
 * way. Gives a function that ends all streams.
 */
export function eventRoutes(app: FastifyInstance, core: CoreRuntime, timers: Timers): () => void {
  const streams = new Set<ServerResponse>()

  app.get('/sync/v1/events', async (request, reply) => {
    await speakerOf(core, request)
    reply.hijack()
    const stream = reply.raw
    streams.add(stream)
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    stream.write(': linedesk\n\n')
    const silence = core.store.feed.listen(() => void stream.write(more))
    let cancel = timers.after(heartbeatMs, beat)
    function beat(): void {
      stream.write(`: heartbeat\n\n${more}`)
      cancel = timers.after(heartbeatMs, beat)
    }
    stream.on('close', () => {
      silence()
      cancel()
      streams.delete(stream)
    })
  })

  return () => {
    for (const stream of streams) stream.end()
  }
}
