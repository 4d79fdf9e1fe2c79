import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { CoreRuntime } from '../runtime.ts'
import { firstScope, policiesOf } from '../sync/market.ts'
import { parsed } from './parse.ts'
import { refused } from './refusal.ts'

const querySchema = z.object({ to: z.string().max(120).optional() })
const atMost = 20

/**
 * What the built-in gateway wrote down instead of sending, newest first: the customer's telephone and mailbox of the
 * demonstration, and of tests. Anywhere else NOT_DEMONSTRATION.
 */
export function demonstrationRoutes(app: FastifyInstance, core: CoreRuntime): void {
  app.get('/demonstration/messages', async (request) => {
    const scope = await firstScope(core.store.db)
    const policies = scope === undefined ? undefined : await policiesOf(core.store.db, scope)
    if (!policies?.market.isDemonstration) throw refused('NOT_DEMONSTRATION')
    const { to } = parsed(querySchema, request.query)
    const all = core.store.db.selectFrom('sent_message').selectAll()
    const asked = to === undefined ? all : all.where('recipient', '=', to)
    return { messages: await asked.orderBy('at', 'desc').orderBy('id', 'desc').limit(atMost).execute() }
  })
}
