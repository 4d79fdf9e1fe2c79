import { lockNow } from '#shared/domain/verification/reached-level.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/** Ends a lock before its time; who did it and why stands in the row and in the audit. */
export const unlockCaller = defineHandler('verification.unlockCaller', {
  run: async (context, body) => {
    const customer = await context.get('customer', body.customerId)
    if (customer?.scope !== context.scope) return rejected('CUSTOMER_UNKNOWN')
    const row = await context.get('caller_lock', customer.id)
    if (!row || lockNow(row, context.now, context.policies.verification).lockedUntil === null)
      return rejected('CALLER_NOT_LOCKED')
    await context.patch('caller_lock', row.id, {
      failures: 0,
      locked_until: null,
      unlocked_by: context.actorName,
      reason: body.reason,
      changed_at: context.now,
    })
    return applied
  },
})
