import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ManualClock } from '../clock.ts'
import { parsed } from './parse.ts'
import { refused } from './refusal.ts'

const week = 7 * 86_400_000
const advance = z.object({
  advanceMs: z
    .int()
    .min(0)
    .max(8 * week),
})
const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

/** POST /clock {advanceMs}: moves a manual clock, from this machine only. Answers when what fell due was done. */
export function clockRoutes(app: FastifyInstance, manual: ManualClock): void {
  app.post('/clock', async (request) => {
    if (!loopback.includes(request.ip)) throw refused('NOT_ALLOWED')
    await manual.advance(parsed(advance, request.body).advanceMs)
    return { now: manual.clock.now() }
  })
}
