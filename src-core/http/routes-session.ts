import type { FastifyInstance } from 'fastify'
import type { LeaseResponse, PeopleResponse } from '#shared/contract/wire.ts'
import { challengeRequestSchema, deviceSessionRequestSchema, sessionRequestSchema } from '#shared/contract/wire.ts'
import { roleSchema } from '#shared/domain/staff/roles.ts'
import { utcDateOf } from '#shared/kernel/date.ts'
import { issueLease } from '../lease/issue-lease.ts'
import type { CoreRuntime } from '../runtime.ts'
import { businessDateOf, firstScope, policiesOf } from '../sync/market.ts'
import { challengeFor, signInDevice } from './device-session.ts'
import { parsed } from './parse.ts'
import { refused } from './refusal.ts'
import { signIn, signOut, speakerOf } from './sessions.ts'

/** Health, the tiles of a demonstration, signing in and out (people, and a desk by its key), the lease anew. */
export function sessionRoutes(app: FastifyInstance, core: CoreRuntime): void {
  app.get('/health', async () => {
    const counter = await core.store.db.selectFrom('feed_counter').select('epoch').executeTakeFirstOrThrow()
    const policies = await marketPolicies(core)
    const now = core.clock.now()
    return { ok: true, epoch: counter.epoch, businessDate: policies ? businessDateOf(policies, now) : utcDateOf(now) }
  })

  app.get('/people', async (): Promise<PeopleResponse> => {
    const policies = await marketPolicies(core)
    if (!policies?.market.isDemonstration) throw refused('NOT_DEMONSTRATION')
    const rows = await core.store.db
      .selectFrom('app_user')
      .select(['id', 'name', 'role', 'seat', 'story'])
      .orderBy('position')
      .execute()
    return {
      people: rows.map((row) => ({
        userId: row.id,
        name: row.name,
        role: roleSchema.parse(row.role),
        seat: row.seat,
        story: row.story,
      })),
    }
  })

  app.post('/session', (request) => signIn(core, parsed(sessionRequestSchema, request.body)))

  app.post('/lease', async (request): Promise<LeaseResponse> => {
    const { user, device } = await speakerOf(core, request)
    return { lease: await issueLease(core, user, device) }
  })

  app.post('/device/challenge', (request) => challengeFor(core, parsed(challengeRequestSchema, request.body).deviceId))

  app.post('/device/session', (request) => signInDevice(core, parsed(deviceSessionRequestSchema, request.body)))

  app.delete('/session', async (request) => {
    await signOut(core, await speakerOf(core, request))
    return {}
  })
}

async function marketPolicies(core: CoreRuntime): Promise<Awaited<ReturnType<typeof policiesOf>>> {
  const scope = await firstScope(core.store.db)
  return scope === undefined ? undefined : policiesOf(core.store.db, scope)
}
