import { addressLine } from '#shared/domain/customer/address-line.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, conflict, rejected } from '../kit/answers.ts'
import { lastChange, mayChange } from './change-contact.ts'

/**
 * Sets where a customer lives, where what the agent saw is still so; otherwise both addresses and the choice. Who asks for
 * it must be known well enough: bills and cards go there.
 */
export const changeAddress = defineHandler('customer.changeAddress', {
  run: async (context, body) => {
    const row = await context.get('customer', body.customerId)
    if (row?.scope !== context.scope) return rejected('CUSTOMER_UNKNOWN')
    if (!(await mayChange(context, row, { act: 'changeAddress', caseId: body.caseId })))
      return rejected('CALLER_NOT_VERIFIED')
    const { street, postalCode, town } = body.address
    const to = { street, postal_code: postalCode, town }
    const [now, wished] = [addressLine(row), addressLine(to)]
    if (now === wished) return applied
    if (now !== body.from) {
      const snapshot = {
        field: 'address',
        value: now,
        ...(await lastChange(context, row.id, 'customer.changeAddress')),
      }
      return conflict('FIELD_CHANGED', snapshot, [{ kind: 'useMine', value: wished }])
    }
    await context.patch('customer', row.id, to)
    return applied
  },
})
