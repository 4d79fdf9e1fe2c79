import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { PukResponse } from '#shared/contract/wire.ts'
import { pukGrantedMs } from '#shared/domain/number/puk.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import type { CoreRuntime } from '../runtime.ts'
import { parsed } from './parse.ts'
import { refused } from './refusal.ts'
import { speakerOf } from './sessions.ts'

const paramsSchema = z.object({ reveal: idSchema })

/** The PUK that an applied `number.revealPuk` granted: to that desk and person, for a minute. NOT_FOUND otherwise. */
export function pukRoutes(app: FastifyInstance, core: CoreRuntime): void {
  app.get('/sync/v1/puk/:reveal', async (request): Promise<PukResponse> => {
    const { user, device } = await speakerOf(core, request)
    const { reveal } = parsed(paramsSchema, request.params)
    const row = await core.store.db
      .selectFrom('puk_reveal')
      .innerJoin('sim_secret', 'sim_secret.iccid', 'puk_reveal.iccid')
      .select('sim_secret.puk')
      .where('puk_reveal.id', '=', reveal)
      .where('puk_reveal.device_id', '=', device.id)
      .where('puk_reveal.user_id', '=', user.id)
      .where('puk_reveal.at', '>=', core.clock.now() - pukGrantedMs)
      .executeTakeFirst()
    if (!row) throw refused('NOT_FOUND')
    return row
  })
}
