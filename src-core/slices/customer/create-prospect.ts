import { prospectRow } from '#shared/domain/customer/prospect.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/** A person who asks and is not yet our customer. Consents stay in the ledger, with the wording they were given under. */
export const createProspect = defineHandler('customer.createProspect', {
  run: async (context, body) => {
    if (await context.get('customer', body.customerId)) return rejected('CUSTOMER_EXISTS')
    await context.insert(
      'customer',
      prospectRow(body, { scope: context.scope, capturedAt: context.command.capturedAt }),
    )
    return applied
  },
})
