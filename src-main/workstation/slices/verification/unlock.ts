import { defineDeskHandler } from '#main/workstation/desk.ts'
import { verificationPolicy } from '#main/workstation/sale/caller.ts'
import { lockNow } from '#shared/domain/verification/reached-level.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** A supervisor lets a caller be asked again, with a reason that stays on record. */
export const unlockCaller = defineDeskHandler('verification.unlock', (desk, { customerId, reason }) => {
  if (!desk.view.get('customer', customerId)) return refuse('NOT_FOUND')
  const lock = lockNow(desk.view.get('caller_lock', customerId)?.row, desk.now(), verificationPolicy(desk))
  if (lock.lockedUntil === null) return refuse('CALLER_NOT_LOCKED')
  const captured = desk.capture({ type: 'verification.unlockCaller', body: { customerId, reason } })
  if (!captured.ok) return captured
  desk.changed('verification', 'interaction', 'desk')
  return ok({})
})
