import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Timers } from '../clock.ts'
import type { CoreRuntime } from '../runtime.ts'
import { speakerOf } from './sessions.ts'

const heartbeatMs = 15_000

/** Each desk that hears of more pulls: with many desks the next word waits until these have had their turn. */
const few = 4
const perDeskMs = 2
const more = 'event: more\ndata: {}\n\n'

/**
 * Server-sent events: "there is more" after each transaction that wrote, and every 15 s beside a heartbeat by which a dead
 * line is noticed: a word that was lost on the way costs a desk a quarter of a minute, never more. Data never comes this
 * way. Gives a function that ends all streams.
 */
export function eventRoutes(app: FastifyInstance, core: CoreRuntime, timers: Timers): () => void {
  const streams = new Set<ServerResponse>()
  let silence: (() => void) | undefined
  let isResting = false
  let isUntold = false

  function tell(): void {
    isUntold = isResting
    if (isResting) return
    for (const stream of streams) stream.write(more)
    if (streams.size <= few) return
    isResting = true
    timers.after(streams.size * perDeskMs, () => {
      isResting = false
      if (isUntold) tell()
    })
  }

  function add(stream: ServerResponse): void {
    streams.add(stream)
    silence ??= core.store.feed.listen(tell)
  }

  function remove(stream: ServerResponse): void {
    streams.delete(stream)
    if (streams.size > 0) return
    silence?.()
    silence = undefined
  }

  app.get('/sync/v1/events', async (request, reply) => {
    await speakerOf(core, request)
    reply.hijack()
    const stream = reply.raw
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    stream.write(': linedesk\n\n')
    add(stream)
    let cancel = timers.after(heartbeatMs, beat)
    function beat(): void {
      stream.write(`: heartbeat\n\n${more}`)
      cancel = timers.after(heartbeatMs, beat)
    }
    stream.on('close', () => {
      cancel()
      remove(stream)
    })
  })

  return () => {
    for (const stream of streams) stream.end()
  }
}
