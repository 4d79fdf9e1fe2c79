import type { Desk } from '#main/workstation/desk.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/**
 * Whether this desk may sign, take money or decide credit now: with the core always, as it judges; without it only under
 * a lease that holds and, where a price is signed, that covers its list (sync.md, "Time, versions, people"). Saving,
 * typing and notes never ask this.
 */
export function mayWithoutCore(desk: Desk, priceListId?: string): Result<true, Refusal<'LEASE_ENDED'>> {
  if (desk.isOnline()) return ok(true)
  const lease = desk.lease()
  if (lease.kind === 'ended') return refuse('LEASE_ENDED', { endedAt: lease.endedAt })
  if (priceListId !== undefined && !lease.priceLists.includes(priceListId))
    return refuse('LEASE_ENDED', { priceListId })
  return ok(true)
}
