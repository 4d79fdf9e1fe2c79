import { memberRows } from '#shared/domain/customer/company-commands.ts'
import { prospectRow } from '#shared/domain/customer/prospect.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/** A household that asks: the holder as a person, and who lives there. Consents stay in the ledger. */
export const createHousehold = defineHandler('customer.createHousehold', {
  run: async (context, body) => {
    if (await context.get('customer', body.customerId)) return rejected('CUSTOMER_EXISTS')
    const meta = { scope: context.scope, capturedAt: context.command.capturedAt }
    for (const { memberId } of body.members)
      if (await context.get('household_member', memberId)) return rejected('BODY_INVALID', { field: 'members' })
    await context.insert('customer', { ...prospectRow(body, meta), kind: 'household' })
    for (const row of memberRows(body, meta)) await context.insert('household_member', row)
    return applied
  },
})
