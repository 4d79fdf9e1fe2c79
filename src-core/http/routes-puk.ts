import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { PukResponse } from '#shared/contract/wire.ts'
import { commandSchema } from '#shared/contract/wire.ts'
import { pukGrantedMs } from '#shared/domain/number/puk.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { putOnRecord } from '../db/put-on-record.ts'
import type { CoreRuntime } from '../runtime.ts'
import { parsed } from './parse.ts'
import { refused } from './refusal.ts'
import { speakerOf } from './sessions.ts'

const paramsSchema = z.object({ reveal: idSchema })

/**
 * The PUK that an applied `number.revealPuk` granted: to that desk and person, for a minute, each look put on record.
 * NOT_FOUND otherwise.
 */
export function pukRoutes(app: FastifyInstance, core: CoreRuntime): void {
  app.get('/sync/v1/puk/:reveal', async (request): Promise<PukResponse> => {
    const { user, device } = await speakerOf(core, request)
    const { reveal } = parsed(paramsSchema, request.params)
    const row = await core.store.db
      .selectFrom('puk_reveal')
      .innerJoin('sim_secret', 'sim_secret.iccid', 'puk_reveal.iccid')
      .innerJoin('ledger', 'ledger.id', 'puk_reveal.id')
      .select(['sim_secret.puk', 'ledger.command'])
      .where('puk_reveal.id', '=', reveal)
      .where('puk_reveal.device_id', '=', device.id)
      .where('puk_reveal.user_id', '=', user.id)
      .where('puk_reveal.at', '>=', core.clock.now() - pukGrantedMs)
      .executeTakeFirst()
    if (!row) throw refused('NOT_FOUND')
    const { touches, bodyHash } = commandSchema.parse(JSON.parse(row.command))
    await putOnRecord(core, {
      ...{ type: 'number.pukShown', userId: user.id, deviceId: device.id, commandId: reveal, touches, bodyHash },
    })
    return { puk: row.puk }
  })
}
