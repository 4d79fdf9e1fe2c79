import { z } from 'zod'
import type { Instant } from '#shared/kernel/date.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { hashSchema } from '#shared/kernel/text-field.ts'
import { roleSchema } from './roles.ts'

/** A text and the Ed25519 signature over it, base64: what is signed is read only after the signature was checked. */
export const signedTextSchema = z.object({ text: z.string().max(20_000), signature: z.string().max(200) })
export type SignedText = z.infer<typeof signedTextSchema>

/**
 * What the core lets one person do at one desk while it is away (sync.md, "Time, versions, people"), as the JSON that it
 * signs. `issuedAt` and `until` are the core's own time. `verifier` checks the person's password without the core: scrypt,
 * `salt$hash`, of another salt than the core's own hash; empty where the core has none. `grant` is the money a person may
 * give away at this desk while the core is away: its id is what a credit under it names, and one grant holds for a day, so
 * that what was spent under an earlier lease of the day is spent. `sealingKey` is the core's X25519 key (SPKI, base64) for what a revoked
 * desk has not sent. `catalogue` names the prices as they were on the day of issue.
 */
export const leaseSchema = z.object({
  id: idSchema,
  deviceId: idSchema,
  userId: idSchema,
  login: z.string(),
  name: z.string(),
  role: roleSchema,
  scope: z.string(),
  deskName: z.string(),
  deskNumber: z.int(),
  issuedAt: z.int(),
  until: z.int(),
  limits: z.object({ pendingCredit: z.int().min(0) }),
  grant: z.object({ id: idSchema.nullable().default(null), amountMinor: z.int().min(0), currency: z.string() }),
  priceLists: z.array(z.string()),
  catalogue: hashSchema,
  verifier: z.string(),
  sealingKey: z.string(),
})
export type Lease = z.infer<typeof leaseSchema>

/** Whether a lease holds at a moment of the core's time. One from the future was issued by a clock that was wrong. */
export function isLeaseValid(lease: Pick<Lease, 'issuedAt' | 'until'>, now: Instant): boolean {
  return now < lease.until && lease.issuedAt <= now + clockSlackMs
}

/** How far two readings of one clock may lie apart on the way from the core to the desk. */
const clockSlackMs = 60_000
