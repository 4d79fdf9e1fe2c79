import { z } from 'zod'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import type { HandlerContext } from '../sync/handler.ts'
import type { Prices } from './price-snapshot.ts'
import { pricesOf } from './price-snapshot.ts'

const leasesSchema = z.array(z.object({ id: z.string(), catalogue: z.string() }))

/** Prices a contract may have been signed at, and the lease that gave them. */
export interface LeasedPrices {
  readonly leaseId: string
  readonly prices: Prices
}

/**
 * Keeps, when a signed contract comes in, the leases it may have been signed under: those of its signer at its desk that
 * name its price list and hold on the day it was signed. Which day that is the lease bounds, not the desk's clock. The
 * price is judged by them when the order comes, however late.
 */
export async function keepLeasesOf(context: HandlerContext, agreementId: string, terms: ContractTerms): Promise<void> {
  const { command, tx, policies } = context
  const rows = await tx
    .selectFrom('lease')
    .selectAll()
    .where('device_id', '=', command.deviceId)
    .where('user_id', '=', command.actor.userId)
    .orderBy('issued_at', 'desc')
    .execute()
  const { zone } = policies.market
  const leases = rows.filter(
    (row) =>
      z.array(z.string()).parse(JSON.parse(row.price_lists)).includes(terms.priceListId) &&
      dateInZone(row.first_at, zone) <= terms.signedOn &&
      terms.signedOn <= dateInZone(row.until, zone),
  )
  if (leases.length === 0) return
  const kept = JSON.stringify(leases.map(({ id, catalogue }) => ({ id, catalogue })))
  await tx.insertInto('signed_under').values({ agreement_id: agreementId, leases: kept }).execute()
}

/** The prices of those leases, the latest first; none where it was signed under no lease the core knows. */
export async function pricesSignedUnder(
  context: HandlerContext,
  agreementId: string,
): Promise<readonly LeasedPrices[]> {
  const row = await context.tx
    .selectFrom('signed_under')
    .select('leases')
    .where('agreement_id', '=', agreementId)
    .executeTakeFirst()
  const found: LeasedPrices[] = []
  for (const { id, catalogue } of row ? leasesSchema.parse(JSON.parse(row.leases)) : []) {
    const prices = await pricesOf(context.tx, catalogue)
    if (prices) found.push({ leaseId: id, prices })
  }
  return found
}
