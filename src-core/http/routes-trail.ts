import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { CoreTrail } from '#shared/domain/interaction/trail.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import type { CoreRuntime } from '../runtime.ts'
import { caseTrail } from '../slices/interaction/case-trail.ts'
import { parsed } from './parse.ts'
import { refused } from './refusal.ts'
import { speakerOf } from './sessions.ts'

const ofCase = z.object({ case: idSchema })

/** What is on record of a case: who did what to it, and what came of it. NOT_FOUND for no case of the market. */
export function trailRoutes(app: FastifyInstance, core: CoreRuntime): void {
  app.get('/sync/v1/trail/:case', async (request): Promise<CoreTrail> => {
    const { user } = await speakerOf(core, request)
    const trail = await caseTrail(core.store, user.scope, parsed(ofCase, request.params).case)
    if (!trail) throw refused('NOT_FOUND')
    return trail
  })
}
