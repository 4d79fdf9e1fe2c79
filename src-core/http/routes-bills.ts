import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { CoreUsage, OlderBills, RunningBill } from '#shared/domain/bill/core-contract.ts'
import { billIdSchema } from '#shared/domain/bill/core-contract.ts'
import type { Recount } from '#shared/domain/dispute/recount.ts'
import { isoDateSchema } from '#shared/kernel/date.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import type { CoreRuntime } from '../runtime.ts'
import { billingRules } from '../slices/bill/billing-rules.ts'
import { olderBills, usageOfBill } from '../slices/bill/kept-bills.ts'
import { recountBill } from '../slices/bill/recount-bill.ts'
import { runningBill } from '../slices/bill/running-bill.ts'
import { businessDateOf, policiesOf } from '../sync/market.ts'
import { parsed } from './parse.ts'
import { refused } from './refusal.ts'
import { speakerOf } from './sessions.ts'

const customer = z.object({ customer: idSchema })
const beforeDay = z.object({ before: isoDateSchema })
const ofBill = z.object({ bill: billIdSchema })

/** What of bills is not on a desk: the running month, documents older than a desk keeps, and the usage of any bill. */
export function billRoutes(app: FastifyInstance, core: CoreRuntime): void {
  const { store } = core
  app.get('/sync/v1/bills/running/:customer', async (request): Promise<RunningBill> => {
    const { user } = await speakerOf(core, request)
    const { customer: customerId } = parsed(customer, request.params)
    const policies = await policiesOf(store.db, user.scope)
    const rules = billingRules()
    if (!policies || !rules.ok) throw refused('NOT_FOUND')
    const today = businessDateOf(policies, core.clock.now())
    const running = await runningBill(store, rules.value, { customerId, scope: user.scope, today })
    if (!running) throw refused('NOT_FOUND')
    return running
  })

  app.get('/sync/v1/bills/older/:customer', async (request): Promise<OlderBills> => {
    const { user } = await speakerOf(core, request)
    const { customer: customerId } = parsed(customer, request.params)
    const { before } = parsed(beforeDay, request.query)
    return olderBills(store, { customerId, scope: user.scope, before })
  })

  app.get('/sync/v1/bills/usage/:bill', async (request): Promise<CoreUsage> => {
    const { user } = await speakerOf(core, request)
    const usage = await usageOfBill(store, user.scope, parsed(ofBill, request.params).bill)
    if (!usage) throw refused('NOT_FOUND')
    return usage
  })

  app.get('/sync/v1/bills/recount/:bill', async (request): Promise<Recount> => {
    const { user } = await speakerOf(core, request)
    const rules = billingRules()
    if (!rules.ok) throw refused('NOT_FOUND')
    const recount = await recountBill(store, rules.value, user.scope, parsed(ofBill, request.params).bill)
    if (!recount) throw refused('NOT_FOUND')
    return recount
  })
}
