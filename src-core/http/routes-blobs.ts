import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { blobLimitBytes } from '#shared/contract/wire.ts'
import { hashSchema } from '#shared/kernel/text-field.ts'
import { sha256Hex } from '#shared/node/crypto.ts'
import type { CoreRuntime } from '../runtime.ts'
import { parsed } from './parse.ts'
import { refused } from './refusal.ts'
import { sendingDeviceOf, speakerOf } from './sessions.ts'

const path = z.object({ sha256: hashSchema })

/** Attachments by their SHA-256: sent before the command that names them, as often as a desk likes. */
export function blobRoutes(app: FastifyInstance, core: CoreRuntime): void {
  app.put('/sync/v1/blobs/:sha256', { bodyLimit: blobLimitBytes }, async (request) => {
    await sendingDeviceOf(core, request)
    const { sha256 } = parsed(path, request.params)
    const bytes = request.body
    if (!(bytes instanceof Uint8Array)) throw refused('MALFORMED', { field: 'body' })
    if (sha256Hex(bytes) !== sha256) throw refused('BLOB_HASH_DIFFERS')
    await core.store.db
      .insertInto('blob')
      .values({ hash: sha256, bytes, received_at: core.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    core.reached('core.blobStored')
    return { stored: true }
  })

  app.get('/sync/v1/blobs/:sha256', async (request, reply) => {
    await speakerOf(core, request)
    const { sha256 } = parsed(path, request.params)
    const row = await core.store.db.selectFrom('blob').select('bytes').where('hash', '=', sha256).executeTakeFirst()
    if (!row) throw refused('NOT_FOUND')
    return reply.type('application/octet-stream').header('cache-control', 'no-store').send(Buffer.from(row.bytes))
  })
}
